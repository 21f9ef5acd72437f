import type { TreeState } from './use-tree';
import { useTreeWords } from './use-tree-words';

/** What has just happened, said and shown, with the way back. */
export function SaidLine({ state: { said, say } }: { state: TreeState }) {
  const words = useTreeWords();
  const undo = said?.undo;
  return (
    <div class="kb-said" data-shown={said !== null} data-failed={said?.failed === true}>
      <span role="status">{said?.text}</span>
      {undo && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            say(null);
            undo();
          }}
        >
          {words.said.undo}
        </button>
      )}
    </div>
  );
}
