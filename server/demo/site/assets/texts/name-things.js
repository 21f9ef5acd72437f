import { currentCurrency } from '../app/know-people.js';
import { formatMoney, say } from './say.js';

export function money(value) {
  return formatMoney(value, currentCurrency());
}

export function points(value) {
  return say(`${value} б.`, `${value} pts`);
}

export function rankName(rank) {
  return [
    say('Партнёр', 'Partner'),
    say('Консультант', 'Consultant'),
    say('Лидер', 'Leader'),
    say('Директор', 'Director'),
    say('Золотой директор', 'Gold director'),
  ][rank];
}

export function walletName(kind) {
  return { main: say('Основной', 'Main'), bonus: say('Бонусный', 'Bonus') }[kind];
}

export function operationName(type) {
  return {
    bonus: say('Начисление бонуса', 'Bonus'),
    order: say('Оплата заказа', 'Order payment'),
    payout: say('Выплата', 'Payout'),
    correction: say('Корректировка', 'Correction'),
  }[type];
}

export function bonusName(type) {
  return {
    personal: say('Личный', 'Personal'),
    group: say('Групповой', 'Group'),
    leader: say('Лидерский', 'Leader’s'),
    quick: say('Быстрый старт', 'Quick start'),
  }[type];
}

export function pointKindName(kind) {
  return {
    office: say('Офис', 'Office'),
    warehouse: say('Склад', 'Warehouse'),
    pickup: say('Пункт выдачи', 'Pickup point'),
  }[kind];
}

export function sectionName(section) {
  return {
    members: say('Участники', 'Members'),
    orders: say('Заказы', 'Orders'),
    wallets: say('Кошельки', 'Wallets'),
    payouts: say('Выплаты', 'Payouts'),
    reports: say('Отчёты', 'Reports'),
    roles: say('Роли и доступ', 'Roles and access'),
  }[section];
}

export function accessRoleName(role) {
  return {
    operator: say('Оператор', 'Operator'),
    accountant: say('Бухгалтер', 'Accountant'),
    chief: say('Главный бухгалтер', 'Chief accountant'),
    content: say('Контент-менеджер', 'Content manager'),
    point: say('Сотрудник точки', 'Point of sale'),
    admin: say('Администратор', 'Administrator'),
  }[role];
}
