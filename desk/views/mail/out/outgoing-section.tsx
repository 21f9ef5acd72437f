import type { OutgoingMailRow } from '@beseda/shared/protocol/outgoing-mails';
import { useState } from 'preact/hooks';
import { PagedList } from '../../settings/paged-list';
import { usePages } from '../../settings/use-pages';
import { useMailWords } from '../use-mail-words';
import { OutgoingRow } from './outgoing-row';

const VIEWS = ['dead', 'waiting', 'sent', 'dropped'] as const;

/** Mail that goes out, by what became of it; what was not delivered comes first. */
export function OutgoingSection() {
  const words = useMailWords();
  const [view, setView] = useState<(typeof VIEWS)[number]>('dead');
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{words.sections.out}</h3>
      <label class="field settings-filter">
        <span>{words.show}</span>
        <select
          class="input"
          value={view}
          onChange={({ currentTarget }) => setView(currentTarget.value as typeof view)}
        >
          {VIEWS.map((one) => (
            <option key={one} value={one}>
              {words.views[one]}
            </option>
          ))}
        </select>
      </label>
      <Mails key={view} view={view} />
    </section>
  );
}

function Mails({ view }: { view: (typeof VIEWS)[number] }) {
  const words = useMailWords();
  const pages = usePages<OutgoingMailRow>('/outgoing-mails', { state: view });
  return (
    <PagedList label={words.views[view]} pages={pages} empty={words.none[view]}>
      {(row) => (
        <OutgoingRow
          key={row.id}
          mail={row}
          onChange={(changed) => pages.replace(changed, (other) => other.id === changed.id)}
        />
      )}
    </PagedList>
  );
}
