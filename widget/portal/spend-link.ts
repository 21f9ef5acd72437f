import { isTransient } from '@beseda/shared/client/ack';
import type { PortalBoot } from '@beseda/shared/domain/page-data';
import { exchangeCookie } from './model/enter';

/** Signs in by the link of a mail, and begins the page anew. True: whoever is signed in already goes on without. */
export async function spendLink(link: string, { signedIn }: PortalBoot): Promise<boolean> {
  const ack = await exchangeCookie({ link });
  // Another time, with the same link.
  if (!ack.ok && isTransient(ack.code)) return signedIn;
  history.replaceState(null, '', location.pathname + location.search);
  if (ack.ok) location.reload();
  else if (!signedIn) {
    const query = new URLSearchParams(location.search);
    query.set('refused', ack.code);
    location.replace(`${location.pathname}?${query}`);
  }
  return !ack.ok && signedIn;
}
