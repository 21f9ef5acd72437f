const ADDRESS = /(\]\()([^\s()<>]+)/g;
const REMOTE_PICTURE = /!\[[^\]\n]*\]\((https?:\/\/[^\s()<>]+)/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const RELATIVE = /^(?![a-z][a-z\d+.-]*:|[/#?])/i;

/** The addresses in a Markdown text that lead beside its own file, each once. */
export function relativeAddresses(text: string): string[] {
  const found = new Set<string>();
  replaceAddresses(text, (address) => {
    if (RELATIVE.test(address)) found.add(address);
    return address;
  });
  return [...found];
}

/** The addresses of images on other sites in a Markdown text, each once. */
export function remotePictures(text: string): string[] {
  const found = new Set<string>();
  outsideCode(text, (line) => {
    for (const [, address = ''] of line.matchAll(REMOTE_PICTURE)) found.add(address);
    return line;
  });
  return [...found];
}

/** The text with every address of a link or an image replaced; what stands in blocks of code stays. */
export function replaceAddresses(text: string, replace: (address: string) => string): string {
  return outsideCode(text, (line) =>
    line.replace(ADDRESS, (_whole, before: string, address: string) => before + replace(address)),
  );
}

function outsideCode(text: string, change: (line: string) => string): string {
  let fence = '';
  const lines = text.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '' && mark.startsWith(fence) && line.trim() === mark) fence = '';
    else if (fence === '') return change(line);
    return line;
  });
  return lines.join('\n');
}
