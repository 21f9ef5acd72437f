import type { Locale } from '@beseda/shared/domain/words';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../../../contexts';
import { useEditorWords } from './use-editor-words';

const QUIET_MS = 250;
const LOOKS = ['page', 'phone', 'panel'] as const;
type Look = (typeof LOOKS)[number];

/** The article in a frame with the page's own views and styles, or the panel's; follows what is typed. */
export function PreviewPane(props: { locale: Locale; title: string; body: string }) {
  const { locale, title, body } = props;
  const { preview: words } = useEditorWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [look, setLook] = useState<Look>('page');
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [loads, setLoads] = useState(0);
  const { html, stale } = useHtml(locale, body);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    const heading = page?.querySelector('h1, h2');
    const text = page?.querySelector('.article-body');
    if (!page || !heading || !text) return;
    page.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    heading.textContent = title;
    if (html !== null && text.innerHTML !== html) text.innerHTML = html;
  }, [html, title, dark, loads]);
  const as = look === 'panel' ? 'panel' : 'page';
  return (
    <div class="kb-preview">
      <div class="kb-preview-tools" role="group" aria-label={words.as}>
        {LOOKS.map((name) => (
          <button
            key={name}
            type="button"
            class="button small"
            aria-pressed={look === name}
            onClick={() => setLook(name)}
          >
            {words[name]}
          </button>
        ))}
        <button type="button" class="button small" aria-pressed={dark} onClick={() => setDark(!dark)}>
          {words.dark}
        </button>
        {stale && (
          <span class="soft" role="status">
            {words.stale}
          </span>
        )}
      </div>
      <iframe
        ref={frame}
        key={as}
        class="kb-frame"
        data-look={look}
        title={words.frame}
        src={`/desk/preview/${as}?locale=${locale}`}
        onLoad={() => {
          setLoads((count) => count + 1);
          frame.current?.contentDocument?.addEventListener('click', openOutside);
        }}
      />
    </div>
  );
}

/** A link of the preview would lead the frame away. */
function openOutside(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute('href') ?? '';
  if (address.startsWith('#')) link.ownerDocument.getElementById(address.slice(1))?.scrollIntoView();
  else window.open(link.href, '_blank', 'noopener');
}

/** The text as the server draws it; what is there stays until the next is known. */
function useHtml(locale: Locale, body: string): { html: string | null; stale: boolean } {
  const { http } = useDesk();
  const [known, setKnown] = useState<{ html: string | null; stale: boolean }>({ html: null, stale: false });
  useEffect(() => {
    const over = new AbortController();
    const timer = setTimeout(() => {
      void http<{ html: string }>('POST', '/kb/preview', { locale, body }, over).then((ack) => {
        if (over.signal.aborted) return;
        setKnown((before) => (ack.ok ? { html: ack.data.html, stale: false } : { ...before, stale: true }));
      });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [http, locale, body]);
  return known;
}
