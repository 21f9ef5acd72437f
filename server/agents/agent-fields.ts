import { type AgentRole, LOCALES, type Locale } from '@beseda/shared/domain/words';
import { readLine, readLineOrNull } from '../audit/read-line';

/** What an admin sets of an agent. `capacity`: how many open tickets are given to them by rules at most. */
export interface AgentFields {
  name: string;
  role: AgentRole;
  languages: readonly Locale[];
  capacity: number;
  /** The telephone on this agent's desk, as the telephone system names it. */
  extension: string | null;
}

/** Only what was given, as it is stored. Refuses with `invalid_input`. */
export function readAgentFields(given: Partial<AgentFields>): Partial<AgentFields> {
  const { name, role, languages, capacity, extension } = given;
  return {
    ...(name === undefined ? {} : { name: readAgentName(name) }),
    ...(role === undefined ? {} : { role }),
    ...(languages === undefined ? {} : { languages: LOCALES.filter((one) => languages.includes(one)) }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(extension === undefined ? {} : { extension: readLineOrNull(extension, 'extension', 100) }),
  };
}

export function readAgentName(given: string): string {
  return readLine(given, 'name', 100);
}
