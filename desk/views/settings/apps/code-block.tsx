import { useRef, useState } from 'preact/hooks';
import { useAppWords } from './use-app-words';

/** Lines to be copied. Where the browser does not let us, they are selected for who presses the keys. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  const words = useAppWords();
  const code = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setSaid(words.notCopied);
    }
  }

  return (
    <div class="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre ref={code} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <div class="settings-foot">
        <button type="button" class="button small" onClick={() => void copy()}>
          {words.copy}
          <span class="visually-hidden">: {label}</span>
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
