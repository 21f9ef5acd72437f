import type { Panel } from '../model/panel';
import type { Screen } from '../model/state';
import { Ask } from './ask';
import { Icon } from './icon';
import { Lazy } from './lazy-view';

export function App({ panel }: { panel: Panel }) {
  const { state } = panel;
  const screen = state.screens.at(-1) as Screen;
  return (
    <div class={state.dragging ? 'app dragging' : 'app'} {...takeDrops(panel)}>
      <Header panel={panel} screen={screen} />
      <Warning panel={panel} />
      <main>
        {screen.name === 'ask' ? (
          <Ask panel={panel} />
        ) : (
          <Lazy panel={panel} name={screen.name} id={screen.id ?? ''} key={screen.id} />
        )}
      </main>
      <div class="sr" aria-live="polite">
        {state.announcement}
      </div>
    </div>
  );
}

/** Files that are dropped anywhere go into the draft that is shown. */
export function takeDrops(panel: Panel) {
  const drag = (dragging: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (panel.state.dragging !== dragging) panel.set({ dragging });
    if (event.type === 'drop') panel.attach(event.dataTransfer.files);
  };
  return { onDragOver: drag(true), onDragLeave: drag(false), onDrop: drag(false) };
}

function Header({ panel, screen }: { panel: Panel; screen: Screen }) {
  const { texts, screens, access } = panel.state;
  return (
    <header>
      {screens.length > 1 && (
        <button class="tool" type="button" aria-label={texts.back} onClick={() => panel.back()}>
          <Icon name="back" />
        </button>
      )}
      <h1>{titleOf(panel, screen)}</h1>
      {access.kind === 'staff' && screen.name === 'ask' && (
        <button
          class="tool"
          type="button"
          aria-label={texts.search}
          onClick={() => panel.go({ name: 'search' })}
        >
          <Icon name="find" />
        </button>
      )}
      <button class="tool" type="button" aria-label={texts.close} onClick={panel.close}>
        <Icon name="close" />
      </button>
    </header>
  );
}

function titleOf({ boot, state }: Panel, { name, id }: Screen): string {
  const { texts, conversations } = state;
  if (name === 'ask') return boot.name;
  if (name === 'list') return texts.mine;
  if (name === 'article') return texts.article;
  if (name === 'search') return texts.search;
  const number = conversations?.find((row) => row.id === id)?.number;
  return number ? `${texts.conversation} № ${number}` : texts.newConversation;
}

/** What is wrong with the line or the storage, said as it is. */
export function Warning({ panel }: { panel: Panel }) {
  const { texts, line, durable } = panel.state;
  const away = navigator.onLine ? texts.away : texts.offline;
  const text =
    line === 'offline' ? away : line === 'refused' ? texts.refused : durable ? '' : texts.memoryOnly;
  return (
    <div role="status" class="warning">
      {text && <p key={text}>{text}</p>}
    </div>
  );
}
