import { alertsEn } from './alerts-en';
import { errorsEn } from './errors-en';
import { evidenceEn, insertEn } from './insert-en';
import { phoneEn } from './phone-en';
import type { Texts } from './ru';
import { composerEn, detailsEn, ticketEn } from './ticket-en';
import { topicsEn } from './topics-en';

export const en: Texts = {
  views: {
    unassigned: 'Unassigned',
    mine: 'Mine',
    open: 'Open',
    pending: 'Pending',
    solved: 'Solved',
    all: 'All',
  },
  statuses: {
    open: 'Open',
    pending: 'Waiting for the customer',
    on_hold: 'Waiting for a third party',
    solved: 'Solved',
    closed: 'Closed',
  },
  types: { question: 'Question', problem: 'Problem', task: 'Task' },
  priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  roles: { staff: 'Staff', manager: 'Manager', distributor: 'Distributor' },
  channels: { widget: 'widget', portal: 'support centre', email: 'email', phone: 'phone' },
  error: (code) => errorsEn[code] ?? 'That did not work',
  noType: 'Not set',
  nobody: 'Nobody',
  me: 'Me',

  app: {
    name: 'Beseda',
    loading: 'Loading',
    unreached: 'The server does not answer',
    unreachedHint: 'Please check your connection. Everything you wrote is kept in this browser.',
    tryAgain: 'Try again',
    skip: 'To the request',
    back: 'Back',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    resizeList: 'Width of the list',
    resizeDetails: 'Width of the details',
  },

  signIn: {
    title: 'Sign in for support staff',
    email: 'Email',
    password: 'Password',
    enter: 'Sign in',
    mailLink: 'Send me a sign-in link',
    byLink: 'Sign in by a mailed link',
    byPassword: 'Sign in by password',
    entering: 'Signing in…',
    linkMailed: (email) =>
      `If ${email} belongs to an agent, a mail with a link is on its way. The link works once.`,
    spent: 'This link has been used already or is too old. Ask for a new one, it takes a minute.',
    ended: 'Your session has ended. Sign in again to return to where you were. Drafts are kept.',
    left: 'You are signed out.',
  },

  menu: {
    open: 'Menu:',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    sound: 'Sound of a new request',
    absence: 'Away until',
    absenceHint: 'Until then no tickets are assigned to you by themselves.',
    absencePast: 'Choose a time in the future.',
    present: 'I am here',
    settings: 'Settings',
    knowledge: 'Knowledge base',
    mail: 'Mail',
    notices: {
      legend: 'Tell me by mail',
      kinds: {
        assigned: 'A ticket was given to me',
        mentioned: 'I am mentioned in a note',
        deadline: 'A deadline is near',
      },
      failed: 'Not saved. Please try again.',
    },
    settingsForAdmins: 'The settings are for admins',
    settingsForAdminsHint: 'Ask an admin to change what you need.',
    setPassword: 'Set a password',
    changePassword: 'Change the password',
    shortcuts: 'Keyboard shortcuts',
    leave: 'Sign out',
    currentPassword: 'Current password',
    newPassword: 'New password',
    passwordHint: 'At least 10 characters',
    passwordSaved: 'The password is saved.',
    wrongPassword: 'The current password does not fit',
  },

  connection: {
    offline: 'No connection to the server. Trying again; what you wrote is kept and will be sent by itself.',
    refused: 'The server refuses the connection. Please reload the page.',
    now: 'Try now',
    memory: 'The browser refuses to store data. Keep this tab open until your messages are sent.',
  },

  queue: {
    label: 'Requests',
    views: 'Views',
    search: 'Search: number, subject, name',
    clearSearch: 'Clear the search',
    count: (count) => (count === 1 ? '1 request' : `${count} requests`),
    waiting: 'waiting for an answer',
    unread: 'unread',
    priority: (name) => `priority: ${name.toLowerCase()}`,
    assignee: (name) => `assignee: ${name}`,
    unassigned: 'nobody assigned',
    failed: 'The list could not be loaded',
    moreFailed: 'The rest could not be loaded',
    loadingMore: 'Loading more',
    empty: {
      unassigned: ['No new requests', 'When somebody writes, the request appears here by itself.'],
      mine: ['You have no requests in hand', 'Take one from “Unassigned”.'],
      open: ['No open requests', 'Everything is answered or waits for others.'],
      pending: ['Nothing is pending', 'Requests that wait for the customer or a third party stand here.'],
      solved: ['Nothing solved yet', 'Requests appear here as soon as you solve one.'],
      all: ['No requests yet', 'When somebody writes, the request appears here by itself.'],
    },
    nothingFound: ['Nothing found', 'Number, subject, name and company are searched. Look in “All” as well.'],
  },

  ticket: ticketEn,

  composer: composerEn,

  insert: insertEn,

  evidence: evidenceEn,

  details: detailsEn,

  rating: {
    label: 'Rating',
    scores: { good: 'Good', bad: 'Bad' },
  },

  notices: {
    label: 'Notifications',
    undo: 'Undo',
    retry: 'Try again',
    status: (number, to) => `#${number}: ${to.toLowerCase()}`,
    type: (number, to) => `#${number}: type is ${to.toLowerCase()}`,
    priority: (number, to) => `#${number}: priority is ${to.toLowerCase()}`,
    assigned: (number, name) => `#${number}: assigned to ${name}`,
    released: (number) => `#${number}: nobody assigned`,
    failed: (number, why) => `#${number}: the change was not saved. ${why}.`,
    newTicket: (number, subject) => `New request #${number}: ${subject}`,
  },

  alerts: alertsEn,

  phone: phoneEn,

  topics: topicsEn,

  palette: {
    label: 'Commands',
    placeholder: 'A command or the number of a request',
    choose: {
      assignee: 'Assign to',
      status: 'New status',
      priority: 'New priority',
      type: 'New type',
    },
    nothing: 'There is no such command',
    go: (name) => `Go to: ${name}`,
    ticket: (number) => `Open request #${number}`,
    assign: (name) => `Assign to: ${name}`,
    status: (name) => `Status: ${name}`,
    priority: (name) => `Priority: ${name}`,
    type: (name) => `Type: ${name}`,
    current: 'now',
  },

  deleting: {
    command: (number) => `Delete request #${number}…`,
    title: (number) => `Delete request #${number}?`,
    what: 'Messages, notes and files will be gone for everybody, for good. There is no way back.',
    forGood: 'Delete for good',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    groups: { list: 'List', ticket: 'Request', go: 'Go to', other: 'Other' },
    next: 'next request',
    previous: 'previous request',
    open: 'open',
    search: 'search',
    reply: 'reply',
    note: 'write a note',
    send: 'send',
    sendPending: 'send and wait for an answer',
    sendSolved: 'send and solve',
    assign: 'assign',
    status: 'status',
    priority: 'priority',
    type: 'type',
    split: 'split a message off into a new request',
    merge: 'merge with another request',
    undo: 'undo the last change',
    call: 'record a call',
    callBacks: 'calls promised',
    palette: 'all commands',
    help: 'this overview',
    leave: 'close, leave the field, to the list',
  },
};
