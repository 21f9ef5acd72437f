import type { AgentCard } from '@beseda/shared/protocol/admin';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../../hooks/use-now';
import { useTexts } from '../../contexts';
import { useTeamWords } from '../use-team-words';

/** Whether an agent is at the desk, or since and until when not. */
export function Presence({ agent }: { agent: AgentCard }) {
  const { locale } = useTexts();
  const { agents } = useTeamWords();
  const now = useNow();
  const { awayUntil, seenAt, online } = agent;
  if (awayUntil !== null && Date.parse(awayUntil) > now) {
    return (
      <span>
        {agents.awayUntil} <Time at={awayUntil} now={now} locale={locale} />
      </span>
    );
  }
  if (online) return <span class="settings-here">{agents.online}</span>;
  if (seenAt === null) return <span>{agents.never}</span>;
  return (
    <span>
      {agents.seen} <Time at={seenAt} now={now} locale={locale} />
    </span>
  );
}
