import { LOCALES } from '@beseda/shared/domain/words';
import { useTexts } from '../../contexts';
import { textOf } from '../../form-text';
import { useLoaded } from '../../settings/use-loaded';
import { useExplainWords } from './use-explain-words';

interface PlanNames {
  plans: { key: string; nameRu: string; nameEn: string }[];
}

/** Who reads, as the form names them and as the address does. */
const READERS = {
  anybody: { as: 'anybody' },
  staff: { as: 'staff', role: 'staff' },
  manager: { as: 'staff', role: 'manager' },
  inside: { as: 'inside' },
} as const;
type ReaderName = keyof typeof READERS;
const NAMES = Object.keys(READERS) as ReaderName[];

export function ExplainForm(props: { asked: URLSearchParams; onAsk: (params: URLSearchParams) => void }) {
  const { asked, onAsk } = props;
  const words = useExplainWords();
  const isRussian = useTexts().locale === 'ru';
  const { loaded } = useLoaded<PlanNames>('/kb/tree');
  const plans = loaded.kind === 'ready' ? loaded.data.plans : [];
  const send = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const read = (name: string) => textOf(given, name).trim();
    const reader = READERS[NAMES.find((name) => name === read('reader')) ?? 'anybody'];
    const params = new URLSearchParams({ q: read('q'), locale: read('locale'), ...reader });
    if (read('route') !== '') params.set('route', read('route'));
    if (reader.as === 'staff' && read('plan') !== '') params.set('plan', read('plan'));
    onAsk(params);
  };
  return (
    <form class="rating-choices explain-form" onSubmit={send}>
      <label class="field explain-query">
        <span>{words.query}</span>
        <input class="input" type="search" name="q" maxLength={2000} defaultValue={asked.get('q') ?? ''} />
      </label>
      <Choice
        label={words.language}
        name="locale"
        value={asked.get('locale') ?? 'ru'}
        options={LOCALES.map((one) => [one, words.languages[one]])}
      />
      <Choice
        label={words.reader}
        name="reader"
        value={nameReader(asked)}
        options={NAMES.map((one) => [one, words.readers[one]])}
      />
      {plans.length > 0 && (
        <Choice
          label={words.plan}
          name="plan"
          value={asked.get('plan') ?? ''}
          options={[
            ['', words.anyPlan],
            ...plans.map(({ key, nameRu, nameEn }) => [key, isRussian ? nameRu : nameEn] as const),
          ]}
        />
      )}
      <label class="field">
        <span>{words.route}</span>
        <input
          class="input"
          name="route"
          maxLength={1000}
          placeholder="/payouts"
          title={words.routeHint}
          defaultValue={asked.get('route') ?? ''}
        />
      </label>
      <button type="submit" class="button primary">
        {words.explain}
      </button>
    </form>
  );
}

function nameReader(asked: URLSearchParams): ReaderName {
  if (asked.get('as') === 'staff') return asked.get('role') === 'manager' ? 'manager' : 'staff';
  return asked.get('as') === 'inside' ? 'inside' : 'anybody';
}

function Choice(props: {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select class="input" name={props.name}>
        {props.options.map(([key, name]) => (
          <option key={key} value={key} selected={key === props.value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
