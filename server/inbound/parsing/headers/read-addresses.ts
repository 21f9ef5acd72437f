import { type Address, addressParser } from 'postal-mime';
import { MAX_ADDRESSES } from '../bounds';
import { cleanLine } from '../clean-line';
import type { MailAddress } from '../parsed-mail';
import { mendWords } from './decode-field';

/** The addresses of one header, groups opened; what is none is left out. */
export function readAddresses(value: string, hint: string | null): MailAddress[] {
  const found: MailAddress[] = [];
  collect(addressParser(withoutOpen(mendWords(value, hint))), found);
  return found.slice(0, MAX_ADDRESSES);
}

/** What stands in a bracket that never closes may be anything, and so is no address. */
function withoutOpen(value: string): string {
  const open = value.lastIndexOf('<');
  return open >= 0 && value.indexOf('>', open) < 0 ? value.slice(0, open).replace(/[^,;]*$/, '') : value;
}

function collect(addresses: readonly Address[], into: MailAddress[]): void {
  for (const { name, address, group } of addresses) {
    if (group) collect(group, into);
    else {
      const clean = cleanAddress(address);
      if (clean) into.push({ name: cleanName(name, clean), address: clean });
    }
  }
}

/** null for what cannot be written to: no or two `@`, blanks, brackets left open. */
function cleanAddress(address: string): string | null {
  const text = cleanLine(address)
    .replace(/^<+|>+$/g, '')
    .trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text
    .slice(at + 1)
    .replace(/\.$/, '')
    .toLowerCase();
  if (at < 1 || text.length > 320 || /[\s<>(),;:]/.test(text.replace(/"(?:\\.|[^"\\])*"(?=@)/, '')))
    return null;
  if (domain === '' || /["@]/.test(domain)) return null;
  return `${local}@${domain}`;
}

function cleanName(name: string, address: string): string {
  const text = cleanLine(name)
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return text.toLowerCase() === address.toLowerCase() ? '' : text.slice(0, 200);
}
