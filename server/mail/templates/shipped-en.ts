import type { TemplateKey, TemplateText } from './template-rules';

const THREAD = '[#{number}] {subject}';
const part = (body: string): TemplateText => ({ subject: '', body });

export const SHIPPED_EN: Readonly<Record<TemplateKey, TemplateText>> = {
  answer: {
    subject: THREAD,
    body: `Hello {name},

There is an answer to your request #{number} “{subject}”:

{answers}

{news}

[Open the request]({link})

{question}

---

{reply}

For a new question start a new request.

[Choose which mails come]({choice})`,
  },
  followed: {
    subject: THREAD,
    body: `Hello {name},

There is an answer to request #{number} “{subject}”, which you follow:

{answers}

{news}

[Open the request]({link})

---

{reply}

[Choose which mails come]({choice})`,
  },
  news: {
    subject: THREAD,
    body: `Hello {name},

There is news of request #{number} “{subject}”.

{news}

[Open the request]({link})

---

{reply}

[Choose which mails come]({choice})`,
  },
  confirmation: {
    subject: THREAD,
    body: `Hello {name},

We have your request #{number}, “{subject}”.

{promise}

{notes}

[Open the request]({link})

---

{reply}

[Choose which mails come]({choice})`,
  },
  continued: part(
    'A new question is a new request: you wrote in answer to request #{previous}, and we have tied the two to each other.',
  ),
  subject_wanted: part(
    'Your mail had no subject, so we took one from its text. Please give a subject: it tells us sooner what the question is about.',
  ),
  solved: part('The request is solved. If your question remains, tell us in the same conversation.'),
  rate: part('How did we do?\n\n[Good]({good}) [Bad]({bad})'),
  proposed: part(
    'The task is done. Accept it, or write what is missing, in the same conversation. Without an answer it counts as accepted on {date}.',
  ),
  promise_moved: part('The time has changed. {promise}'),
  promise_missed: part('{promise} We are sorry to keep you waiting.'),
  notice: {
    subject: THREAD,
    body: `{notices}

Request #{number} “{subject}”, {company}.

{message}

[Open in the desk]({link})

---

{reply}

Which notices come is chosen in the desk, in the menu under your name.`,
  },
  sign_in: {
    subject: 'Sign in to the support desk',
    body: `Hello {name},

This link signs you in to the support desk:

[Sign in]({link})

The link works for {minutes} minutes, and once.

---

If you did not ask to sign in, there is nothing to do.`,
  },
  portal: {
    subject: 'Sign in to “My requests”',
    body: `Hello {name},

{entrances}

The link works for {minutes} minutes, and once.

---

If you did not ask to sign in, there is nothing to do.`,
  },
  not_staff: {
    subject: 'Sign in to “My requests”',
    body: `Hello {name},

You asked to see requests to support. We support the staff of companies that work in the system. Distributors are helped by their own company: {company}.

[Support of your company]({support_link})

---

If you did not ask to sign in, there is nothing to do.`,
  },
  not_served: {
    subject: 'Whom the support of {vendor} helps',
    body: `Hello. This is the support of {vendor}. Your mail has not opened a request.

We help the staff of companies that work in the system, and know them by their mail addresses. We do not know yours. If you are on the staff of such a company, write from your work address or ask within the system. If you are a distributor or a partner, the support of your company helps you.

[Answers to common questions]({articles})`,
  },
  not_served_distributor: {
    subject: 'Whom the support of {vendor} helps',
    body: `Hello. This is the support of {vendor}. Your mail has not opened a request.

We help the staff of companies that work in the system. Distributors are helped by their own company: “{company}”.

[Support of your company]({support_link}) [Answers to common questions]({articles})`,
  },
};
