import { currentCompany } from '../app/know-people.js';
import { makeMembers } from './make-members.js';
import { makePayouts, makePeriods, makeWallets } from './make-money.js';
import { makeOrders, makePoints } from './make-sales.js';
import { makeSite } from './make-site.js';
import { rollDice } from './roll-dice.js';

const companies = new Map();

/** The current company's records: the same at each visit, changed in memory until a reload. */
export function companyData() {
  const company = currentCompany();
  if (!companies.has(company.id)) companies.set(company.id, makeCompany(company));
  return companies.get(company.id);
}

function makeCompany({ id, region }) {
  const dice = rollDice(id);
  const scale = region === 'KZ' ? 6 : 1;
  const members = makeMembers(dice, region);
  const points = makePoints(dice, region);
  return {
    members,
    points,
    wallets: makeWallets(dice, members, scale),
    payouts: makePayouts(dice, members, scale),
    periods: makePeriods(dice, scale),
    orders: makeOrders(dice, members, points, scale),
    ...makeSite(),
  };
}
