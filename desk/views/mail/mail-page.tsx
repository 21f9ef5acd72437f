import type { ComponentType } from 'preact';
import { formatMail, MAIL_SECTIONS, type MailPlace, type MailSection } from '../../model/mail-route';
import { AreaPage } from '../area-page';
import { useDesk, useTexts } from '../contexts';
import { LazyPart } from '../lazy-part';
import { MailLink } from './mail-link';
import { useMailWords } from './use-mail-words';

type Section = ComponentType<{ place: MailPlace }>;

/** Each section is fetched when it is opened; one line here and its name in the locale files make a new one. */
const LOADERS: Record<MailSection, () => Promise<Section>> = {
  in: () => import('./in/incoming-section').then((file) => file.IncomingSection),
  webhook: () => import('./webhook/webhook-section').then((file) => file.WebhookSection),
  templates: () => import('./templates/templates-section').then((file) => file.TemplatesSection),
  out: () => import('./out/outgoing-section').then((file) => file.OutgoingSection),
};

const FOR_ADMINS: ReadonlySet<MailSection> = new Set(['webhook', 'templates']);

/** What comes in and goes out by mail: its sections, and the one that is open. */
export function MailPage({ place }: { place: MailPlace }) {
  const { texts } = useTexts();
  const { agent } = useDesk();
  const words = useMailWords();
  const shown = MAIL_SECTIONS.filter((one) => agent.role === 'admin' || !FOR_ADMINS.has(one));
  const links = shown.map((section) => (
    <MailLink key={section} class="view" to={{ section, id: null }} current={place.section === section}>
      {words.sections[section]}
    </MailLink>
  ));
  return (
    <AreaPage name={texts.menu.mail} back={words.toTickets} section={place.section} links={links}>
      <div class="settings-body" key={formatMail(place)}>
        <LazyPart load={LOADERS[place.section]} given={{ place }} />
      </div>
    </AreaPage>
  );
}
