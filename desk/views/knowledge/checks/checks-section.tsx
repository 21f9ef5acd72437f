import '../../../css/comments.css';
import {
  CHECK_KINDS,
  type CheckKind,
  type CheckList,
  type CheckRow,
} from '@beseda/shared/protocol/kb-checks';
import { useValue } from '../../../hooks/use-value';
import type { KnowledgePlace } from '../../../model/knowledge-route';
import { useActions, useDesk } from '../../contexts';
import { LoadedPart } from '../../settings/loaded-part';
import { PagedList } from '../../settings/paged-list';
import { useLoaded } from '../../settings/use-loaded';
import { usePages } from '../../settings/use-pages';
import { useKbWords } from '../use-kb-words';
import { CheckLine } from './check-line';
import { OutsidePart } from './outside-part';
import { useCheckWords } from './use-check-words';

/** Articles that want to be looked at. The address holds what is chosen. */
export function ChecksSection({ place }: { place: KnowledgePlace }) {
  const { sections } = useKbWords();
  const words = useCheckWords();
  const actions = useActions();
  const kind = CHECK_KINDS.find((one) => one === place.rest[0]) ?? 'stale';
  const owner = new URLSearchParams(place.query).get('owner') ?? '';
  const go = (next: CheckKind, whose: string) => {
    const query = whose === '' ? '' : String(new URLSearchParams({ owner: whose }));
    actions.go({ knowledge: { section: 'checks', rest: [next], query } });
  };
  const params = new URLSearchParams({ kind, limit: '1', ...(owner && { owner }) });
  const { loaded, reload } = useLoaded<CheckList>(`/kb/checks?${params}`);
  const outside = loaded.kind === 'ready' && kind === 'links' ? loaded.data.outside : null;
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.checks}</h3>
      <LoadedPart loaded={loaded} reload={reload}>
        {({ counts }) => (
          <label class="field settings-filter">
            <span>{words.choice}</span>
            <select
              class="input"
              value={kind}
              onChange={(event) => go(event.currentTarget.value as CheckKind, owner)}
            >
              {CHECK_KINDS.map((one) => (
                <option key={one} value={one} selected={one === kind}>
                  {words.kind(words.kinds[one], counts[one])}
                </option>
              ))}
            </select>
          </label>
        )}
      </LoadedPart>
      <OwnerChoice owner={owner} onChoose={(whose) => go(kind, whose)} />
      {outside && <OutsidePart outside={outside} onChange={reload} />}
      <Rows
        key={[kind, owner, outside?.on, outside?.checkedAt].join(' ')}
        kind={kind}
        owner={owner}
        onDone={reload}
      />
    </section>
  );
}

function OwnerChoice({ owner, onChoose }: { owner: string; onChoose: (id: string) => void }) {
  const words = useCheckWords();
  const { agents } = useDesk();
  const colleagues = useValue(agents);
  return (
    <label class="field settings-filter">
      <span>{words.owner}</span>
      <select class="input" value={owner} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words.allOwners}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id} selected={id === owner}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Rows({ kind, owner, onDone }: { kind: CheckKind; owner: string; onDone: () => void }) {
  const words = useCheckWords();
  const pages = usePages<CheckRow>('/kb/checks', { kind, ...(owner && { owner }) });
  return (
    <PagedList label={words.kinds[kind]} pages={pages} empty={words.none[kind]}>
      {(row) => <CheckLine key={`${row.locale} ${row.number}`} kind={kind} row={row} onDone={onDone} />}
    </PagedList>
  );
}
