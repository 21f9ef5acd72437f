import type { MailPreview } from '@beseda/shared/protocol/mail-templates';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useMailWords } from '../use-mail-words';

const VIEWS = ['light', 'dark', 'text'] as const;

/** A mail as its reader sees it: light, dark, or as plain text; as wide as a phone, or as there is room. */
export function TemplatePreview({ mail }: { mail: NonNullable<MailPreview['mail']> }) {
  const words = useMailWords();
  const [view, setView] = useState<(typeof VIEWS)[number]>('light');
  const [narrow, setNarrow] = useState(false);
  return (
    <section class="mail-preview" aria-label={words.preview}>
      <fieldset class="options">
        <legend>{words.preview}</legend>
        {VIEWS.map((one) => (
          <label class="option" key={one}>
            <input type="radio" name="mail-view" checked={view === one} onChange={() => setView(one)} />
            <span>{words.previews[one]}</span>
          </label>
        ))}
        <label class="option">
          <input type="checkbox" checked={narrow} onChange={() => setNarrow(!narrow)} />
          <span>{words.narrow}</span>
        </label>
      </fieldset>
      <p class="mail-subject">{mail.subject}</p>
      {view === 'text' ? (
        <pre>{mail.text}</pre>
      ) : (
        <MailFrame key={view} html={mail.html} scheme={view} narrow={narrow} />
      )}
    </section>
  );
}

/** The frame is a page of its own with its own policy: a mail's styles stand inside of it. */
function MailFrame({ html, scheme, narrow }: { html: string; scheme: 'light' | 'dark'; narrow: boolean }) {
  const words = useMailWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    const root = frame.current?.contentDocument?.documentElement;
    if (root && loads > 0) root.innerHTML = html;
  }, [html, loads]);
  return (
    <iframe
      ref={frame}
      title={words.preview}
      src="/desk/mail-frame"
      class="mail-frame"
      data-scheme={scheme}
      data-narrow={narrow}
      onLoad={() => setLoads((count) => count + 1)}
    />
  );
}
