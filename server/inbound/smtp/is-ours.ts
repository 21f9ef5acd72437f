import { domainToASCII } from 'node:url';

/** Mailboxes that RFC 5321 and custom want to be there, and ours; a plus leads to what it names. */
const LOCAL = /^(support(\+[a-z0-9._=-]+)?|bounce\+[a-z0-9._=-]+|postmaster|abuse)$/;

/** Whether mail for this address is taken. Asking tells nothing of who or what is known here. */
export function isOurs(address: string, mailDomain: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 0) return address.toLowerCase() === 'postmaster';
  const domain = domainToASCII(address.slice(at + 1).replace(/\.$/, ''));
  return domain === mailDomain && LOCAL.test(address.slice(0, at).toLowerCase());
}
