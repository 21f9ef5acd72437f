import type { MailWay } from '@beseda/shared/domain/words';

/** `unknown`: nobody whom we trust has said anything. */
export type Belief = 'believed' | 'unknown' | 'failed';

/** How the mail was handed over. */
export interface Handover {
  way: MailWay;
  /** Of the machine that did; null: not known. */
  remote: { address: string; helo: string } | null;
  /** From the envelope; '': a null sender. */
  from: string | null;
  raw: Uint8Array;
}
