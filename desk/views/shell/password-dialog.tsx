import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { usePage, useTexts } from '../contexts';
import { Dialog } from '../dialog';
import { textOf } from '../form-text';

/** Sets the first password, or another one in place of the present. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
  const { session } = usePage();
  const state = useValue(session.state);
  const [hadPassword] = useState(state.kind === 'in' && state.session.agent.hasPassword);
  const [code, setCode] = useState<ErrorCode | null>(null);
  const [saved, setSaved] = useState(false);
  const title = hadPassword ? texts.menu.changePassword : texts.menu.setPassword;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const refused = await session.setPassword({
      password: textOf(form, 'password'),
      ...(hadPassword ? { current: textOf(form, 'current') } : {}),
    });
    setCode(refused);
    setSaved(refused === null);
  }

  return (
    <Dialog label={title} onClose={onClose}>
      <h2>{title}</h2>
      {saved ? (
        <p role="status">{texts.menu.passwordSaved}</p>
      ) : (
        <form class="form" id="password-form" onSubmit={(event) => void save(event)}>
          {hadPassword && (
            <label class="field">
              <span>{texts.menu.currentPassword}</span>
              <input class="input" name="current" type="password" autocomplete="current-password" required />
            </label>
          )}
          <label class="field">
            <span>{texts.menu.newPassword}</span>
            <input
              class="input"
              name="password"
              type="password"
              autocomplete="new-password"
              minLength={10}
              required
            />
            <small>{texts.menu.passwordHint}</small>
          </label>
          <p class="refused" role="alert">
            {code && (code === 'sign_in_failed' ? texts.menu.wrongPassword : texts.error(code))}
          </p>
        </form>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {saved ? texts.app.close : texts.app.cancel}
        </button>
        {!saved && (
          <button type="submit" form="password-form" class="button primary">
            {texts.app.save}
          </button>
        )}
      </div>
    </Dialog>
  );
}
