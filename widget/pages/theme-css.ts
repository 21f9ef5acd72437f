const COLOUR = /^(#[\da-f]{3,8}|[a-z]+|(rgb|hsl|oklch|lab)\([\d\s.,%/-]+\))$/i;

/** The app's accent as the token that everything follows from; what is no colour leaves the default. */
export function themeCss(accent: string): string {
  return COLOUR.test(accent) ? `:root{--theme-accent:${accent}}` : '';
}
