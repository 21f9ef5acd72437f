import '../../../css/mail.css';
import { MAIL_STATES, type MailState } from '@beseda/shared/domain/words';
import type { InboundMail } from '@beseda/shared/protocol/inbound-mails';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../contexts';
import { PagedList } from '../../settings/paged-list';
import { usePages } from '../../settings/use-pages';
import { MailWaysPart } from '../mailboxes/mail-ways-part';
import { useMailWords } from '../use-mail-words';
import { IncomingRow } from './incoming-row';
import { useMailInWords } from './use-mail-in-words';

type View = 'all' | MailState;
/** What wants to be looked at comes first. */
const VIEWS: readonly View[] = ['all', 'held', 'parked', 'refused', 'stored', 'duplicate', 'received'];
const REFRESH_MS = 10_000;
/** Of one page: a longer list is not fetched anew behind one's back. */
const PAGE = 50;

/** Mail that came in, newest first, by what became of it. */
export function IncomingSection() {
  const { sections } = useMailWords();
  const { agent } = useDesk();
  const words = useMailInWords();
  const [view, setView] = useState<View>('all');
  const [query, setQuery] = useState('');
  const q = query.trim();
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.in}</h3>
      <p class="soft">{words.about}</p>
      {agent.role === 'admin' && <MailWaysPart />}
      <div class="mail-tools">
        <label class="field">
          <span>{words.show}</span>
          <select
            class="input"
            value={view}
            onChange={({ currentTarget }) =>
              setView(MAIL_STATES.find((one) => one === currentTarget.value) ?? 'all')
            }
          >
            {VIEWS.map((one) => (
              <option key={one} value={one}>
                {one === 'all' ? words.all : words.views[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.search}</span>
          <input
            class="input"
            type="search"
            value={query}
            maxLength={200}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
      </div>
      <Mails view={view} q={q} />
    </section>
  );
}

function Mails({ view, q }: { view: View; q: string }) {
  const words = useMailInWords();
  const params = { ...(view === 'all' ? {} : { state: view }), ...(q === '' ? {} : { q }) };
  const pages = usePages<InboundMail>('/inbound-mails', params);
  const isShort = (pages.rows?.length ?? 0) <= PAGE;
  useEffect(() => {
    if (!isShort) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') pages.retry();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  });
  return (
    <>
      <p>
        <button type="button" class="button" onClick={pages.retry}>
          {words.refresh}
        </button>
      </p>
      <PagedList label={words.list} pages={pages} empty={q === '' ? words.none[view] : words.nothingFound}>
        {(row) => (
          <IncomingRow
            key={row.id}
            mail={row}
            onChange={(changed) => pages.replace(changed, (other) => other.id === changed.id)}
          />
        )}
      </PagedList>
    </>
  );
}
