import type { PersonMailState } from '@beseda/shared/protocol/outgoing-mails';
import type { Context } from '../context/context';
import { notFound } from '../context/refusal';
import type { Transaction } from '../db/connect';
import { toIso } from '../db/instants';
import { findMark, unmarkAddress } from './mark-address';

/** Whether mail gets to a person, for agents. Refuses with `not_found`. */
export async function readPersonMail(ctx: Context, personId: string): Promise<PersonMailState> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction((tx) => load(tx, personId));
}

/** An agent says that mail gets there again: what was given up goes out with the next one. Refuses with `not_found`. */
export async function unmarkPersonMail(ctx: Context, personId: string): Promise<PersonMailState> {
  if (ctx.actor.kind !== 'agent') throw notFound();
  return ctx.inTransaction(async (tx) => {
    const { address } = await load(tx, personId);
    if (address) await unmarkAddress(tx, address);
    return { address, mark: null };
  });
}

async function load(tx: Transaction, personId: string): Promise<PersonMailState> {
  const [person] = await tx.sql<{ address: string | null }[]>`
    select email as address from people where id = ${personId}`;
  if (!person) throw notFound();
  const mark = person.address === null ? null : await findMark(tx, person.address);
  return {
    address: person.address,
    mark: mark && { status: mark.status, at: toIso(mark.markedAt) },
  };
}
