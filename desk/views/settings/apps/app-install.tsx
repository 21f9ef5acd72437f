import type { AppCard } from '@beseda/shared/protocol/admin';
import { Time } from '@beseda/shared/ui/time';
import { useState } from 'preact/hooks';
import { useNow } from '../../../hooks/use-now';
import { embedSnippet, SIGNERS, SIGNING, type Signer } from '../../../model/app-snippets';
import { useTexts } from '../../contexts';
import { CodeBlock } from './code-block';
import { useAppWords } from './use-app-words';

/** What product teams put where, and whether it works. `addOrigin` gives what went wrong, or null. */
export function AppInstall(props: { card: AppCard; addOrigin: (origin: string) => Promise<string | null> }) {
  const words = useAppWords();
  return (
    <section aria-labelledby="app-install">
      <h3 id="app-install">{words.install}</h3>
      <h4>{words.snippet}</h4>
      <p class="soft">{words.snippetHint}</p>
      <CodeBlock label={words.snippet} text={embedSnippet(props.card)} />
      <Signing />
      <Seen card={props.card} />
      <Refused {...props} />
    </section>
  );
}

function Signing() {
  const words = useAppWords();
  const [signer, setSigner] = useState<Signer>('Node');
  return (
    <details class="app-details">
      <summary>{words.signing}</summary>
      <p class="soft">{words.signingHint}</p>
      <div class="options" role="radiogroup" aria-label={words.signing}>
        {SIGNERS.map((name) => (
          <label key={name} class="option">
            <input type="radio" name="signer" checked={name === signer} onChange={() => setSigner(name)} />
            {name}
          </label>
        ))}
      </div>
      <CodeBlock key={signer} label={`${words.signing}, ${signer}`} text={SIGNING[signer]} />
    </details>
  );
}

function Seen({ card }: { card: AppCard }) {
  const { locale } = useTexts();
  const words = useAppWords();
  const now = useNow();
  return (
    <>
      <h4>{words.seenFrom}</h4>
      {card.seen.length === 0 && (
        <p class="soft">
          {card.seenAt === null ? (
            words.seenNowhere
          ) : (
            <>
              {words.seen} <Time at={card.seenAt} now={now} locale={locale} />
            </>
          )}
        </p>
      )}
      {card.seen.length > 0 && (
        <ul class="settings-list" aria-label={words.seenFrom}>
          {card.seen.map(({ origin, at }) => (
            <li key={origin} class="settings-row">
              <strong>{origin}</strong>
              <span>
                {words.seen} <Time at={at} now={now} locale={locale} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Refused(props: { card: AppCard; addOrigin: (origin: string) => Promise<string | null> }) {
  const { locale } = useTexts();
  const words = useAppWords();
  const now = useNow();
  const [said, setSaid] = useState({ status: '', problem: '' });

  async function add(origin: string): Promise<void> {
    const problem = await props.addOrigin(origin);
    setSaid(problem ? { status: '', problem } : { status: words.originAdded(origin), problem: '' });
  }

  const { refused } = props.card;
  return (
    <>
      <h4>{words.refused}</h4>
      <p class="soft">{refused.length === 0 ? words.refusedNobody : words.refusedHint}</p>
      {refused.length > 0 && (
        <ul class="settings-list" aria-label={words.refused}>
          {refused.map(({ origin, times, lastAt }) => (
            <li key={origin} class="settings-row">
              <strong>{origin}</strong>
              <span>
                {words.times(times)} · <Time at={lastAt} now={now} locale={locale} />
              </span>
              <button
                type="button"
                class="button small"
                aria-label={words.addThisOrigin(origin)}
                onClick={() => void add(origin)}
              >
                {words.addOrigin}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="soft" role="status">
        {said.status}
      </p>
      <p class="refused" role="alert">
        {said.problem}
      </p>
    </>
  );
}
