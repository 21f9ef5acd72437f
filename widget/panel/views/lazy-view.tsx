import type { Attachment, Message, RequesterEvent } from '@beseda/shared/domain/event';
import type { ComponentType } from 'preact';
import type { Panel } from '../model/panel';

/** `id` names what is shown: a conversation, a draft, an article, a message. */
export interface ViewProps {
  panel: Panel;
  id: string;
  text?: string;
  event?: RequesterEvent;
  files?: readonly Attachment[];
  message?: Message;
  /** Of a report: what stands below the button. */
  below?: boolean;
}
type View = ComponentType<ViewProps>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const LOADERS = {
  // Not before one can type and is suggested articles: first use is counted.
  outlook: () => pause(1500).then(() => import('../promise/outlook')),
  summary: () => import('../promise/summary'),
  thread: () => import('../live/live'),
  list: () => import('../list/list'),
  article: () => import('../article/article'),
  files: () => import('../files/files'),
  report: () => import('../report/report'),
  search: () => import('../search/search'),
  similar: () => import('../similar/similar'),
  sent: () => import('../report/sent'),
  refused: () => import('../refused/refused'),
  rich: () => import('../rich/rich'),
};
const views: Partial<Record<keyof typeof LOADERS, View>> = {};

/** The view of a lazy chunk, loaded when it is first drawn; in its place a word that it comes, or that it did not. */
export function Lazy({ name, ...props }: ViewProps & { name: keyof typeof LOADERS }) {
  const { panel } = props;
  if (!views[name]) {
    views[name] = Loading;
    void LOADERS[name]()
      .then(
        (module) => module.View,
        () => () => <Failed panel={panel} onRetry={() => delete views[name]} />,
      )
      .then((loaded) => {
        views[name] = loaded;
        panel.touch();
      });
  }
  const View = views[name] ?? Loading;
  return <View {...props} />;
}

/** A text that is still on its way to its rich form stands as it is. */
export const Loading = ({ panel, text = panel.state.texts.loading }: ViewProps) =>
  text && (
    <p class="quiet" role="status">
      {text}
    </p>
  );

export const Failed = ({ panel, onRetry }: { panel: Panel; onRetry: () => void }) => (
  <p class="quiet" role="alert">
    {panel.state.texts.failed}{' '}
    <button
      class="link"
      type="button"
      onClick={() => {
        onRetry();
        panel.touch();
      }}
    >
      {panel.state.texts.again}
    </button>
  </p>
);

/** Adds the style sheet of a lazy chunk; constructed, so that no policy stands in its way. */
export function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
