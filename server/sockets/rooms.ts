/** Who hears what. A conversation has two rooms: what requesters may see and what agents see never mix. */
export const rooms = {
  requesters: (conversationId: string) => `r:${conversationId}`,
  agents: (conversationId: string) => `a:${conversationId}`,
  agent: (agentId: string) => `d:${agentId}`,
  person: (personId: string) => `p:${personId}`,
  session: (sessionId: string) => `s:${sessionId}`,
  queue: 'queue',
} as const;
