import {
  type ExplainedWord,
  type SearchExplanation,
  WORD_READINGS,
} from '@beseda/shared/protocol/search-explanation';
import { useTexts } from '../../contexts';
import { useExplainWords } from './use-explain-words';

/** The verdict, and how each word was read. */
export function ExplainedQuery({ why, lang }: { why: SearchExplanation; lang: string }) {
  const words = useExplainWords();
  const { locale } = useTexts();
  const { gate } = why;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return (
    <>
      <section class="explain-verdict" data-shown={gate.shown} aria-label={words.verdict} aria-live="polite">
        <p>
          <strong>{words.verdicts[gate.verdict]}</strong>
        </p>
        {gate.odds !== null && (
          <details>
            <summary>{words.sureness(format.format(gate.odds), format.format(gate.least))}</summary>
            <ul aria-label={words.signsTitle}>
              {gate.signs.map(({ sign, odds }) => (
                <li key={sign}>
                  {words.signs[sign]}: {signed.format(odds)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <section aria-label={words.wordsTitle}>
        <h4>{words.wordsTitle}</h4>
        {why.layout && <p>{words.understood(why.understood)}</p>}
        <ul class="explain-words">
          {why.words.map((word) => (
            <li key={word.form}>
              <strong lang={lang}>{word.form}</strong> <WordReadings word={word} lang={lang} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function WordReadings({ word, lang }: { word: ExplainedWord; lang: string }) {
  const words = useExplainWords();
  const kinds = WORD_READINGS.map(
    (kind) => [kind, word.readings.filter((one) => one.kind === kind)] as const,
  );
  const notes = [
    ...(word.stop ? [words.stop] : []),
    ...(word.romanised ? [words.romanised] : []),
    ...(word.spelling === null ? [] : [words.spelling(word.spelling)]),
    ...(word.readings.length === 0 && !word.stop ? [words.unknown] : []),
  ];
  return (
    <span class="soft">
      {notes.join(' · ')}
      {kinds.map(
        ([kind, found]) =>
          found.length > 0 && (
            <span key={kind} class="explain-reading">
              {words.readings[kind]}: <span lang={lang}>{found.map((one) => one.word).join(', ')}</span>
            </span>
          ),
      )}
    </span>
  );
}
