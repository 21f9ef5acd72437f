/** In this order: most browsers claim to be some of the others as well. */
const BROWSERS: readonly [RegExp, string][] = [
  [/YaBrowser\/([\d.]+)/, 'Yandex'],
  [/(?:Edg|EdgA|EdgiOS)\/(\d+)/, 'Edge'],
  [/(?:OPR|OPT)\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/, 'Chrome'],
  [/Version\/([\d.]+).*Safari/, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android ([\d.]+)?/, 'Android'],
  [/(?:iPhone|iPad).*OS ([\d_]+)/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** «Chrome 148, Windows»; the header as it is where it says neither. */
export function describeBrowser(userAgent: string): string {
  const said = [BROWSERS, SYSTEMS].map((known) => findName(known, userAgent)).filter(Boolean);
  return said.join(', ') || userAgent.slice(0, 200);
}

function findName(known: readonly [RegExp, string][], userAgent: string): string {
  for (const [pattern, name] of known) {
    const match = pattern.exec(userAgent);
    if (match) return [name, match[1]?.replaceAll('_', '.')].filter(Boolean).join(' ');
  }
  return '';
}
