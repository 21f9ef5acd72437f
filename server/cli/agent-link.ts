import { changeAgent } from '../agents/change-agent';
import { createSignInLink } from '../agents/create-sign-in-link';
import type { Command } from './command';
import { withInstall } from './open-install';
import { AGENT_TAKES, readAgent } from './read-agent';

export const agentLink: Command = {
  name: 'agent link',
  takes: AGENT_TAKES,
  does: 'print a one-time sign-in link for an agent that there is',
  async run(args, shell) {
    const { email, said } = readAgent(args);
    const link = await withInstall(shell, async (install) => {
      await changeAgent(install, email, said);
      return createSignInLink(install, email);
    });
    shell.out(link);
  },
};
