import type { Locale } from '@beseda/shared/domain/words';
import type { Block } from './fill-template';
import type { MailBody } from './mail-body';
import { MAIL_STYLES, STYLE } from './mail-styles';

const LATER_PREVIEW = 140;

/** A mail from its blocks: the same words as text and as HTML. Styles are inline, as mail readers drop the rest; those in the head only add the dark. */
export function writeMail(locale: Locale, subject: string, blocks: readonly Block[]): MailBody {
  const at = blocks.findIndex(({ kind }) => kind === 'rule');
  const main = at < 0 ? blocks : blocks.slice(0, at);
  const small = at < 0 ? [] : blocks.slice(at + 1).filter(({ kind }) => kind !== 'rule');
  const foot = small.length > 0 ? [`-- \n${small.map(asText).join('\n\n')}`] : [];
  const text = [...main.map(asText), ...foot];
  return {
    subject,
    text: text.join('\n\n').concat('\n'),
    html: `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title><style>${MAIL_STYLES}</style></head>
<body class="bg" style="${STYLE.body}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(previewOf(main))}</div>
<div class="card" style="${STYLE.card}">
${main.map((block) => asHtml(block)).join('\n')}
</div>
${small.length === 0 ? '' : `<div class="small" style="${STYLE.small}">\n${small.map((block) => asHtml(block, true)).join('\n')}\n</div>\n`}</body>
</html>
`,
  };
}

/** What lists of mails show beside the subject: what was written, else what is said last before the links. */
function previewOf(blocks: readonly Block[]): string {
  const message = blocks.find(({ kind }) => kind === 'message');
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const text = message?.kind === 'message' ? message.text : (paragraphs[1] ?? paragraphs[0] ?? '');
  return text.replace(/\s+/g, ' ').slice(0, LATER_PREVIEW);
}

function asText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'links':
      return block.links.map(({ label, url }) => `${label}: ${url}`).join('\n');
    case 'message': {
      const files = block.files.map((file) => `- ${file}`);
      const list = files.length > 0 ? [block.filesLabel, ...files] : [];
      const line = '-'.repeat(Math.min(block.head.length, 60));
      return [block.head, line, block.text, ...list].filter((one) => one !== '').join('\n');
    }
    case 'quote':
      return [block.head, ...block.text.split('\n').map((line) => `> ${line}`)].join('\n');
    case 'rule':
      return '';
  }
}

function asHtml(block: Block, isSmall = false): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${isSmall ? STYLE.smallParagraph : STYLE.paragraph}">${lines(block.text)}</p>`;
    case 'links':
      if (isSmall) return `<p style="${STYLE.smallParagraph}">${block.links.map(plainLink).join(' ')}</p>`;
      return `<p style="${STYLE.links}">${block.links.map((link) => button(link, block.links.length === 1)).join('')}</p>`;
    case 'message':
      return `<div class="message" style="${STYLE.message}">
<div class="soft" style="${STYLE.head}">${escapeHtml(block.head)}</div>
<div style="${STYLE.written}">${escapeHtml(block.text)}</div>${filesOf(block)}
</div>`;
    case 'quote':
      return `<div class="soft" style="${STYLE.head}">${escapeHtml(block.head)}</div>
<blockquote class="quote soft" style="${STYLE.quote}">${escapeHtml(block.text)}</blockquote>`;
    case 'rule':
      return '';
  }
}

function filesOf({ files, filesLabel }: Extract<Block, { kind: 'message' }>): string {
  if (files.length === 0) return '';
  const items = files.map((file) => `<li>${escapeHtml(file)}</li>`).join('');
  return `<div style="${STYLE.files}">${escapeHtml(filesLabel)}<ul style="${STYLE.list}">${items}</ul></div>`;
}

/** One alone is what the mail is for; several are choices. */
function button({ label, url }: { label: string; url: string }, isAlone: boolean): string {
  const [name, style] = isAlone ? ['button', STYLE.button] : ['choice', STYLE.choice];
  return `<a class="${name}" href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a>`;
}

function plainLink({ label, url }: { label: string; url: string }): string {
  return `<a class="soft" href="${escapeHtml(url)}" style="${STYLE.link}">${escapeHtml(label)}</a>`;
}

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
