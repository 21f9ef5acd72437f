import type { Locale } from '@beseda/shared/domain/words';
import type { MailPreview, MailTemplate, MailTemplateText } from '@beseda/shared/protocol/mail-templates';
import { type AdminContext, changeAsAdmin } from '../../audit/change-as-admin';
import { recordAudit } from '../../audit/record-audit';
import { type Context, nowIso } from '../../context/context';
import { Refusal } from '../../context/refusal';
import type { Transaction } from '../../db/connect';
import { toIsoOrNull } from '../../db/instants';
import { takesMail } from '../../inbound/takes-mail';
import { loadTemplates, shippedTemplate, type Templates } from './load-templates';
import { previewMail } from './preview-mail';
import { checkTemplate, TEMPLATE_KEYS, TEMPLATE_RULES, type TemplateKey } from './template-rules';

export interface TemplateId {
  key: TemplateKey;
  locale: Locale;
}

/** What the mails of one language say, for admins. */
export async function listTemplates(ctx: AdminContext, locale: Locale): Promise<MailTemplate[]> {
  return changeAsAdmin(ctx, async (tx) => {
    const all: MailTemplate[] = [];
    for (const key of TEMPLATE_KEYS) all.push(await load(tx, { key, locale }));
    return all;
  });
}

/** Stores a text; the next mail has it, on every server. Refuses with `invalid_input` what could not go out. */
export async function changeTemplate(
  ctx: AdminContext,
  { key, locale, ...text }: TemplateId & MailTemplateText,
): Promise<MailTemplate> {
  const [problem] = checkTemplate(key, text);
  if (problem) {
    const field = problem.code === 'subject' ? 'subject' : 'body';
    throw new Refusal('invalid_input', `${problem.code}: ${problem.what}`, { field });
  }
  return store(ctx, { key, locale }, text);
}

/** Back to what was shipped. */
export async function resetTemplate(ctx: AdminContext, id: TemplateId): Promise<MailTemplate> {
  return store(ctx, id, null);
}

/** How a mail would look with this text, not stored yet. */
export async function previewTemplate(
  ctx: Context,
  { key, locale, ...text }: TemplateId & MailTemplateText,
): Promise<MailPreview> {
  const problems = checkTemplate(key, text);
  if (problems.length > 0) return { problems, mail: null };
  return changeAsAdmin(ctx, async (tx) => {
    const stored = await loadTemplates(tx, locale);
    const templates: Templates = (one) => (one === key ? text : stored(one));
    const mail = previewMail(templates, { key, locale, takesReplies: await takesMail(ctx, tx) });
    return { problems, mail };
  });
}

async function store(
  ctx: AdminContext,
  id: TemplateId,
  text: MailTemplateText | null,
): Promise<MailTemplate> {
  const { key, locale } = id;
  return changeAsAdmin(ctx, async (tx) => {
    const { subject, body } = await load(tx, id);
    const author = ctx.actor.kind === 'agent' ? ctx.actor.agentId : null;
    await (text
      ? tx.sql`
          insert into mail_templates (key, locale, subject, body, updated_by, updated_at)
          values (${key}, ${locale}, ${text.subject}, ${text.body}, ${author}, ${nowIso(ctx)})
          on conflict (key, locale) do update set subject = excluded.subject, body = excluded.body,
            updated_by = excluded.updated_by, updated_at = excluded.updated_at`
      : tx.sql`delete from mail_templates where key = ${key} and locale = ${locale}`);
    const after = text ?? shippedTemplate(locale, key);
    const name = `mail.template.${key}.${locale}`;
    await recordAudit(ctx, tx, {
      kind: 'setting',
      id: name,
      name,
      before: { subject, body },
      after: { ...after },
    });
    return load(tx, id);
  });
}

async function load({ sql }: Transaction, { key, locale }: TemplateId): Promise<MailTemplate> {
  const [own] = await sql<{ subject: string; body: string; updatedAt: string }[]>`
    select subject, body, updated_at as "updatedAt" from mail_templates where key = ${key} and locale = ${locale}`;
  const shipped = shippedTemplate(locale, key);
  const rule = TEMPLATE_RULES[key];
  const describe = (given: string, ownParagraph: boolean) => ({
    name: given.replace('!', ''),
    needed: given.endsWith('!'),
    ownParagraph,
  });
  return {
    key,
    locale,
    subject: own?.subject ?? shipped.subject,
    body: own?.body ?? shipped.body,
    shipped,
    isPart: rule.subject === null,
    variables: [
      ...rule.variables.map((name) => describe(name, false)),
      ...rule.blocks.map((name) => describe(name, true)),
    ],
    changedAt: toIsoOrNull(own?.updatedAt ?? null),
  };
}
