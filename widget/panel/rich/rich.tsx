import { createLinkRenewal, type RenewLinks } from '@beseda/shared/client/renew-links';
import { Attachments } from '@beseda/shared/ui/attachments';
import { FoldedText } from '@beseda/shared/ui/folded-text';
import { MessageText } from '@beseda/shared/ui/message-text';
import { laterTexts } from '../texts/later';
import { threadTexts } from '../texts/thread';
import { adopt, type ViewProps } from '../views/lazy-view';
import { openViewer } from './open-viewer';
import css from './rich.css?inline';

adopt(css);

const MAIL_TEXTS = {
  ru: { show: 'Показать цитату', hide: 'Скрыть цитату', byMail: 'Письмом' },
  en: { show: 'Show the quoted text', hide: 'Hide the quoted text', byMail: 'By mail' },
};

let renewal: RenewLinks | undefined;

/** A message that is more than plain text: with links, with files, by mail. */
export function View({ panel, text, files = [], message }: ViewProps) {
  const { locale } = panel.state;
  const texts = { label: threadTexts(locale).files, states: laterTexts(locale).fileStates };
  renewal ??= createLinkRenewal(panel.http);
  return (
    <div onClick={(event) => openViewer(panel, event, files)}>
      {text && <MessageText text={text} />}
      <Attachments files={files} locale={locale} texts={texts} renew={renewal} />
      {message?.folded && <FoldedText text={message.folded} texts={MAIL_TEXTS[locale]} />}
      {message?.channel === 'email' && <div class="by-mail">{MAIL_TEXTS[locale].byMail}</div>}
    </div>
  );
}
