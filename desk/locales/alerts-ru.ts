import type { AlertKind, ClockKind } from '@beseda/shared/domain/words';

const clocks: Record<ClockKind, string> = {
  first_reaction: 'Первый ответ',
  next_reaction: 'Ответ',
  resolution: 'Решение',
};
const kinds: Record<AlertKind, string> = {
  warning: 'скоро срок',
  breach: 'срок прошёл',
  team: 'срок прошёл, передано команде',
  admins: 'срок прошёл, передано администраторам',
};

/** Texts about deadlines. */
export const alertsRu = {
  clocks,
  kinds,
  label: 'Сроки',
  none: 'Предупреждений нет',
  noneHint: 'Здесь появится, где скоро срок и где он прошёл.',
  unseen: (count: number) => `непросмотренных: ${count}`,
  seeAll: 'Всё просмотрено',
  open: 'Открыть',
  marked: 'есть предупреждение о сроке',
  due: (time: string) => `срок ${time}`,
  dueAt: 'Срок ответа',
  late: (span: string) => `−${span}`,
  lateSaid: (span: string) => `срок прошёл ${span} назад`,
  section: 'Сроки',
  missed: (time: string) => `прошёл ${time}`,
  met: (time: string) => `сделано: ${time}`,
  metLate: (time: string) => `сделано: ${time}, позже срока`,
  paused: {
    pending: 'стоит: ждём клиента',
    acceptance: 'стоит: ждём приёмки',
    solved: 'стоит: решено',
  },
  cancelled: 'больше не обещано',
  nothing: 'Тариф этой компании сроков не обещает.',
  failed: 'Сроки не загрузились.',
  moved: (clock: string, from: string, to: string) =>
    `${clock.toLowerCase()}: ${to ? `срок ${from && `${from} → `}${to}` : 'срок больше не обещан'}`,
  passed: (clock: string, time: string) => `${clock.toLowerCase()}: срок ${time} прошёл`,
  whys: {
    priority: 'изменён приоритет',
    plan: 'изменён тариф',
    policy: 'изменены правила тарифа',
    calendar: 'изменён календарь',
    reviewed: '',
    missed: '',
  },
};
