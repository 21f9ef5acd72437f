import { say } from '../texts/say.js';
import { account } from './hold-account.js';

let people = {};

/** Loads who can be signed in; call once before the first page is shown. */
export async function learnPeople() {
  people = await (await fetch('/demo/people.json')).json();
}

export function listPeople() {
  return Object.entries(people).map(([key, person]) => ({ key, ...person }));
}

/** The person signed in, or undefined for nobody. */
export function currentPerson() {
  return people[account.person];
}

/** The company whose office this is; a visitor without an account sees the business plan's. */
export function currentCompany() {
  return (currentPerson() ?? people.business).company;
}

export function currentCurrency() {
  return currentCompany().region === 'KZ' ? 'KZT' : 'RUB';
}

export function nameOf(named) {
  return say(named.name, named.latinName);
}

export function planName(plan) {
  return { start: 'Start', business: 'Business', network: 'Network', enterprise: 'Enterprise' }[plan];
}

export function roleName(role) {
  return {
    staff: say('сотрудник', 'staff'),
    manager: say('руководитель', 'manager'),
    distributor: say('дистрибьютор', 'distributor'),
  }[role];
}
