import type { ArticleView } from '@beseda/shared/protocol/http';
import { ArticleBody } from '../../views/article-body';
import bodyCss from '../../views/article-body.css?inline';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { type LaterTexts, laterTexts } from '../texts/later';
import { adopt, Failed, Loading, type ViewProps } from '../views/lazy-view';
import css from './article.css?inline';
import { closeAsAnswered } from './close-as-answered';
import { loadArticle, type Reading, readingOf } from './load-article';
import { Why } from './why';

adopt(bodyCss + css);

/** An article, with the question whether it helped and the way back to the draft. */
export function View({ panel, id }: ViewProps) {
  const { locale } = panel.state;
  const texts = laterTexts(locale);
  const reading = readingOf(panel, id);
  if (reading.kind !== 'ready') {
    if (reading.kind === 'loading') return <Loading panel={panel} id={id} />;
    if (reading.kind === 'missing') return <p class="quiet">{texts.missing}</p>;
    return <Failed panel={panel} onRetry={() => void loadArticle(panel, id)} />;
  }
  const { article } = reading;
  return (
    <div class="reader">
      <Beside panel={panel} texts={texts} />
      <article lang={article.locale}>
        <p class="soft">{article.section.title}</p>
        <h2 tabIndex={-1} data-focus>
          {article.title}
        </h2>
        <p class="soft">
          {article.author}
          {article.author && ' · '}
          {fill(texts.updated, { date: new Date(article.updated).toLocaleDateString(locale) })}
        </p>
        {article.locale !== locale && <p class="notice">{texts.otherLocale}</p>}
        <ArticleBody html={article.html} />
        <p>
          <a href={article.url} target="_blank" rel="noopener">
            {texts.openPage}
          </a>
        </p>
      </article>
      <Helpful panel={panel} reading={reading} texts={texts} />
    </div>
  );
}

/** Beside the page one can work and read; over it, more of it is seen. */
function Beside({ panel, texts }: { panel: Panel; texts: LaterTexts }) {
  const beside = panel.host?.beside;
  if (beside === undefined) return null;
  return (
    <button
      type="button"
      class="link beside"
      onClick={() => panel.bridge.post({ type: 'beside', on: !beside })}
    >
      {beside ? texts.toWindow : texts.toSide}
    </button>
  );
}

interface HelpfulProps {
  panel: Panel;
  reading: Extract<Reading, { kind: 'ready' }>;
  texts: LaterTexts;
}

function Helpful({ panel, reading, texts }: HelpfulProps) {
  const { article, vote } = reading;
  const hasDraft = Boolean(panel.draft().text);
  const choose = (event: Event, helpful: boolean) => {
    const footer = (event.currentTarget as Element).closest('footer');
    void castVote(panel, reading, helpful);
    // What the vote offers appears below the fold.
    requestAnimationFrame(() => footer?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <footer class="helpful">
      <p id="helpful">{texts.helpful}</p>
      <div role="group" aria-labelledby="helpful">
        <button
          type="button"
          class="choice"
          aria-pressed={vote === 'yes'}
          onClick={(event) => choose(event, true)}
        >
          {texts.yes}
        </button>
        <button
          type="button"
          class="choice"
          aria-pressed={vote === 'no'}
          onClick={(event) => choose(event, false)}
        >
          {texts.no}
        </button>
      </div>
      <p role="status">{vote && (vote === 'yes' || reading.told ? texts.thanks : texts.notHelpful)}</p>
      {vote === 'no' && !reading.told && (
        <Why
          texts={texts}
          onSend={(reason, comment) => {
            reading.told = true;
            void castVote(panel, reading, false, { ...(reason && { reason }), comment });
          }}
        />
      )}
      {vote === 'yes' && hasDraft && panel.state.access.kind === 'staff' && (
        <button type="button" class="primary" onClick={() => closeAsAnswered(panel, article)}>
          {texts.solved}
        </button>
      )}
      <button type="button" class="link" onClick={() => panel.back()}>
        {hasDraft
          ? texts.toDraft
          : panel.state.access.kind === 'staff'
            ? texts.toQuestion
            : panel.state.texts.back}
      </button>
    </footer>
  );
}

async function castVote(
  panel: Panel,
  reading: HelpfulProps['reading'],
  helpful: boolean,
  why: { reason?: string; comment?: string } = {},
): Promise<void> {
  const { number, locale }: ArticleView = reading.article;
  reading.vote = helpful ? 'yes' : 'no';
  if (helpful) reading.told = false;
  if (helpful) panel.evidence.refused.delete(number);
  else panel.evidence.refused.add(number);
  panel.touch();
  const visitor = panel.session ? undefined : visitorOf();
  const ack = await panel.http('PUT', `/articles/${number}/vote`, {
    locale,
    helpful,
    ...why,
    ...(visitor && { visitor }),
  });
  if (!ack.ok) Object.assign(reading, { vote: null, told: false });
  panel.touch();
}

let visitor = '';

/** One vote per visitor and page; nothing about the visitor is stored. */
function visitorOf(): string {
  visitor ||= crypto.randomUUID();
  return visitor;
}
