import { randomBytes } from 'node:crypto';
import type { Transaction } from '../db/connect';

/** Whoever holds the token answers in one conversation, and only from the address that it was given to. */
export interface ReplyAddress {
  conversationId: string;
  companyId: string;
  personId: string | null;
  agentId: string | null;
}

export type ReplyAddressOwner = Pick<ReplyAddress, 'conversationId' | 'companyId'> &
  ({ personId: string; agentId?: undefined } | { agentId: string; personId?: undefined });

const PREFIX = 'support+';
/** Digits and letters that are never read for one another: 32 of them, 5 bits each. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/** The local part of the address for answers of one reader in one conversation: the same one each time. */
export async function replyAddressFor({ sql }: Transaction, owner: ReplyAddressOwner): Promise<string> {
  const { conversationId, companyId, personId = null, agentId = null } = owner;
  const find = () => sql<{ token: string }[]>`
    select token from reply_addresses where conversation_id = ${conversationId}
      and person_id is not distinct from ${personId}::uuid and agent_id is not distinct from ${agentId}::uuid limit 1`;
  const [known] = await find();
  if (known) return PREFIX + known.token;
  await sql`
    insert into reply_addresses (token, conversation_id, company_id, person_id, agent_id)
    values (${newToken()}, ${conversationId}, ${companyId}, ${personId}, ${agentId})
    on conflict do nothing`;
  const [made] = await find();
  if (!made) throw new Error('A reply address was neither found nor made.');
  return PREFIX + made.token;
}

export async function findReplyAddress({ sql }: Transaction, token: string): Promise<ReplyAddress | null> {
  const [found] = await sql<ReplyAddress[]>`
    select conversation_id as "conversationId", company_id as "companyId", person_id as "personId",
      agent_id as "agentId"
    from reply_addresses where token = ${token.toLowerCase()}`;
  return found ?? null;
}

/** The token of an address of ours; null: it is another address, or has none. */
export function readReplyToken(address: string, mailDomain: string): string | null {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase();
  if (at < 0 || address.slice(at + 1).toLowerCase() !== mailDomain || !local.startsWith(PREFIX)) return null;
  const token = local.slice(PREFIX.length);
  return token.length === LENGTH && /^[0-9a-z]+$/.test(token) ? token : null;
}

function newToken(): string {
  return [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
