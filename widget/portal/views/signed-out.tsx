import { View as Closed } from '../../panel/closed/closed';
import { count } from '../../panel/model/fill';
import { addressOf } from '../model/place';
import { portalTexts } from '../texts';
import type { PortalProps } from './portal-view';

/** The session is over: why, and the way back in. */
export function SignedOut({ portal: { panel, lost } }: PortalProps) {
  const { access, locale } = panel.state;
  const texts = portalTexts(locale);
  return (
    <div class="out">
      <h1>{texts.title}</h1>
      {access.kind === 'refused' ? <Closed panel={panel} id="" /> : <p role="status">{texts.over}</p>}
      {lost > 0 && (
        <p class="notice" role="alert">
          {count(texts.lost, lost, locale)}
        </p>
      )}
      <p>
        <a href={addressOf({ name: 'list' }, locale)}>{texts.enter}</a>
      </p>
    </div>
  );
}
