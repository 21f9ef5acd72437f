/** A mail as it comes over the wire: headers over a text, or over parts that are written already. */
export function writeMail(headers: Readonly<Record<string, string>>, body = 'Текст письма.'): Buffer {
  const all = {
    From: 'Anna <anna@customer.example>',
    To: 'support@desk.example',
    Subject: 'Help',
    'Message-ID': '<one@customer.example>',
    Date: 'Fri, 27 Nov 2026 10:00:00 +0300',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`);
}

/** A mail of several parts, each with its headers above its body. */
export function writeParts(
  type: string,
  parts: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const body = [...parts.map((part) => `--edge\n${part}\n`), '--edge--\n'].join('');
  return writeMail({ ...headers, 'Content-Type': `${type}; boundary=edge` }, body);
}
