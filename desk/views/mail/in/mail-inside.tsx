import type { InboundMail, UnderstoodMail } from '@beseda/shared/protocol/inbound-mails';
import { formatSize } from '@beseda/shared/ui/attachments';
import { useTexts } from '../../contexts';
import { useMailInWords } from './use-mail-in-words';

/** What was understood of a mail: shown when one opens it. */
export function MailInside({ mail, understood }: { mail: InboundMail; understood: UnderstoodMail }) {
  const { locale } = useTexts();
  const words = useMailInWords();
  const { text, folded, attachments } = understood;
  return (
    <details class="mail-inside">
      <summary>{words.inside}</summary>
      <Facts mail={mail} understood={understood} />
      {text ? <Scrolled label={words.inside} text={text} /> : <p class="soft">{words.noText}</p>}
      {folded && (
        <details>
          <summary>{words.folded}</summary>
          <Scrolled label={words.folded} text={folded} />
        </details>
      )}
      {attachments.length > 0 && (
        <ul class="mail-files" aria-label={words.files}>
          {attachments.map(({ name, type, size, sha256 }, index) => (
            <li key={`${sha256} ${index}`}>
              {name}{' '}
              <span class="soft">
                {type}, {formatSize(size, locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function Scrolled({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div class="mail-text" tabIndex={0} role="region" aria-label={label}>
      {text}
    </div>
  );
}

function Facts({ mail, understood }: { mail: InboundMail; understood: UnderstoodMail }) {
  const words = useMailInWords();
  const { envelope, way } = mail;
  const facts: [string, string][] = [
    [words.facts.to, list(understood.to)],
    [words.facts.cc, list(understood.cc)],
    [words.facts.envelopeTo, envelope.to.join(', ')],
    [words.facts.envelopeFrom, envelope.from === '' ? words.facts.nullSender : (envelope.from ?? '')],
    [words.facts.kind, mail.class ? words.classes[mail.class] : ''],
    [words.facts.way, words.ways[way]],
  ];
  return (
    <dl class="mail-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function list(people: UnderstoodMail['to']): string {
  return people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
}
