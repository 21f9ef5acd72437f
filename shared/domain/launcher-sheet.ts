import { type AppTheme, darkenForWhite } from './app-theme';

/** The window's edge to the panel, where the launcher keeps more distance. */
const EDGE = 20;

/**
 * The launcher's style sheet with an app's theme in it, as the server writes it into the loader and the desk draws its
 * preview. Written small, as every page that embeds us loads it. The panel's frame stands where the launcher does. The
 * bubble is cut out of a border: it keeps the text's colour in forced colours too.
 */
export function launcherSheet({ accent, side, bottom }: AppTheme): string {
  const place = `position:fixed;bottom:${bottom}px;right:${side}px`;
  return [
    ':host{all:initial!important;z-index:2147483000!important;position:fixed!important}',
    `button,iframe{${place}}`,
    bottom === EDGE ? '' : `iframe{max-height:calc(100% - ${bottom + EDGE}px)}`,
    `button{color:#fff;cursor:pointer;background:${darkenForWhite(accent)};border:0;border-radius:28px;`,
    'gap:8px;padding:12px 20px;font:500 15px/24px system-ui;display:flex}',
    "button:before{content:'';clip-path:path('M2 3h20v15h-10l-6 4v-4H2z');border:12px solid}",
    `.left{left:${side}px;right:auto}`,
    '[hidden]{display:none}',
    ':focus-visible{outline-offset:-5px;outline:2px solid}',
    '@media (max-width:640px){button{width:56px;padding:16px;font-size:0}}',
    '@media print{button{display:none}}',
  ].join('');
}
