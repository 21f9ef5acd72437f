import type { ComponentType } from 'preact';
import type { Panel } from '../model/panel';

export type ViewProps = { panel: Panel; id: string };
type View = ComponentType<ViewProps>;

const LOADERS = {
  thread: () => import('../live/live'),
  list: () => import('../list/list'),
  article: () => import('../article/article'),
  files: () => import('../files/files'),
  refused: () => import('../refused/refused'),
  closed: () => import('../closed/closed'),
};
export type LazyName = keyof typeof LOADERS;

const views: Partial<Record<LazyName, View>> = {};

/** The view of a lazy chunk, loaded when it is first drawn; in its place a word that it comes, or that it did not. */
export function Lazy({ panel, id, name }: ViewProps & { name: LazyName }) {
  const View = views[name] ?? Loading;
  if (View === Loading && !(name in views)) {
    views[name] = Loading;
    void LOADERS[name]()
      .then(
        (module) => module.View,
        () => (props: ViewProps) => <Failed {...props} onRetry={() => delete views[name]} />,
      )
      .then((loaded) => {
        views[name] = loaded;
        panel.touch();
      });
  }
  return <View panel={panel} id={id} />;
}

export const Loading = ({ panel }: ViewProps) => (
  <p class="quiet" role="status">
    {panel.state.texts.loading}
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
