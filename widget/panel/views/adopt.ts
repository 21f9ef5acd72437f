/** Adds the style sheet of a lazy chunk; constructed, so that no policy stands in its way. */
export function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
