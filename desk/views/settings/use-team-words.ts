import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { teamEn } from '../../locales/team-en';
import { type TeamTexts, teamRu } from '../../locales/team-ru';
import { useTexts } from '../contexts';
import { useWords } from './use-words';

/** The texts of agents and teams. `why`: a refusal in their words, else in those of all settings. */
export function useTeamWords(): Omit<TeamTexts, 'why'> & { why: (code: ErrorCode) => string } {
  const words = useWords();
  const own = useTexts().locale === 'ru' ? teamRu : teamEn;
  return { ...own, why: (code) => own.why(code) ?? words.why(code) };
}
