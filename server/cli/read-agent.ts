import type { AgentRole } from '@beseda/shared/domain/words';
import { readArguments, readRole, required } from './read-arguments';

export const AGENT_TAKES = '--email EMAIL [--name NAME] [--role agent|admin]';

/** `said` has only what was given. */
export function readAgent(args: string[]): { email: string; said: { name?: string; role?: AgentRole } } {
  const { values } = readArguments(args, {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
  });
  return {
    email: required(values.email, '--email'),
    said: {
      ...(values.name === undefined ? {} : { name: values.name }),
      ...(values.role === undefined ? {} : { role: readRole(values.role) }),
    },
  };
}
