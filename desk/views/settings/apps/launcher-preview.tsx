import { type AppTheme, launcherTexts } from '@beseda/shared/domain/app-theme';
import { launcherSheet } from '@beseda/shared/domain/launcher-sheet';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTexts } from '../../contexts';
import { useAppWords } from './use-app-words';

/** The launcher on a light and on a dark page, by the style sheet of the real one. */
export function LauncherPreview({ theme }: { theme: AppTheme }) {
  const { locale } = useTexts();
  const words = useAppWords();
  const text = launcherTexts(theme)[locale];
  return (
    <div class="app-previews" role="group" aria-label={words.previews}>
      {(['light', 'dark'] as const).map((page) => (
        <div
          key={page}
          class="app-preview"
          data-page={page}
          role="img"
          aria-label={theme.ownButton ? words.noLauncher : words.preview(text)}
        >
          {theme.ownButton ? <p>{words.noLauncher}</p> : <Launcher theme={theme} text={text} />}
        </div>
      ))}
    </div>
  );
}

function Launcher({ theme, text }: { theme: AppTheme; text: string }) {
  const host = useRef<HTMLDivElement>(null);
  const sheet = useRef<CSSStyleSheet>();
  const css = launcherSheet(theme);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    sheet.current ??= new CSSStyleSheet();
    sheet.current.replaceSync(css);
    root.adoptedStyleSheets = [sheet.current];
    const button = root.querySelector('button') ?? root.appendChild(document.createElement('button'));
    button.className = theme.position;
    button.textContent = text;
  }, [css, theme.position, text]);
  return <div ref={host} inert />;
}
