import { useRef } from 'preact/hooks';
import { ToolIcon } from './tool-icons';
import { runTool, TOOLS, type ToolDialogs } from './tools';
import { useEditorWords } from './use-editor-words';
import type { TextField } from './use-text-field';

/** One stop of the Tab key; arrows move between the tools. */
export function Toolbar({ field, dialogs }: { field: TextField; dialogs: ToolDialogs }) {
  const words = useEditorWords();
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const goals: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    const next = buttons.at(goal % buttons.length);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  };
  return (
    <div
      ref={bar}
      class="kb-tools"
      role="toolbar"
      aria-label={words.tools.label}
      aria-controls="kb-body"
      onKeyDown={move}
    >
      {TOOLS.map(({ name, keys }, at) => (
        <button
          key={name}
          type="button"
          class="kb-tool"
          data-tool={name}
          tabIndex={at === 0 ? 0 : -1}
          aria-label={words.tools[name]}
          title={keys ? `${words.tools[name]} (${keys})` : words.tools[name]}
          // The field keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runTool(name, field, words, dialogs)}
        >
          <ToolIcon name={name} />
        </button>
      ))}
    </div>
  );
}
