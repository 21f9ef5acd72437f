import type { UploadedFile } from '@beseda/shared/protocol/http';
import type { Context } from '../context/context';
import { presentAttachment } from '../conversations/present-event';
import type { StoredAttachment } from '../conversations/stored-event';
import { isRequester } from '../db/actor';
import { createLinkSigner } from './sign-link';

export interface Uploader {
  id: string;
  /** Null for agents: their files belong to a company when they are sent to it. */
  companyId: string | null;
}

export function uploaderOf({ actor }: Context): Uploader {
  if (isRequester(actor)) return { id: actor.personId, companyId: actor.companyId };
  if (actor.kind === 'agent') return { id: actor.agentId, companyId: null };
  throw new Error('The system uploads nothing.');
}

/** An upload as its uploader sees it before it is sent. */
export function presentUpload(ctx: Context, stored: StoredAttachment): UploadedFile {
  const viewer = ctx.actor.kind === 'agent' ? 'agent' : 'requester';
  const sign = createLinkSigner(ctx.secrets.fileLinks, ctx.now);
  return presentAttachment(stored, sign, { conversationId: null, viewer });
}
