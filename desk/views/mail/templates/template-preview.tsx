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
        <MailFrame html={mail.html} scheme={view} narrow={narrow} />
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
    const page = frame.current?.contentDocument;
    if (!page || loads === 0) return;
    page.documentElement.innerHTML = html;
    settleScheme(page, scheme);
  }, [html, scheme, loads]);
  return (
    <iframe
      ref={frame}
      title={words.preview}
      src="/desk/mail-frame"
      data-narrow={narrow}
      onLoad={() => setLoads((count) => count + 1)}
    />
  );
}

/** Its dark stands behind a media query, which asks the reader's system: here it is asked for. */
function settleScheme(page: Document, scheme: 'light' | 'dark'): void {
  page.documentElement.style.colorScheme = scheme;
  const rules = [...page.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  for (const rule of rules) {
    const { media } = rule as Partial<CSSMediaRule>;
    if (media?.mediaText.includes('prefers-color-scheme')) {
      media.mediaText = scheme === 'dark' ? 'all' : 'not all';
    }
  }
}
