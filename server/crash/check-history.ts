/** A message or note that an author tried to send, in the order in which they began to. */
export interface Sent {
  author: string;
  conversationId: string;
  clientId: string;
  text: string;
  /** The author waited for the ack before they began the next one in this conversation. */
  awaited: boolean;
  /** As acknowledged; null: no ack ever came. */
  seq: number | null;
}

export interface Kept {
  seq: number;
  kind: 'message' | 'note';
  clientId: string;
  text: string;
}

export interface View {
  viewer: string;
  /** Requesters are shown no notes. */
  as: 'requester' | 'agent';
  conversationId: string;
  shown: readonly Kept[];
}

/** What happened, from all sides. `stored` and `views` are by conversation. */
export interface History {
  sent: readonly Sent[];
  /** What a fresh reader who may see everything finds at the end. */
  stored: ReadonlyMap<string, readonly Kept[]>;
  /** What each viewer was shown, in the order in which it was. */
  views: readonly View[];
}

/**
 * What is wrong with a history; nothing is wrong with an empty list. Checks that every acknowledged message is there
 * exactly once and where its ack said, that `seq` is 1…n, that nothing appears which nobody sent, that each author's
 * awaited messages stand in their order, and that every viewer saw all that is stored for them, in the order of `seq`.
 */
export function checkHistory(history: History): string[] {
  return [
    ...checkSeqs(history),
    ...checkAcks(history),
    ...checkOrigins(history),
    ...checkAuthors(history),
    ...checkViews(history),
  ];
}

function checkSeqs({ stored }: History): string[] {
  return [...stored].flatMap(([id, events]) =>
    events.flatMap(({ seq }, at) => (seq === at + 1 ? [] : [`${id}: place ${at + 1} holds seq ${seq}`])),
  );
}

function checkAcks({ sent, stored }: History): string[] {
  return sent.flatMap(({ conversationId, clientId, seq }) => {
    const found = (stored.get(conversationId) ?? []).filter((kept) => kept.clientId === clientId);
    const name = `${conversationId}: message ${clientId}`;
    if (found.length > 1) return [`${name} is there ${found.length} times`];
    if (seq === null) return [];
    if (found.length === 0) return [`${name} was acknowledged as ${seq} and is lost`];
    return found[0]?.seq === seq ? [] : [`${name} was acknowledged as ${seq} and is ${found[0]?.seq}`];
  });
}

function checkOrigins({ sent, stored }: History): string[] {
  const texts = new Map(
    sent.map(({ conversationId, clientId, text }) => [`${conversationId} ${clientId}`, text]),
  );
  return [...stored].flatMap(([id, events]) =>
    events.flatMap(({ seq, clientId, text }) =>
      texts.get(`${id} ${clientId}`) === text ? [] : [`${id}: nobody sent what is ${seq}`],
    ),
  );
}

function checkAuthors({ sent }: History): string[] {
  const last = new Map<string, number>();
  return sent.flatMap(({ author, conversationId, clientId, awaited, seq }) => {
    if (!awaited || seq === null) return [];
    const key = `${author} ${conversationId}`;
    const before = last.get(key) ?? 0;
    last.set(key, seq);
    return seq > before
      ? []
      : [`${conversationId}: ${author}’s message ${clientId} stands before an earlier one`];
  });
}

function checkViews({ stored, views }: History): string[] {
  return views.flatMap(({ viewer, as, conversationId, shown }) => {
    const kept = stored.get(conversationId) ?? [];
    const due = kept.filter(({ kind }) => as === 'agent' || kind === 'message');
    const name = ({ seq, clientId }: Kept) => `${seq} ${clientId}`;
    const wrong = due.findIndex((event, at) => !shown[at] || name(shown[at]) !== name(event));
    if (wrong < 0 && shown.length === due.length) return [];
    const at = wrong < 0 ? due.length : wrong;
    const instead = shown[at] ? name(shown[at]) : 'nothing';
    return [`${viewer} saw ${instead} in place ${at + 1} of ${conversationId}`];
  });
}
