import { account } from './hold-account.js';

const drafts = new Map();

/** What a page remembers while one person is signed in: filters, tabs, half-filled forms. */
export function recall(key, make) {
  const name = `${account.person}/${key}`;
  if (!drafts.has(name)) drafts.set(name, make());
  return drafts.get(name);
}

export function forget(key) {
  drafts.delete(`${account.person}/${key}`);
}

export function forgetAll() {
  drafts.clear();
}
