import type { CompanyRow } from '@beseda/shared/protocol/admin';
import { useState } from 'preact/hooks';
import { formatSettings, type SettingsPlace } from '../../../model/route';
import { useActions } from '../../contexts';
import { followInside } from '../../follow-inside';
import { PagedList } from '../paged-list';
import { usePages } from '../use-pages';
import { useWords } from '../use-words';
import { CompanyPage } from './company-page';
import { CreateCompanyDialog } from './create-company-dialog';

export function CompaniesSection({ id }: { id: string | null }) {
  return id === null ? <CompanyList /> : <CompanyPage id={id} />;
}

function CompanyList() {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [creating, setCreating] = useState(false);
  const pages = usePages<CompanyRow>('/companies', query.trim() === '' ? {} : { q: query.trim() });
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{words.sections.companies}</h3>
      <div class="settings-tools">
        <input
          class="input"
          type="search"
          aria-label={words.companies.search}
          placeholder={words.companies.search}
          value={query}
          maxLength={200}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <button type="button" class="button" onClick={() => setCreating(true)}>
          {words.companies.create}
        </button>
      </div>
      <PagedList label={words.sections.companies} pages={pages} empty={words.companies.nothing}>
        {(row) => <Row key={row.id} row={row} />}
      </PagedList>
      {creating && <CreateCompanyDialog onClose={() => setCreating(false)} />}
    </section>
  );
}

function Row({ row }: { row: CompanyRow }) {
  const words = useWords();
  const actions = useActions();
  const goal: SettingsPlace = { section: 'companies', id: row.id };
  return (
    <li>
      <a
        class="settings-row"
        href={formatSettings(goal)}
        onClick={(event) => followInside(event, () => actions.go({ settings: goal }))}
      >
        <strong>{row.name}</strong>
        <span>{[row.plan, row.region, row.externalId].filter(Boolean).join(' · ')}</span>
        {row.suspended && <span class="settings-mark">{words.companies.suspended}</span>}
      </a>
    </li>
  );
}
