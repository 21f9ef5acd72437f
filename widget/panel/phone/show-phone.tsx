import { formatPhoneNumber, readPhoneNumber } from '@beseda/shared/domain/phone-number';
import type { CallCode, PhoneLine } from '@beseda/shared/protocol/http';
import { formatClock, formatTime } from '@beseda/shared/ui/time';
import { render } from 'preact';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { adopt } from '../views/lazy-view';
import css from './phone.css?inline';
import { phoneTexts } from './texts';

adopt(css);

interface Shown {
  lines: readonly PhoneLine[];
  /** `failed`: none was to be had. */
  code: CallCode | 'failed' | null;
}

/** Numbers with their hours, and six digits that carry who calls; Esc closes it and gives the focus back. */
export function showPhone(panel: Panel): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'phone';
  dialog.setAttribute('aria-label', phoneTexts(panel.state.locale).title);
  const shown: Shown = { lines: [], code: null };
  const draw = () =>
    render(<Phone panel={panel} {...shown} onFresh={() => void ask()} onClose={close} />, dialog);
  const timer = setInterval(draw, 10_000);

  function close(): void {
    dialog.close();
  }

  async function ask(): Promise<void> {
    const { page } = await panel.bridge.askState();
    const key = panel.draftKey();
    const ack = await panel.http<CallCode>('POST', '/call-codes', {
      page: { url: page.url.slice(0, 2000), title: page.title.slice(0, 500) },
      text: panel.draft(key).text,
      ...(key !== 'new' && { conversationId: key }),
    });
    shown.code = ack.ok ? ack.data : 'failed';
    draw();
  }

  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    clearInterval(timer);
    render(null, dialog);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  draw();
  void ask();
  void panel.http<{ results: PhoneLine[] }>('GET', '/phone').then((ack) => {
    if (ack.ok) shown.lines = ack.data.results;
    draw();
  });
}

interface PhoneProps extends Shown {
  panel: Panel;
  onFresh: () => void;
  onClose: () => void;
}

function Phone({ panel, lines, code, onFresh, onClose }: PhoneProps) {
  const { locale, texts: words } = panel.state;
  const texts = phoneTexts(locale);
  return (
    <>
      <h2>{texts.title}</h2>
      {lines.map((line) => (
        <p key={line.number}>
          <a href={`tel:${readPhoneNumber(line.number) ?? line.number}`}>
            {formatPhoneNumber(readPhoneNumber(line.number) ?? line.number)}
          </a>{' '}
          {line.note}
          <small>{hoursOf(line, panel)}</small>
        </p>
      ))}
      <div role="status">
        <Code code={code} panel={panel} onFresh={onFresh} />
      </div>
      <button type="button" class="primary" onClick={onClose}>
        {words.close}
      </button>
    </>
  );
}

function Code({ code, panel, onFresh }: Pick<PhoneProps, 'code' | 'panel' | 'onFresh'>) {
  const texts = phoneTexts(panel.state.locale);
  if (code === null) return <p>{texts.loading}</p>;
  const fresh = (
    <button type="button" class="link" onClick={onFresh}>
      {texts.fresh}
    </button>
  );
  if (code === 'failed')
    return (
      <p>
        {texts.failed} {fresh}
      </p>
    );
  if (Date.parse(code.expiresAt) <= Date.now())
    return (
      <p>
        {texts.expired} {fresh}
      </p>
    );
  return (
    <p>
      {texts.code}
      <b class="code">{`${code.code.slice(0, 3)} ${code.code.slice(3)}`}</b>
      <small>{fill(texts.codeHint, { at: formatClock(code.expiresAt, panel.state.locale) })}</small>
    </p>
  );
}

function hoursOf({ open, opensAt }: PhoneLine, { state: { locale } }: Panel): string {
  const texts = phoneTexts(locale);
  if (open) return texts.open;
  return opensAt ? fill(texts.opens, { at: formatTime(opensAt, Date.now(), locale) }) : texts.closed;
}
