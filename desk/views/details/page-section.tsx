import type { Failure, PageContext } from '@beseda/shared/domain/event';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../hooks/use-now';
import { useTexts } from '../contexts';
import { Fact } from './fact';

/** Where the requester was, and what had gone wrong there, as far as they sent it. */
export function PageSection({ page }: { page: PageContext }) {
  const { texts } = useTexts();
  const words = texts.details;
  const facts = Object.entries(page.context ?? {});
  if (page.browser) facts.push([words.browser, page.browser]);
  const title = page.title || page.url;
  return (
    <section class="details-part" aria-label={words.page}>
      <h3>{words.page}</h3>
      {title ? <PageTitle url={page.url} title={title} /> : <p class="soft">{words.pageWithheld}</p>}
      {page.route && <p class="page-route">{page.route}</p>}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      )}
      <Failures title={words.errors} failures={page.errors} />
      <Failures title={words.requests} failures={page.requests} />
    </section>
  );
}

function PageTitle({ url, title }: { url: string; title: string }) {
  return (
    <p class="page-title">
      {/^https?:\/\//.test(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
          {title}
        </a>
      ) : (
        title
      )}
    </p>
  );
}

function Failures({ title, failures = [] }: { title: string; failures?: Failure[] | undefined }) {
  const { locale } = useTexts();
  const now = useNow();
  if (failures.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="failures">
        {failures.map(({ at, text }, index) => (
          <li key={index}>
            <code>{text}</code> <Time at={at} now={now} locale={locale} />
          </li>
        ))}
      </ul>
    </>
  );
}
