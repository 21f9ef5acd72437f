/** The address of one mail to which reports come that it was not delivered: `bounce+TOKEN@domain`. */
export function returnAddress(messageId: string, domain: string): string {
  return `bounce+${messageId.replaceAll('-', '')}@${domain}`;
}

/** The Message-ID, without its domain, of the mail that such an address belongs to; null: it is none. */
export function readReturnAddress(address: string): string | null {
  const hex = /^bounce\+([0-9a-f]{32})@/i.exec(address)?.[1]?.toLowerCase();
  if (!hex) return null;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
