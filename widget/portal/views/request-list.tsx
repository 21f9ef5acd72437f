import { step } from '../../panel/views/ask';
import { Failed, Loading } from '../../panel/views/lazy-view';
import { type Filter, paramsOf } from '../model/listing';
import { portalTexts } from '../texts';
import { Account } from './account';
import { Filters } from './filters';
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

const narrows = (filter: Filter) => paramsOf({ ...filter, who: 'own' })[0] || filter.person;

function Nothing({ portal: { panel, listing }, filter }: PortalProps & { filter: Filter }) {
  const texts = portalTexts(panel.state.locale);
  if (!narrows(filter)) return <p class="quiet">{texts.none}</p>;
  return (
    <p class="quiet" role="status">
      {texts.nothing}{' '}
      <button
        type="button"
        class="link"
        onClick={() => listing.change({ query: '', status: 'all', type: '', person: '' })}
      >
        {texts.reset}
      </button>
    </p>
  );
}
