import { NOTICE_KINDS, type NoticeKind } from '@beseda/shared/domain/words';
import { useEffect, useState } from 'preact/hooks';
import { useDesk, useTexts } from '../contexts';

interface Choice {
  off: NoticeKind[];
}

/** What this agent is told of by mail when they have not looked at it in the desk. */
export function NoticeChoice() {
  const { texts } = useTexts();
  const { http } = useDesk();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void http<Choice>('GET', '/desk/mail-choice').then((ack) => ack.ok && setChoice(ack.data));
  }, []);
  if (!choice) return null;
  const toggle = async (kind: NoticeKind) => {
    const off = choice.off.includes(kind) ? choice.off.filter((one) => one !== kind) : [...choice.off, kind];
    setChoice({ off });
    const ack = await http<Choice>('PUT', '/desk/mail-choice', { off });
    setFailed(!ack.ok);
    setChoice(ack.ok ? ack.data : choice);
  };
  return (
    <fieldset class="options">
      <legend>{texts.menu.notices.legend}</legend>
      {NOTICE_KINDS.map((kind) => (
        <label class="option" key={kind}>
          <input type="checkbox" checked={!choice.off.includes(kind)} onChange={() => void toggle(kind)} />
          <span>{texts.menu.notices.kinds[kind]}</span>
        </label>
      ))}
      {failed && (
        <p class="refused" role="alert">
          {texts.menu.notices.failed}
        </p>
      )}
    </fieldset>
  );
}
