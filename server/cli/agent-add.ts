import { addAgent } from '../agents/add-agent';
import { changeAgent } from '../agents/change-agent';
import { createSignInLink } from '../agents/create-sign-in-link';
import type { Command } from './command';
import { withInstall } from './open-install';
import { AGENT_TAKES, readAgent } from './read-agent';

export const agentAdd: Command = {
  name: 'agent add',
  takes: AGENT_TAKES,
  does: 'make an agent (or change the one with this address); prints a one-time sign-in link',
  async run(args, shell) {
    const { email, said } = readAgent(args);
    const link = await withInstall(shell, async (install) => {
      const { isNew } = await addAgent(install, { role: 'agent', ...said, email });
      if (!isNew) await changeAgent(install, email, said);
      return createSignInLink(install, email);
    });
    shell.out(link);
  },
};
