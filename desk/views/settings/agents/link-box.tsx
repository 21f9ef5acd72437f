import { useState } from 'preact/hooks';
import { useTeamWords } from '../use-team-words';

/** A link that is shown this once. */
export function LinkBox({ link }: { link: string }) {
  const { agents } = useTeamWords();
  const [copied, setCopied] = useState(false);
  return (
    <div class="form">
      <label class="field">
        <span>{agents.link}</span>
        <input class="input" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        <small>{agents.linkHint}</small>
      </label>
      <div class="settings-foot">
        <button
          type="button"
          class="button"
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {agents.copy}
        </button>
        <span role="status">{copied && agents.copied}</span>
      </div>
    </div>
  );
}
