const DECLARATION = /(--[\w-]+):((?:[^;{}()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)(;|(?=\}))/g;
const EMPTY_RULE = /@media[^{}]*\{(?:[^{}]*\{\})\}/g;

/** Tokens without those that none of these style sheets, nor another token, uses. */
export function trimTokens(tokens: string, sheets: readonly string[]): string {
  const all = [tokens, ...sheets].join('\n');
  return tokens
    .replace(DECLARATION, (whole, name: string) => (isUsed(name, all) ? whole : ''))
    .replace(EMPTY_RULE, '');
}

const isUsed = (name: string, css: string) => css.includes(`var(${name})`) || css.includes(`var(${name},`);
