import { step } from '../../panel/views/ask';
import { Failed, Loading } from '../../panel/views/lazy-view';
import { type Filter, STATUSES } from '../model/listing';
import { portalTexts } from '../texts';
import { Account } from './account';
import { Link } from './link';
import type { PortalProps } from './portal-view';
import { Row } from './row';

/** The requests, with what narrows them down. */
export function RequestList({ portal }: PortalProps) {
  const texts = portalTexts(portal.panel.state.locale);
  return (
    <section class="requests" aria-label={texts.list} onKeyDown={step}>
      <div class="top">
        <h1>{texts.title}</h1>
        <Link portal={portal} to={{ name: 'new' }} class="primary">
          {texts.add}
        </Link>
      </div>
      <Filters portal={portal} />
      <div class="rows">
        <Rows portal={portal} />
      </div>
      <Account portal={portal} />
    </section>
  );
}

function Filters({ portal: { panel, listing } }: PortalProps) {
  const texts = portalTexts(panel.state.locale);
  const { access } = panel.state;
  const filter = listing.filter();
  const isManager = access.kind === 'staff' && access.session.person.role === 'manager';
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        maxLength={200}
        value={filter.query}
        data-step
        onInput={({ currentTarget }) => listing.change({ query: currentTarget.value })}
      />
      {isManager && (
        <Choice
          label={texts.scope}
          names={texts.scopes}
          value={filter.who}
          onChoose={(who) => listing.change({ who })}
        />
      )}
      <Choice
        label={texts.status}
        names={texts.statuses}
        value={filter.status}
        onChoose={(status) => listing.change({ status })}
      />
    </div>
  );
}

interface ChoiceProps<Name extends string> {
  label: string;
  names: Record<Name, string>;
  value: Name;
  onChoose: (name: Name) => void;
}

function Choice<Name extends string>({ label, names, value, onChoose }: ChoiceProps<Name>) {
  return (
    <div class="types" role="group" aria-label={label}>
      {(Object.keys(names) as Name[]).map((name) => (
        <button key={name} type="button" aria-pressed={name === value} onClick={() => onChoose(name)}>
          {names[name]}
        </button>
      ))}
    </div>
  );
}

function Rows({ portal }: PortalProps) {
  const { panel, listing } = portal;
  const texts = portalTexts(panel.state.locale);
  const rows = listing.rows();
  const state = listing.state();
  if (state === 'failed') return <Failed panel={panel} onRetry={() => void listing.reload()} />;
  if (!rows[0])
    return state === 'loading' ? (
      <Loading panel={panel} id="" />
    ) : (
      <Nothing filter={listing.filter()} portal={portal} />
    );
  return (
    <>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Row portal={portal} row={row} />
          </li>
        ))}
      </ul>
      {listing.hasMore() && (
        <button type="button" class="link more" data-step onClick={() => void listing.loadMore()}>
          {texts.more}
        </button>
      )}
    </>
  );
}

function Nothing({ portal: { panel, listing }, filter }: PortalProps & { filter: Filter }) {
  const texts = portalTexts(panel.state.locale);
  if (!filter.query && !STATUSES[filter.status][0]) return <p class="quiet">{texts.none}</p>;
  return (
    <p class="quiet" role="status">
      {texts.nothing}{' '}
      <button type="button" class="link" onClick={() => listing.change({ query: '', status: 'all' })}>
        {texts.reset}
      </button>
    </p>
  );
}
