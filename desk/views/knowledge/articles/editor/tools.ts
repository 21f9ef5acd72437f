import type { KbEditorTexts } from '../../../../locales/kb-editor-ru';
import {
  insertTable,
  toggleHeading,
  toggleLines,
  toggleMark,
  wrapCallout,
  wrapCode,
} from '../../../../model/writing/edit-text';
import type { TextField } from './use-text-field';

export type ToolName = keyof Omit<KbEditorTexts['tools'], 'label'>;

/** What opens a dialog rather than changing the text at once. */
export interface ToolDialogs {
  link(): void;
  file(): void;
  snippet(): void;
}

/** In the toolbar's order; `key` is the place of a key on the keyboard, with Ctrl. */
export const TOOLS: readonly { name: ToolName; key?: string; keys?: string }[] = [
  { name: 'bold', key: 'KeyB', keys: 'Ctrl+B' },
  { name: 'italic', key: 'KeyI', keys: 'Ctrl+I' },
  { name: 'heading', key: 'Alt+Digit2', keys: 'Ctrl+Alt+2' },
  { name: 'subheading', key: 'Alt+Digit3', keys: 'Ctrl+Alt+3' },
  { name: 'bullets', key: 'Shift+Digit8', keys: 'Ctrl+Shift+8' },
  { name: 'numbers', key: 'Shift+Digit7', keys: 'Ctrl+Shift+7' },
  { name: 'quote', key: 'Shift+Digit9', keys: 'Ctrl+Shift+9' },
  { name: 'code', key: 'KeyE', keys: 'Ctrl+E' },
  { name: 'codeBlock' },
  { name: 'link', key: 'KeyK', keys: 'Ctrl+K' },
  { name: 'file' },
  { name: 'table' },
  { name: 'note' },
  { name: 'tip' },
  { name: 'warning' },
  { name: 'snippet' },
];

export function runTool(name: ToolName, field: TextField, words: KbEditorTexts, dialogs: ToolDialogs): void {
  const { hints } = words;
  switch (name) {
    case 'bold':
      return void field.edit((given) => toggleMark(given, '**'));
    case 'italic':
      return void field.edit((given) => toggleMark(given, '*'));
    case 'code':
      return void field.edit((given) => toggleMark(given, '`'));
    case 'heading':
      return void field.edit((given) => toggleHeading(given, 2));
    case 'subheading':
      return void field.edit((given) => toggleHeading(given, 3));
    case 'bullets':
    case 'numbers':
    case 'quote':
      return void field.edit((given) => toggleLines(given, name));
    case 'codeBlock':
      return void field.edit((given) => wrapCode(given, hints.code));
    case 'table':
      return void field.edit((given) => insertTable(given, hints.heads));
    case 'note':
      return void field.edit((given) => wrapCallout(given, 'NOTE', hints.callout));
    case 'tip':
      return void field.edit((given) => wrapCallout(given, 'TIP', hints.callout));
    case 'warning':
      return void field.edit((given) => wrapCallout(given, 'WARNING', hints.callout));
    case 'link':
    case 'file':
    case 'snippet':
      return dialogs[name]();
  }
}

/** The tool whose keys these are; null: none. */
export function toolOf(event: KeyboardEvent): ToolName | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  const stroke = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
  return TOOLS.find(({ key }) => key === stroke)?.name ?? null;
}
