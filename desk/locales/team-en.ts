import type { AgentRole, Locale } from '@beseda/shared/domain/words';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { TeamTexts } from './team-ru';

const tickets = (count: number) => `${count} ${count === 1 ? 'ticket' : 'tickets'}`;
const companies = (count: number) => `${count} ${count === 1 ? 'company' : 'companies'}`;
const roles: Record<AgentRole, string> = { agent: 'Agent', admin: 'Admin' };
const languages: Record<Locale, string> = { ru: 'Russian', en: 'English' };
const reasons: Partial<Record<ErrorCode, string>> = {
  last_admin: 'This is the last admin. Make somebody else an admin first.',
};

export const teamFieldsEn: Record<string, string> = {
  languages: 'languages',
  capacity: 'tickets at once',
  extension: 'extension',
  teams: 'teams',
  disabled: 'disabled',
  members: 'members',
  signInLink: 'sign-in link given',
  team: 'team',
  agent: 'agent',
  calendar: 'calendar',
  token: 'for a program',
};

export const teamEn: TeamTexts = {
  roles,
  languages,
  why: (code) => reasons[code],
  tickets,
  companies,
  agents: {
    toList: 'To all agents',
    nothing: 'No agents',
    invite: 'Invite an agent',
    inviteNow: 'Invite',
    email: 'Email',
    name: 'Name',
    nameHint: 'Customers see it too.',
    role: 'Role',
    roleHint: 'Admins change settings and delete tickets.',
    languages: 'Languages',
    languagesHint: 'Tickets in these languages are given to them first.',
    noLanguage: 'Tick at least one language.',
    capacity: 'Tickets at once',
    capacityHint: 'No more open tickets are given by rules. 0: only by hand.',
    extension: 'Extension',
    extensionHint: 'As the telephone system names it. By it a call is shown to whose telephone rings.',
    teams: 'Teams',
    noTeams: 'There are no teams yet.',
    mail: 'Send a sign-in link by mail too',
    mailHint: 'A link in a mail works for half an hour. A new one can be asked for on the sign-in page.',
    taken: 'There is an agent with this email or extension already.',
    link: 'Sign-in link',
    linkHint:
      'Hand it over in person: whoever opens it signs in as this agent. It works for a day and once, and is not shown again.',
    copy: 'Copy',
    copied: 'Copied.',
    newLink: 'Sign-in link…',
    newLinkTitle: (name) => `Sign-in link: ${name}`,
    makeLink: 'Make a link',
    mailed: 'The mail is on its way.',
    toAgent: 'To their page',
    done: 'Done',
    disable: 'Disable…',
    disableNow: 'Disable',
    disableTitle: (name) => `Disable ${name}?`,
    disableWhat:
      'Their sessions end at once and they cannot sign in. What they wrote stays; access can be given back.',
    disableProgram: 'The token of this program stops working at once. Access can be given back.',
    disableSelf: 'This is you: you are signed out at once.',
    handOver: (count) => `Unfinished: ${tickets(count)}. Hand over to`,
    toQueue: 'Back to the queue: routing gives them away',
    dedicatedTo: (count) =>
      `Gets tickets first of ${companies(count)}. Without this agent they go to the company’s team or stay in the queue.`,
    enable: 'Enable again',
    isDisabled: 'Disabled: no signing in, no tickets.',
    isProgram: 'This is a program: it acts by an API token and never signs in to the desk.',
    disabled: 'disabled',
    program: 'program',
    online: 'here',
    awayUntil: 'away until',
    seen: 'last seen',
    never: 'never signed in',
    inWork: (count) => `at work on ${count}`,
    leads: (count) => `Gets tickets first of ${companies(count)}`,
    history: 'History of changes',
  },
  teams: {
    toList: 'To all teams',
    nothing: 'No teams',
    create: 'New team',
    created: 'Create',
    name: 'Name',
    taken: 'There is a team of this name already.',
    members: 'Members',
    noMembers: 'nobody',
    companies: 'Companies that it looks after',
    noCompanies: 'None. A team is chosen on the page of a company.',
    remove: 'Delete…',
    removeNow: 'Delete',
    removeTitle: (name) => `Delete the team ${name}?`,
    removeWhat:
      'The agents stay. A team can be deleted that looks after no company and no unfinished ticket.',
    inUse: (names, count) =>
      [
        'It cannot be deleted.',
        names.length > 0 && `Companies: ${names.join(', ')}.`,
        count > 0 && `Unfinished: ${tickets(count)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    history: 'History of changes',
  },
  company: {
    team: 'Team',
    teamHint: 'Gets the company’s tickets first.',
    agent: 'Agent',
    agentHint: 'Gets them before the team while at the desk.',
    nobody: 'Nobody',
  },
};
