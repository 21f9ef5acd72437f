import type { Failure, PageContext } from '@beseda/shared/domain/event';
import { maskSecrets } from '@beseda/shared/domain/mask-secrets';
import type { HostState } from '@beseda/shared/protocol/host-bridge';
import { describeBrowser } from './describe-browser';
import type { ReportTexts } from './texts';

/** One part of what is sent along: it goes as a whole or not at all. */
export interface PagePart {
  key: string;
  label: string;
  lines: readonly string[];
}

interface Told {
  context?: Record<string, string> | undefined;
  route?: string | undefined;
}

/** All that can be sent along with a new conversation, bounded as the server takes it. */
export function collectPage(
  { page, failures }: Pick<HostState, 'page' | 'failures'>,
  { context, route }: Told,
  userAgent: string,
): PageContext {
  const { errors = [], requests = [] } = failures ?? {};
  return {
    url: maskSecrets(page.url.slice(0, 2000)).slice(0, 2000),
    title: page.title.slice(0, 500),
    ...(route && { route: route.slice(0, 500) }),
    ...(context && { context }),
    browser: describeBrowser(userAgent),
    ...(errors[0] && { errors }),
    ...(requests[0] && { requests }),
  };
}

/** `entity.type` and `entity.id` are told as one `entity`. */
const groupOf = (key: string) => key.split('.', 1)[0] ?? key;

export function listParts(page: PageContext, texts: ReportTexts): PagePart[] {
  const { url, title, context = {}, browser, errors = [], requests = [] } = page;
  const names: Record<string, string> = texts.context;
  const groups = [...new Set(Object.keys(context).map(groupOf))];
  const parts: PagePart[] = [
    { key: 'page', label: texts.page, lines: [title, url] },
    ...groups.map((group) => ({
      key: `context:${group}`,
      label: names[group] ?? group,
      lines: [
        Object.entries(context)
          .flatMap(([key, value]) => (groupOf(key) === group ? [value] : []))
          .join(', '),
      ],
    })),
    { key: 'browser', label: texts.browser, lines: browser ? [browser] : [] },
    { key: 'errors', label: texts.errors, lines: errors.map(textOf) },
    { key: 'requests', label: texts.requests, lines: requests.map(textOf) },
  ];
  return parts.flatMap(({ lines, ...part }) => {
    const filled = lines.filter(Boolean);
    return filled[0] ? [{ ...part, lines: filled }] : [];
  });
}

const textOf = ({ text }: Failure) => text;

/** What is left when the requester has taken parts out. */
export function leaveOut(page: PageContext, without: readonly string[]): PageContext {
  const stays = (key: string) => !without.includes(key);
  const { url, title, route, context = {}, browser, errors, requests } = page;
  const facts = Object.entries(context).filter(([key]) => stays(`context:${groupOf(key)}`));
  return {
    url: stays('page') ? url : '',
    title: stays('page') ? title : '',
    ...(route && stays('page') && { route }),
    ...(facts[0] && { context: Object.fromEntries(facts) }),
    ...(browser && stays('browser') && { browser }),
    ...(errors && stays('errors') && { errors }),
    ...(requests && stays('requests') && { requests }),
  };
}
