import type { PortalBoot } from '@beseda/shared/domain/page-data';
import { nameTypes } from '@beseda/shared/domain/type-rules';
import { LOCALES, type Locale } from '@beseda/shared/domain/words';
import { render } from 'preact';
import { startKeep } from '../panel/keep/start-keep';
import { startLive } from '../panel/live/live';
import { Panel } from '../panel/model/panel';
import { keepThreadTexts } from '../panel/texts/thread';
import { followAddress } from './follow-address';
import { keepFilter, recallFilter } from './keep-filter';
import { enterPortal, signOff } from './model/enter';
import { Portal } from './model/portal';
import { spendLink } from './spend-link';
import { standAlone } from './stand-alone';
import { PANEL_TEXTS, THREAD_TEXTS } from './texts';
import { titleOf } from './title-of';
import { PortalView } from './views/portal-view';

for (const locale of LOCALES) keepThreadTexts(locale, THREAD_TEXTS[locale]);

/** Names the drafts on this browser's disk; those of the widget are another app's. */
const APP = 'portal';

const boot = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PortalBoot;
const root = document.getElementById('portal') as HTMLElement;

const textsOf = (locale: Locale) => nameTypes(PANEL_TEXTS[locale], boot.names, locale);

const panel = new Panel({ ...boot, app: APP, theme: { accent: '' } }, textsOf(boot.locale), {
  loadKeep: () => Promise.resolve({ startKeep }),
  loadLive: () => Promise.resolve({ startLive }),
  loadTexts: (locale) => Promise.resolve({ texts: textsOf(locale) }),
  hasStored: () => Promise.resolve(true),
});
const portal = new Portal(panel);
const address = followAddress(portal);
panel.bridge = standAlone(portal);
addEventListener('pagehide', () => panel.keepLast());

let session: unknown = null;
let connection: unknown = null;
let focused: unknown = null;
let waiting = false;

/** Whoever has just come in is shown what the address says, and is connected. */
function meet(): void {
  const { access } = panel.state;
  const met = access.kind === 'staff' ? panel.session : null;
  if (met === session) return;
  session = met;
  if (!met) return;
  address.show();
  recallFilter(portal);
  if (portal.listing.filter().who === 'company') void portal.meetColleagues();
  void portal.listing.reload();
  void panel.startLive();
}

function follow(): void {
  const line = panel.live?.connection ?? null;
  if (line === connection) return;
  connection = line;
  if (!line) return;
  portal.listing.follow(line);
  line.state.subscribe((state) => {
    if (state.kind === 'refused' && line === connection) signOff(portal, state);
  });
}

/** Draws once per task, however often the state changes. The focus goes to each new screen, if that has a place for it. */
function draw(): void {
  waiting = false;
  meet();
  follow();
  address.write();
  keepFilter(portal);
  document.title = titleOf(portal);
  render(<PortalView portal={portal} />, root);
  const { screens } = panel.state;
  if (focused === screens) return;
  const target = root.querySelector<HTMLElement>('[data-focus]');
  // On a phone a field would bring up the keyboard, over what one has come to read.
  if (!(target instanceof HTMLTextAreaElement) || matchMedia('(pointer: fine)').matches)
    target?.focus({ preventScroll: true });
  if (target) focused = screens;
}

panel.onChange = () => {
  if (!waiting) setTimeout(draw);
  waiting = true;
};

/** In place of what stood in the page meanwhile. */
function begin(): void {
  root.textContent = '';
  void enterPortal(portal);
}

const link = /^#link=(.+)$/.exec(location.hash)?.[1];
if (link) void spendLink(link, boot).then((goesOn) => (goesOn ? begin() : undefined));
else if (boot.signedIn) begin();
