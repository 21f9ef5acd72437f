import type { ErrorCode } from '@beseda/shared/protocol/errors';
import type { KnowledgeSection } from '../model/knowledge-route';

const sections: Record<KnowledgeSection, string> = {
  articles: 'Статьи',
  snippets: 'Заготовки',
  reports: 'Отчёты',
  'search-rules': 'Правила поиска',
  checks: 'Проверки',
  explain: 'Почему нашлось',
  comments: 'Отзывы читателей',
  import: 'Импорт и экспорт',
};

const reasons: Partial<Record<ErrorCode, string>> = {
  unavailable: 'Сервер не отвечает',
  not_found: 'Этого здесь больше нет',
  forbidden: 'На это нет права',
  invalid_input: 'Проверьте введённое',
  too_many_requests: 'Слишком много изменений. Подождите минуту',
};

export const kbRu = {
  sections,
  toTickets: 'К обращениям',
  why: (code: ErrorCode): string => reasons[code] ?? 'Не получилось',
};
export type KbTexts = typeof kbRu;
