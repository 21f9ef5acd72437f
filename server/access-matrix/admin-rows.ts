import { uuidv7 } from '@beseda/shared/domain/uuid';
import { addApp } from '../apps/add-app';
import { addAppSecret } from '../apps/add-app-secret';
import { retireAppSecret } from '../apps/retire-app-secret';
import { contextFor } from '../context/context';
import { admins } from './expectations';
import { type Call, type RouteRow, withId } from './route-row';

const fresh = (): string => uuidv7();
const list = (url: string): RouteRow => ({ call: () => ({ url }), expected: admins(200) });
const importing = (url: string, text: string): RouteRow => ({
  call: () => ({ url, payload: { format: 'csv', text, dryRun: true } }),
  expected: admins(200),
});
const NO_SUCH = '01900000-0000-7000-8000-000000000000';

/** A row for an object of ours that a missing one must look like, where it is refused. */
const ofCompany = (payload: object | undefined, outcome: RouteRow['expected']): RouteRow => ({
  call: ({ ours }) => withId('/api/v1/companies', ours.id, payload),
  missing: () => withId('/api/v1/companies', NO_SUCH, payload),
  expected: outcome,
});
const ofPerson = (payload: object | undefined, outcome: RouteRow['expected']): RouteRow => ({
  call: ({ ours }) => withId('/api/v1/people', ours.owner.personId, payload),
  missing: () => withId('/api/v1/people', NO_SUCH, payload),
  expected: outcome,
});

/** An app of its own each time, with one retired secret. */
const ofApp = (rest: (kid: string) => string, payload: object | undefined, outcome: number): RouteRow => ({
  call: async ({ services, admin }) => {
    const ctx = contextFor(services, admin);
    const { key, kid } = await addApp(ctx, { name: fresh(), origins: ['https://a.example'] });
    await addAppSecret(ctx, { app: key });
    await retireAppSecret(ctx, { app: key, kid });
    return { url: `/api/v1/apps/${key}${rest(kid)}`, ...(payload ? { payload } : {}) };
  },
  missing: () => ({ url: `/api/v1/apps/no-such${rest('k')}`, ...(payload ? { payload } : {}) }),
  expected: admins(outcome),
});
const itself = () => '';
const itsSecret = (kid: string) => `/secrets/${kid}`;
export const ADMIN_ROWS: Readonly<Record<string, RouteRow>> = {
  'GET /api/v1/audit': list('/api/v1/audit'),
  'GET /api/v1/settings': list('/api/v1/settings'),
  'PUT /api/v1/settings/:key': {
    call: (): Call => ({ url: '/api/v1/settings/vendor.name', payload: { value: 'MLM Soft' } }),
    expected: admins(200),
  },
  'GET /api/v1/companies': list('/api/v1/companies'),
  'POST /api/v1/companies': {
    call: (): Call => ({ url: '/api/v1/companies', payload: { externalId: fresh(), name: 'Новая' } }),
    expected: admins(201),
  },
  'POST /api/v1/companies/import': importing('/api/v1/companies/import', 'id,name\nx,Икс'),
  'GET /api/v1/companies/:id': ofCompany(undefined, admins(200)),
  'PATCH /api/v1/companies/:id': ofCompany({ region: 'RU' }, admins(200)),
  'DELETE /api/v1/companies/:id': ofCompany(undefined, admins('in_use')),
  'GET /api/v1/apps': list('/api/v1/apps'),
  'POST /api/v1/apps': {
    call: (): Call => ({ url: '/api/v1/apps', payload: { name: fresh(), origins: ['https://a.example'] } }),
    expected: admins(201),
  },
  'GET /api/v1/apps/:key': ofApp(itself, undefined, 200),
  'PATCH /api/v1/apps/:key': ofApp(itself, { theme: { side: 24 } }, 200),
  'DELETE /api/v1/apps/:key': ofApp(itself, undefined, 204),
  'POST /api/v1/apps/:key/secrets': ofApp(() => '/secrets', {}, 201),
  'PATCH /api/v1/apps/:key/secrets/:kid': ofApp(itsSecret, { retired: false }, 200),
  'DELETE /api/v1/apps/:key/secrets/:kid': ofApp(itsSecret, undefined, 204),
  'GET /api/v1/people': list('/api/v1/people'),
  'POST /api/v1/people': {
    call: ({ ours }): Call => ({
      url: '/api/v1/people',
      payload: { company: ours.id, sub: fresh(), name: 'Новый' },
    }),
    expected: admins(201),
  },
  'POST /api/v1/people/import': importing('/api/v1/people/import', 'company,sub,name\nvita,x,Икс'),
  'GET /api/v1/people/:id': ofPerson(undefined, admins(200)),
  'PATCH /api/v1/people/:id': ofPerson({ locale: 'ru' }, admins(200)),
  'DELETE /api/v1/people/:id': ofPerson(undefined, admins('in_use')),
};
