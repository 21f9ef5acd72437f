import { updateCompany } from '../companies/update-company';
import { contextFor, type Services } from '../context/context';
import { SYSTEM } from '../db/actor';
import { createTeam } from '../teams/save-team';
import { demoPeople } from './people';
import type { DemoAgents } from './replay-conversations';

/** Who looks after the demo's companies with dedicated support, where a distributor is led, and a day off of one company. */
export async function prepareCompanies(services: Services, agents: DemoAgents): Promise<void> {
  const ctx = contextFor(services, agents.anna);
  const ids = await loadIds(services);
  const idOf = (company: { id: string }) => ids.get(company.id) ?? '';
  const { start, network, enterprise } = demoPeople;
  const members = [agents.mikhail.agentId, agents.vera.agentId];
  const team = await createTeam(ctx, { name: 'Сетевые клиенты', members });
  await updateCompany(ctx, idOf(network.company), { teamId: team.id });
  await updateCompany(ctx, idOf(enterprise.company), { agentId: agents.vera.agentId });
  await updateCompany(ctx, idOf(start.company), {
    distributorSupportUrl: 'https://roskar.example/distributors/help',
  });
  await closeOnHoliday(services, idOf(network.company));
}

async function loadIds({ database }: Services): Promise<Map<string, string>> {
  const rows = await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql<{ id: string; externalId: string }[]>`
      select id, external_id as "externalId" from companies`,
  );
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}

/** Kazakhstan's Independence Day, this year's and the next: a day off for this company alone. */
async function closeOnHoliday({ database, now }: Services, companyId: string): Promise<void> {
  const year = new Date(now()).getUTCFullYear();
  const days = JSON.stringify({ [`${year}-12-16`]: [], [`${year + 1}-12-16`]: [] });
  await database.inTransaction(
    SYSTEM,
    ({ sql }) => sql`update companies set calendar_exceptions = ${days}::text::jsonb where id = ${companyId}`,
  );
}
