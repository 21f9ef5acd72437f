import { Attachments } from '@beseda/shared/ui/attachments';
import { MessageText } from '@beseda/shared/ui/message-text';
import { threadTexts } from '../texts/thread';
import { adopt, type ViewProps } from '../views/lazy-view';
import { openViewer } from './open-viewer';
import css from './rich.css?inline';

adopt(css);

/** A message that is more than plain text: with links, with files. */
export function View({ panel, text, files = [] }: ViewProps) {
  const { locale } = panel.state;
  return (
    <div onClick={(event) => openViewer(panel, event, files)}>
      {text && <MessageText text={text} />}
      <Attachments files={files} locale={locale} label={threadTexts(locale).files} />
    </div>
  );
}
