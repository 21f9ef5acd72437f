import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useEffect, useState } from 'preact/hooks';
import type { SignIn } from '../../model/session';
import { usePage, useTexts } from '../contexts';
import { textOf } from '../form-text';

type Reason = Extract<SignIn, { kind: 'out' }>['reason'];
type Way = 'password' | 'link';

/** Sign-in by password or by a mailed link. The address stays as it is, so that one returns to the same place. */
export function SignInPage({ reason }: { reason: Reason }) {
  const { texts } = useTexts();
  const words = texts.signIn;
  const [way, setWay] = useState<Way>(reason === 'link_spent' ? 'link' : 'password');
  useEffect(() => {
    document.title = `${words.title} · ${texts.app.name}`;
  }, [texts]);
  const why = { first: null, ended: words.ended, left: words.left, link_spent: words.spent }[reason];
  return (
    <main class="whole">
      <div class="sign-in">
        <h1>{words.title}</h1>
        {why && (
          <p class="hint-box" role="status">
            {why}
          </p>
        )}
        {way === 'password' ? <PasswordForm /> : <LinkForm />}
        <button
          type="button"
          class="button quiet"
          onClick={() => setWay(way === 'password' ? 'link' : 'password')}
        >
          {way === 'password' ? words.byLink : words.byPassword}
        </button>
      </div>
    </main>
  );
}

/** One request at a time; `code` is why the last one was refused. */
function useSubmit(submit: (form: FormData) => Promise<ErrorCode | null>) {
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<ErrorCode | null>(null);
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setCode(await submit(new FormData(event.target as HTMLFormElement)));
    setBusy(false);
  };
  return { busy, code, onSubmit };
}

function PasswordForm() {
  const { texts } = useTexts();
  const { session } = usePage();
  const { busy, code, onSubmit } = useSubmit((form) =>
    session.usePassword(textOf(form, 'email'), textOf(form, 'password')),
  );
  return (
    <form class="form" onSubmit={(event) => void onSubmit(event)}>
      <EmailField />
      <label class="field">
        <span>{texts.signIn.password}</span>
        <input class="input" name="password" type="password" autocomplete="current-password" required />
      </label>
      <Refused code={code} />
      <button type="submit" class="button primary" disabled={busy}>
        {busy ? texts.signIn.entering : texts.signIn.enter}
      </button>
    </form>
  );
}

function LinkForm() {
  const { texts } = useTexts();
  const { session } = usePage();
  const [mailed, setMailed] = useState<string | null>(null);
  const { busy, code, onSubmit } = useSubmit(async (form) => {
    const email = textOf(form, 'email');
    const refused = await session.mailLink(email);
    setMailed(refused === null ? email : null);
    return refused;
  });
  return (
    <form class="form" onSubmit={(event) => void onSubmit(event)}>
      <EmailField />
      <Refused code={code} />
      <p role="status">{mailed && texts.signIn.linkMailed(mailed)}</p>
      <button type="submit" class="button primary" disabled={busy}>
        {texts.signIn.mailLink}
      </button>
    </form>
  );
}

function EmailField() {
  const { texts } = useTexts();
  return (
    <label class="field">
      <span>{texts.signIn.email}</span>
      <input class="input" name="email" type="email" autocomplete="username" required />
    </label>
  );
}

function Refused({ code }: { code: ErrorCode | null }) {
  const { texts } = useTexts();
  return (
    <p class="refused" role="alert">
      {code && texts.error(code)}
    </p>
  );
}
