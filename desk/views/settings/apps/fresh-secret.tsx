import { secretLines } from '../../../model/app-snippets';
import { Dialog } from '../../dialog';
import { useUnsaved } from '../use-unsaved';
import { CodeBlock } from './code-block';
import { useAppWords } from './use-app-words';

/** What was just made and will not be shown again. Only its button closes it: a slip must not. */
export function FreshSecret(props: {
  made: { key: string; kid: string; secret: string };
  /** Calls `go` where one goes on from here. */
  onDone: (leave: (go: () => void) => void) => void;
}) {
  const words = useAppWords();
  const { question, leave } = useUnsaved(true);
  return (
    <Dialog label={words.freshTitle} class="wide" onClose={() => {}}>
      {question}
      <h2>{words.freshTitle}</h2>
      <p class="hint-box">{words.freshWarning}</p>
      <CodeBlock label={words.freshLines} text={secretLines(props.made)} />
      <div class="dialog-foot">
        <button type="button" class="button primary" onClick={() => props.onDone(leave)}>
          {words.freshDone}
        </button>
      </div>
    </Dialog>
  );
}
