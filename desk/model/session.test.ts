import type { Http } from '@beseda/shared/client/http';
import type { Ack } from '@beseda/shared/protocol/socket';
import { expect, it } from 'vitest';
import { createDeskSession } from './session';

const session = {
  agent: { id: 'a', name: 'Ольга', email: 'o@x.example', role: 'agent', hasPassword: false, awayUntil: null },
  demo: true,
  typeNames: {},
};

/** A server that answers by method and path; what it does not know is unreached. */
const answering = (answers: Record<string, Ack<unknown>>): Http =>
  (async (method: string, path: string) =>
    answers[`${method} ${path}`] ?? { ok: false, code: 'unavailable' }) as Http;
const spent: Ack<unknown> = { ok: false, code: 'link_spent' };

it('goes on with the session that is there when a link was spent, and asks to sign in when there is none', async () => {
  const signedIn = createDeskSession(
    answering({ 'POST /desk/session': spent, 'GET /desk/session': { ok: true, data: session } }),
  );
  await signedIn.useLink('old');
  expect(signedIn.state.get().kind).toBe('in');

  const states: string[] = [];
  const stranger = createDeskSession(
    answering({ 'POST /desk/session': spent, 'GET /desk/session': { ok: false, code: 'session_required' } }),
  );
  stranger.state.subscribe((state) => states.push('reason' in state ? state.reason : state.kind));
  await stranger.useLink('old');
  expect(states).toEqual(['link_spent']);
});

it('tells a server that does not answer from nobody being signed in', async () => {
  const away = createDeskSession(answering({}));
  await away.load();
  expect(away.state.get().kind).toBe('unreached');
  const out = createDeskSession(answering({ 'GET /desk/session': { ok: false, code: 'session_required' } }));
  await out.load();
  expect(out.state.get()).toEqual({ kind: 'out', reason: 'first' });
});

it('says that a session has ended only to somebody who was in', async () => {
  const desk = createDeskSession(answering({ 'POST /desk/session': { ok: true, data: session } }));
  desk.expire();
  expect(desk.state.get().kind).toBe('unknown');
  await desk.usePassword('o@x.example', 'password');
  desk.expire();
  expect(desk.state.get()).toEqual({ kind: 'out', reason: 'ended' });
});
