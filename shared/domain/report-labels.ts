import type { ReportField } from './report';
import type { Locale } from './words';

type ReportLabels = Record<ReportField | 'distributor' | 'who' | 'account', string>;

/** Names of a report's fields, for forms, messages and the desk. */
export const REPORT_LABELS: Readonly<Record<Locale, ReportLabels>> = {
  ru: {
    doing: 'Что я делаю',
    expected: 'Чего ожидаю',
    got: 'Что получаю',
    what: 'Что нужно сделать',
    where: 'Где',
    by: 'К какому сроку',
    materials: 'С какими материалами',
    distributor: 'Вопрос касается дистрибьютора',
    who: 'Кто',
    account: 'Учётная запись',
  },
  en: {
    doing: 'What I do',
    expected: 'What I expect',
    got: 'What I get',
    what: 'What is to be done',
    where: 'Where',
    by: 'By when',
    materials: 'With which materials',
    distributor: 'This concerns a distributor',
    who: 'Who',
    account: 'Account',
  },
};
