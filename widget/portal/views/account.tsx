import { Component } from 'preact';
import { isSoundOn, setSound } from '../../panel/sound/play-sound';
import { laterTexts } from '../../panel/texts/later';
import { downloadCsv } from '../download-csv';
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
      <Csv portal={portal} />
      <a class="link" href={`/help/${locale}/mail`}>
        {texts.mail}
      </a>
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

class Csv extends Component<PortalProps, { state: 'idle' | 'busy' | 'failed' }> {
  override state: { state: 'idle' | 'busy' | 'failed' } = { state: 'idle' };

  readonly #download = async (): Promise<void> => {
    this.setState({ state: 'busy' });
    this.setState({ state: (await downloadCsv(this.props.portal)) ? 'idle' : 'failed' });
  };

  render({ portal }: PortalProps) {
    const { state } = this.state;
    const texts = portalTexts(portal.panel.state.locale);
    return (
      <button type="button" class="link" disabled={state === 'busy'} onClick={() => void this.#download()}>
        {state === 'failed' ? texts.csvFailed : texts.csv}
      </button>
    );
  }
}
