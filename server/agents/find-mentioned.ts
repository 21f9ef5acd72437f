import type { Transaction } from '../db/connect';

/** A name begins where a word does, and ends with one. */
const MENTION = /(?<![\p{L}\p{N}_.@])@([\p{L}\p{N}][\p{L}\p{N}.\- ]{0,80})/gu;

/** Agents whom a note names: `@Name`, or what stands before the `@` of their address. Names that several bear are all of theirs. */
export async function findMentioned({ sql }: Transaction, text: string): Promise<string[]> {
  const named = [...text.matchAll(MENTION)].map(([, name = '']) => name.toLowerCase());
  if (named.length === 0) return [];
  const agents = await sql<{ id: string; name: string; email: string }[]>`
    select id, name, email from agents where not disabled`;
  return agents
    .filter(({ name, email }) => bears(named, name) || bears(named, email.split('@')[0] ?? ''))
    .map(({ id }) => id);
}

function bears(named: readonly string[], name: string): boolean {
  const known = name.trim().toLowerCase();
  if (known === '') return false;
  const names = [known, known.split(' ')[0] ?? known];
  return named.some((given) => names.some((one) => given === one || startsWithWord(given, one)));
}

function startsWithWord(given: string, name: string): boolean {
  return given.startsWith(name) && !/[\p{L}\p{N}]/u.test(given.charAt(name.length));
}
