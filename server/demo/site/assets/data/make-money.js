import { daysAgo } from './roll-dice.js';

/** Each member's main wallet and, for some, a bonus one; the operations add up to the balance. */
export function makeWallets(dice, members, scale) {
  return members.flatMap((member) => {
    const main = makeWallet(dice, member, 'main', scale);
    return dice.chance(0.3) ? [main, makeWallet(dice, member, 'bonus', scale)] : [main];
  });
}

function makeWallet(dice, member, kind, scale) {
  const operations = [];
  let balance = 0;
  for (let index = dice.number(3, 14); index > 0; index -= 1) {
    const isIncome = balance < 500 * scale || dice.chance(0.6);
    const amount = isIncome
      ? dice.number(5, 90) * 100 * scale
      : -Math.min(balance, dice.number(3, 60) * 100 * scale);
    balance += amount;
    const type = isIncome ? 'bonus' : kind === 'main' && dice.chance(0.5) ? 'payout' : 'order';
    operations.unshift({ day: daysAgo(index * 9 + dice.number(0, 8)), type, amount, balance });
  }
  const reserved = kind === 'main' && dice.chance(0.2) ? Math.floor(balance / 200) * 100 : 0;
  return { id: `${member.number}-${kind}`, member, kind, balance, reserved, operations };
}

const payoutStatuses = [
  'new',
  'new',
  'new',
  'second',
  'approved',
  'processing',
  'paid',
  'paid',
  'paid',
  'returned',
  'rejected',
];
const remarks = ['', '', '', 'details', 'name', 'large', 'first'];

export function makePayouts(dice, members, scale) {
  return Array.from({ length: 64 }, (_, index) => {
    const status = dice.one(payoutStatuses);
    return {
      id: 5120 - index,
      member: dice.one(members),
      amount: dice.number(8, 400) * 100 * scale,
      card: `•••• ${dice.number(1000, 9999)}`,
      day: daysAgo(Math.floor(index / 2)),
      status,
      remark: status === 'new' ? dice.one(remarks) : '',
      reason: '',
    };
  });
}

/** The open period, the one under check and ten closed ones before them. */
export function makePeriods(dice, scale) {
  const types = ['personal', 'group', 'leader', 'quick'];
  return Array.from({ length: 12 }, (_, index) => {
    const month = new Date(Date.UTC(2026, 10 - index, 1)).toISOString().slice(0, 7);
    const turnover = (dice.number(420, 640) - index * 14) * 10_000 * scale;
    const shares = types.map((type) => ({
      type,
      amount: Math.round((turnover * dice.number(30, 110)) / 100_000) * 100,
      people: dice.number(20, 130),
    }));
    return {
      month,
      state: index === 0 ? 'open' : index === 1 ? 'check' : 'closed',
      turnover,
      shares,
      isCalculated: index > 0,
    };
  });
}
