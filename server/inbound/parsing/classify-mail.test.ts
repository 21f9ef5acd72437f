import { describe, expect, it } from 'vitest';
import { writeMail, writeParts } from '../../testing/write-mail';
import { parseMail } from './parse-mail';

describe('a machine is told by its header', () => {
  it.each([
    ['auto_reply', { 'Auto-Submitted': 'auto-replied' }],
    ['auto_reply', { 'Auto-Submitted': 'auto-generated (vacation)' }],
    ['normal', { 'Auto-Submitted': 'no' }],
    ['auto_reply', { Precedence: 'auto_reply' }],
    ['auto_reply', { 'X-Autoreply': 'yes' }],
    ['normal', { 'X-Autoreply': 'no' }],
    ['auto_reply', { 'X-Auto-Response-Suppress': 'All' }],
    ['auto_reply', { 'Return-Path': '<>' }],
    ['normal', { 'Return-Path': '<anna@customer.example>' }],
    ['auto_reply', { Subject: 'Автоответ: в отпуске' }],
    ['auto_reply', { Subject: 'Automatic reply: your order' }],
    ['auto_reply', { Subject: 'Re: Out of Office' }],
    ['normal', { Subject: 'Автоответчик не работает'.replace('Автоответчик', 'Почему автоответчик') }],
    ['list', { 'List-Id': '<dev.lists.example>' }],
    ['list', { Precedence: 'list' }],
    ['list', { 'List-Unsubscribe': '<mailto:u@x.example>', Precedence: 'bulk' }],
    ['bounce', { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail Returned to Sender' }],
    ['bounce', { 'X-Failed-Recipients': 'a@b.example', Subject: 'Mail delivery failed' }],
    ['bounce', { 'Return-Path': '<>', Subject: 'Недоставленное сообщение' }],
    ['delivery_notice', { From: 'postmaster@mx.example', Subject: 'Warning: message delayed 24 hours' }],
    ['normal', { Subject: 'Письмо не доставлено клиенту, что делать?' }],
  ])('%s: %o', async (expected, headers) => {
    expect((await parseMail(writeMail(headers as Record<string, string>))).mailClass).toBe(expected);
  });
});

const human = 'Content-Type: text/plain\n\nThis is the mail system.';
const original = 'Content-Type: message/rfc822\n\nMessage-ID: <sent@desk.example>\nSubject: x\n\ny';

function status(action: string, code: string, more = ''): string {
  return `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; <Bob@Customer.Example>\nAction: ${action}\nStatus: ${code}\n${more}`;
}

describe('a report', () => {
  it.each([
    ['failed', '5.1.1', 'bounce', { recipient: 'bob@customer.example', status: '5.1.1', permanent: true }],
    ['failed', '4.4.1', 'bounce', { recipient: 'bob@customer.example', status: '4.4.1', permanent: false }],
    ['delayed', '4.4.1', 'delivery_notice', null],
    ['delivered', '2.0.0', 'delivery_notice', null],
  ])('of what %s with %s is a %s', async (action, code, mailClass, bounce) => {
    const mail = await parseMail(
      writeParts('multipart/report; report-type=delivery-status', [human, status(action, code), original]),
    );
    expect(mail.mailClass).toBe(mailClass);
    if (bounce) expect(mail.bounce).toEqual({ ...bounce, originalMessageId: 'sent@desk.example' });
    else expect(mail.bounce).toBeNull();
  });

  it('gives the precise status where only the diagnosis has it', async () => {
    const report = status('failed', '5.0.0', 'Diagnostic-Code: smtp; 550 5.7.1 blocked\n');
    const mail = await parseMail(
      writeParts('multipart/report; report-type=delivery-status', [human, report, original]),
    );
    expect(mail.bounce?.status).toBe('5.7.1');
  });

  it('names the mail by the headers alone too', async () => {
    const headers = 'Content-Type: text/rfc822-headers\n\nSubject: x\nMessage-ID: <two@desk.example>';
    const mail = await parseMail(
      writeParts('multipart/report; report-type=delivery-status', [
        human,
        status('failed', '5.1.1'),
        headers,
      ]),
    );
    expect(mail.bounce?.originalMessageId).toBe('two@desk.example');
  });

  it('in words is understood', async () => {
    const text =
      'Hi. This is the qmail-send program at mx.example.\n\n<bob@customer.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <three@desk.example>\n';
    const mail = await parseMail(
      writeMail({ From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice' }, text),
    );
    expect(mail.bounce).toEqual({
      recipient: 'bob@customer.example',
      status: '5.1.1',
      originalMessageId: 'three@desk.example',
      permanent: true,
    });
  });

  it('of abuse and of reading are told apart', async () => {
    const abuse = 'Content-Type: message/feedback-report\n\nFeedback-Type: abuse';
    const reading = 'Content-Type: message/disposition-notification\n\nDisposition: displayed';
    expect(
      (await parseMail(writeParts('multipart/report; report-type=feedback-report', [human, abuse])))
        .mailClass,
    ).toBe('feedback_report');
    expect(
      (
        await parseMail(
          writeParts('multipart/report; report-type=disposition-notification', [human, reading]),
        )
      ).mailClass,
    ).toBe('delivery_notice');
  });
});
