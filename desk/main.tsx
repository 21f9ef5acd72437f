import '@beseda/shared/ui/tokens.css';
import '@beseda/shared/ui/pieces.css';
import './css/base.css';
import './css/controls.css';
import './css/layout.css';
import './css/queue.css';
import './css/thread.css';
import './css/composer.css';
import './css/details.css';
import './css/insert.css';
import './css/overlays.css';
import './css/topics.css';
import './css/phone.css';
import './css/alerts.css';
import { createHttp } from '@beseda/shared/client/http';
import { render } from 'preact';
import { createPreferences } from './model/preferences';
import { createDeskSession } from './model/session';
import { followPlaces } from './start/follow-places';
import { DESK_HEADERS } from './start/headers';
import { memoryOr } from './start/keep-values';
import { showPreferences } from './start/show-preferences';
import { takeSignInLink } from './start/take-sign-in-link';
import { App } from './views/app';

const http = createHttp({
  origin: '',
  headers: () => DESK_HEADERS,
  // Only a person can begin a session of the desk anew.
  renew: async () => {
    session.expire();
    return { ok: false, code: 'session_ended' };
  },
});
const preferences = createPreferences(
  memoryOr(() => localStorage),
  navigator.languages,
);
showPreferences(preferences);
const link = takeSignInLink();
const session = createDeskSession(http);
const page = { session, preferences, places: followPlaces() };

const root = document.getElementById('desk');
if (root) render(<App page={page} http={http} />, root);
void (link === null ? session.load() : session.useLink(link));
