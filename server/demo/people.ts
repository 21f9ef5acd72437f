/** Who the demo page can be signed in as; the keys of `GET /demo/support-token?as=`. */
export const personKeys = ['start', 'business', 'network', 'enterprise', 'manager', 'distributor'] as const;
export type PersonKey = (typeof personKeys)[number];

export interface DemoCompany {
  id: string;
  name: string;
  latinName: string;
  plan: 'start' | 'business' | 'network' | 'enterprise';
  region: 'RU' | 'KZ';
}

export interface DemoPerson {
  sub: string;
  name: string;
  latinName: string;
  email: string;
  role: 'staff' | 'manager' | 'distributor';
  company: DemoCompany;
}

const companies = {
  start: { id: 'roskar', name: 'Роскар', latinName: 'Roskar', plan: 'start', region: 'RU' },
  business: { id: 'vita-plus', name: 'Вита Плюс', latinName: 'Vita Plus', plan: 'business', region: 'RU' },
  network: { id: 'altyn-dala', name: 'Алтын Дала', latinName: 'Altyn Dala', plan: 'network', region: 'KZ' },
  enterprise: {
    id: 'severnoe-siyanie',
    name: 'Северное сияние',
    latinName: 'Northern Lights',
    plan: 'enterprise',
    region: 'RU',
  },
} as const satisfies Record<string, DemoCompany>;

export const demoPeople: Readonly<Record<PersonKey, DemoPerson>> = {
  start: {
    sub: 'roskar-11',
    name: 'Павел Дорохов',
    latinName: 'Pavel Dorokhov',
    email: 'p.dorokhov@roskar.example',
    role: 'staff',
    company: companies.start,
  },
  business: {
    sub: 'vita-plus-24',
    name: 'Ирина Белова',
    latinName: 'Irina Belova',
    email: 'i.belova@vita-plus.example',
    role: 'staff',
    company: companies.business,
  },
  network: {
    sub: 'altyn-dala-7',
    name: 'Айгерим Сатпаева',
    latinName: 'Aigerim Satpayeva',
    email: 'a.satpayeva@altyn-dala.example',
    role: 'staff',
    company: companies.network,
  },
  enterprise: {
    sub: 'severnoe-siyanie-103',
    name: 'Тимур Галеев',
    latinName: 'Timur Galeev',
    email: 't.galeev@severnoe-siyanie.example',
    role: 'staff',
    company: companies.enterprise,
  },
  manager: {
    sub: 'vita-plus-3',
    name: 'Олег Самарин',
    latinName: 'Oleg Samarin',
    email: 'o.samarin@vita-plus.example',
    role: 'manager',
    company: companies.business,
  },
  distributor: {
    sub: 'roskar-d-1042',
    name: 'Марина Клюева',
    latinName: 'Marina Klyueva',
    email: 'marina.klyueva@mail.example',
    role: 'distributor',
    company: companies.start,
  },
};
