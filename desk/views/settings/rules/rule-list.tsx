import type { ComponentChildren } from 'preact';
import { formatSettings, type SettingsPlace, type SettingsSection } from '../../../model/route';
import { useActions, useTexts } from '../../contexts';
import { followInside } from '../../follow-inside';
import { StateMessage } from '../../state-message';
import { SectionHead } from '../section-head';
import { useLoaded } from '../use-loaded';
import { useWords } from '../use-words';

/** The `id` of an object that is not made yet. */
export const NEW = 'new';

/** All objects of one kind, each a link to its page, and the way to a new one. */
export function RuleList<T>(props: {
  section: SettingsSection;
  path: string;
  create: string;
  nothing: string;
  idOf: (card: T) => string;
  children: (card: T) => ComponentChildren;
}) {
  const { texts } = useTexts();
  const actions = useActions();
  const words = useWords();
  const { loaded, reload } = useLoaded<{ results: T[] }>(props.path);
  const title = words.sections[props.section];
  const goTo = (id: string): SettingsPlace => ({ section: props.section, id });
  return (
    <section aria-labelledby="settings-title">
      <SectionHead title={title} create={props.create} onCreate={() => actions.go({ settings: goTo(NEW) })} />
      {loaded.kind === 'loading' && <StateMessage title={texts.app.loading} />}
      {loaded.kind === 'failed' && (
        <StateMessage title={words.why(loaded.code)}>
          <button type="button" class="button" onClick={reload}>
            {texts.app.tryAgain}
          </button>
        </StateMessage>
      )}
      {loaded.kind === 'ready' && loaded.data.results.length === 0 && <StateMessage title={props.nothing} />}
      {loaded.kind === 'ready' && loaded.data.results.length > 0 && (
        <ul class="settings-list" aria-label={title}>
          {loaded.data.results.map((card) => {
            const goal = goTo(props.idOf(card));
            return (
              <li key={goal.id}>
                <a
                  class="settings-row"
                  href={formatSettings(goal)}
                  onClick={(event) => followInside(event, () => actions.go({ settings: goal }))}
                >
                  {props.children(card)}
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
