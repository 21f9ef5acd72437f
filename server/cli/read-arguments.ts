import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AGENT_ROLES, type AgentRole } from '@beseda/shared/domain/words';
import { UsageError } from './command';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Options and operands of a command; anything unknown, doubled or missing is a UsageError. `operands` names those that
 * must be there, in order; names that end in «?» may be left out.
 */
export function readArguments<const O extends Options>(
  args: string[],
  options: O,
  operands: readonly string[] = [],
) {
  const { values, positionals, tokens } = parse(args, options);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (seen.has(token.name) && !options[token.name]?.multiple) {
      throw new UsageError(`--${token.name} is given twice.`);
    }
    seen.add(token.name);
  }
  const missing = operands[positionals.length];
  if (missing && !missing.endsWith('?')) throw new UsageError(`${missing} is missing.`);
  const surplus = positionals[operands.length];
  if (surplus !== undefined) throw new UsageError(`«${surplus}» is one argument too many.`);
  return { values, positionals };
}

function parse<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\s*\n[\s\S]*$/, ''));
  }
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`${name} is missing.`);
  return value;
}

export function readRole(value: string): AgentRole {
  const role = AGENT_ROLES.find((known) => known === value);
  if (!role) throw new UsageError(`--role takes ${AGENT_ROLES.join(' or ')}.`);
  return role;
}
