import type { TypesTexts } from './types-ru';

export const typesEn: TypesTexts = {
  about:
    'The three types and their fields are fixed: deadlines, acceptance of tasks and reports depend on them. Here is which of them customers choose from and what they are called. The widget shows what is new the next time it is opened.',
  offered: 'Customers choose from these types',
  offeredHint: 'Agents may give any.',
  noneOffered: 'Tick at least one type.',
  fields: {
    question: 'Question: one field',
    problem: 'Problem: what I do, what I expect, what I get',
    task: 'Task: what, where, by when, with which materials; accepted by the company',
  },
  nameRu: 'In Russian',
  nameEn: 'In English',
  nameHint: 'Empty: the usual name.',
  usual: 'When no type was chosen',
  usualNone: 'Leave it without one: an agent decides',
  distributor: 'Ask whether it concerns a distributor',
  distributorHint: 'Whom, and which account. For any type.',
};
