/** Who hears what. A conversation has two rooms: what requesters may see and what agents see never mix. */
export const rooms = {
  requesters: (conversationId: string) => `r:${conversationId}`,
  agents: (conversationId: string) => `a:${conversationId}`,
  agent: (agentId: string) => `d:${agentId}`,
  person: (personId: string) => `p:${personId}`,
  /** Managers of the company who have all of its conversations before them: in the support centre. */
  managers: (companyId: string) => `m:${companyId}`,
  session: (sessionId: string) => `s:${sessionId}`,
  queue: 'queue',
} as const;
