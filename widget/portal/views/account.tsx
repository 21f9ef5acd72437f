import { isSoundOn, setSound } from '../../panel/sound/play-sound';
import { laterTexts } from '../../panel/texts/later';
import { signOut } from '../model/enter';
import { addressOf } from '../model/place';
import { portalTexts } from '../texts';
import type { PortalProps } from './portal-view';

/** Who is signed in, and what concerns the whole list. */
export function Account({ portal }: PortalProps) {
  const { access, locale } = portal.panel.state;
  if (access.kind !== 'staff') return null;
  const { person, company } = access.session;
  const texts = portalTexts(locale);
  const leave = async () => {
    if (await signOut(portal)) location.assign(addressOf({ name: 'list' }, locale));
  };
  return (
    <div class="account">
      <span>
        {person.name}
        <small>{company.name}</small>
      </span>
      <button type="button" class="link" onClick={() => void leave()}>
        {texts.signOut}
      </button>
      <label class="sound">
        <input
          type="checkbox"
          checked={isSoundOn()}
          onChange={({ currentTarget }) => setSound(currentTarget.checked)}
        />
        {laterTexts(locale).sound}
      </label>
    </div>
  );
}
