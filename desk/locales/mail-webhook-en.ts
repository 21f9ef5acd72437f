import type { MailWebhookTexts } from './mail-webhook-ru';

export const mailWebhookEn: MailWebhookTexts = {
  about:
    'A mail server or service can hand mail over by HTTP: whole, as it came, and signed. The operators’ documentation says how.',
  address: 'Address',
  off: 'There is no secret: no mail is taken by HTTP.',
  since: 'The secret was made',
  make: 'Make a secret',
  remake: 'Replace the secret',
  close: 'Take no more',
  secret: 'Secret',
  once: 'Copy the secret now: it will not be shown anywhere again.',
  confirmTitle: 'Replace the secret?',
  confirmWhat: 'Mail signed with the old secret is refused from then on.',
  confirmClose: 'Take no more mail by HTTP?',
  confirmCloseWhat: 'The secret will be removed. Taking mail again needs a new one.',
};
