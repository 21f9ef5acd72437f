import type { MailPlace } from '../../model/mail-route';
import { LazyPart } from '../lazy-part';

const loadPage = () => import('./mail-page').then(({ MailPage }) => MailPage);

/** Fetches the mail area when somebody opens it. */
export function MailGate({ place }: { place: MailPlace }) {
  return (
    <main class="settings" id="ticket">
      <LazyPart load={loadPage} given={{ place }} />
    </main>
  );
}
