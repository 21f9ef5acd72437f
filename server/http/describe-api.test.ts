import { uuidv7 } from '@beseda/shared/domain/uuid';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY, openWorld, type World } from '../access-matrix/open-world';
import { ROUTE_ROWS } from '../access-matrix/route-rows';
import { createSignInLink } from '../agents/create-sign-in-link';
import { demoPeople } from '../demo/people';
import { signSupportToken } from '../demo/sign-support-token';
import { ANSWERS, ErrorAnswer } from './answer-schemas';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let world: World;
let document: Document;

beforeAll(async () => {
  world = await openWorld();
  document = (await world.app.inject('/api/openapi.json')).json<Document>();
});
afterAll(() => world.close());

const routes = Object.keys(ROUTE_ROWS).filter((route) => route.includes(' /api/v1/'));

it('describes every route of the API and nothing else', () => {
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(document.openapi).toBe('3.1.0');
  expect(new Set(described)).toEqual(new Set(routes));
  expect(new Set(Object.keys(ANSWERS))).toEqual(new Set(routes));
});

/** Objects in a schema that let unknown fields pass. */
function listOpen(schema: unknown, path = 'body'): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const isOpen = 'properties' in schema && !('additionalProperties' in schema);
  const inside = Object.entries(schema).flatMap(([name, part]) => listOpen(part, `${path}.${name}`));
  return isOpen ? [path, ...inside] : inside;
}

/** Its calendars and cases carry notes of their own, in the files that are their format. */
const LENIENT = ['POST /api/v1/business-hours/preview'];

it('every body names its fields, and takes no others', () => {
  const open = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) =>
      listOpen(requestBody?.content['application/json']?.schema).map(
        (found) => `${method.toUpperCase()} ${path}: ${found}`,
      ),
    ),
  );
  expect(open.filter((found) => !LENIENT.some((route) => found.startsWith(route)))).toEqual([]);
});

it('an unknown field is refused by its name, and nothing is done', async () => {
  const headers = await world.headersOf('owner');
  const clientId = uuidv7();
  const payload = { clientId, text: 'Вопрос', prioritty: 'urgent' };
  const answer = await world.app.inject({ method: 'POST', url: '/api/v1/tickets', headers, payload });
  expect(answer.json()).toMatchObject({ code: 'invalid_input', field: 'prioritty' });
  const { prioritty: _, ...right } = payload;
  const again = await world.app.inject({ method: 'POST', url: '/api/v1/tickets', headers, payload: right });
  expect(again.statusCode).toBe(201);
});

describe.each(routes)('%s', (route) => {
  const [method = '', path = ''] = route.split(' ');
  const operation = () =>
    document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation;

  it('names its parameters, its body, its answers and the shape of its refusals', () => {
    const { parameters = [], requestBody, responses } = operation();
    const inPath = parameters.filter((one) => one.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(Boolean(requestBody)).toBe(['POST', 'PUT', 'PATCH'].includes(method));
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining([...Object.keys(ANSWERS[route] ?? {}), '400', 'default']),
    );
    expect(responses['default']?.content?.['application/json']?.schema).toMatchObject({
      required: ['code', 'message'],
    });
    for (const { description } of Object.values(responses)) expect(description).not.toBe('');
  });

  it('answers everybody as it is described, without a field more or less', async () => {
    for (const who of EVERYBODY) {
      const given = (await ROUTE_ROWS[route]?.call(world)) ?? { url: path };
      const answer = await world.app.inject({
        method: method as 'GET',
        url: given.url,
        headers: { ...(await world.headersOf(who)), ...given.headers },
        ...(given.payload === undefined ? {} : { payload: given.payload }),
      });
      const schema = answer.statusCode < 400 ? ANSWERS[route]?.[answer.statusCode] : ErrorAnswer;
      expect(schema, `${answer.statusCode} to ${who}`).toBeDefined();
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      const body: unknown = isJson ? answer.json() : answer.body;
      const wrong = schema ? [...Compile(schema).Errors(body)] : answer.body;
      expect(wrong, `${answer.body} to ${who}`).toHaveLength(0);
    }
  });
});

it('answers a sign-in as it is described', async () => {
  // The host's token is dated by the real time, from which the world's clock has fallen behind meanwhile.
  world.services.clock.now = Date.now();
  const { appKey, ...site } = { appKey: world.site.key, ...world.site };
  const token = await signSupportToken(demoPeople.manager, { appKey, ...site });
  const link = new URL(
    await createSignInLink(world.services, `${world.anna.agentId}@desk.example`),
  ).hash.slice(1);
  const ways = [
    ['POST /api/v1/session', 201, { app: appKey, token }],
    ['POST /api/v1/desk/session', 200, { link }],
  ] as const;
  for (const [route, status, payload] of ways) {
    const answer = await world.app.inject({ method: 'POST', url: route.split(' ')[1] ?? '', payload });
    const schema = ANSWERS[route]?.[status];
    expect(answer.statusCode).toBe(status);
    expect(schema && [...Compile(schema).Errors(answer.json())]).toEqual([]);
  }
});
