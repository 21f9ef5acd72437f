import type { Locale } from '@beseda/shared/domain/words';

const LINK = 'https://support.example.com/help';

/** A made-up ticket for previews, with what is long in it. */
export function sampleOf(locale: Locale) {
  const is = <T>(ru: T, en: T) => (locale === 'ru' ? ru : en);
  const name = is('Ольга Константинопольская', 'Olga Constantine');
  const question = is(
    'Дистрибьютор не видит вознаграждение за октябрь, хотя квалификация закрыта.\nЧто проверить?',
    'A distributor does not see the bonus for October, although the qualification is closed.\nWhat should I check?',
  );
  const text = is(
    'Откройте «Маркетинг-план», раздел «Квалификации», и проверьте дату закрытия периода.\n\nЕсли период открыт, нажмите «Пересчитать»: https://admin.example.com/marketing-plan/qualifications/2026-10/recalculate?company=vita',
    'Open “Marketing plan”, section “Qualifications”, and check when the period was closed.\n\nIf it is open, press “Recalculate”: https://admin.example.com/marketing-plan/qualifications/2026-10/recalculate?company=vita',
  );
  const file = is('инструкция-по-пересчёту-вознаграждений.pdf', 'how-to-recalculate-bonuses.pdf');
  return {
    ticket: {
      locale,
      name,
      number: 1042,
      subject: is('Не начислено вознаграждение', 'A bonus is missing'),
      url: LINK,
      choice: LINK,
    },
    vendor: 'MLM Soft',
    company: is('Северное сияние', 'Northern Lights'),
    link: LINK,
    minutes: 30,
    answers: [
      {
        author: is('Анна', 'Anna'),
        at: '2026-11-23T09:05:00.000Z',
        text,
        files: [{ name: file, size: 348_160 }],
      },
    ],
    question: { at: '2026-11-23T08:00:00.000Z', text: question },
    rate: { good: `${LINK}/good`, bad: `${LINK}/bad` },
    acceptBy: '2026-11-26T17:00:00.000Z',
    promise: {
      running: is('Ответим сегодня до 14:00 МСК.', 'We will answer today by 14:00 MSK.'),
      promise_moved: is('Ответим завтра до 10:00 МСК.', 'We will answer tomorrow by 10:00 MSK.'),
      promise_missed: is(
        'Обещали ответить сегодня до 14:00 МСК и не успели. Специалисты предупреждены, ответим как можно скорее.',
        'We promised to answer today by 14:00 MSK and did not. Our people have been told and will answer as soon as they can.',
      ),
    },
    notice: {
      notices: [
        {
          kind: 'assigned' as const,
          by: is('Михаил', 'Mikhail'),
          at: '2026-11-23T08:30:00.000Z',
          text: '',
          dueAt: null,
        },
        {
          kind: 'mentioned' as const,
          by: is('Михаил', 'Mikhail'),
          at: '2026-11-23T08:31:00.000Z',
          text: is('@Анна, посмотри расчёт за октябрь.', '@Anna, please look at October.'),
          dueAt: null,
        },
        {
          kind: 'deadline' as const,
          by: '',
          at: '2026-11-23T09:00:00.000Z',
          text: '',
          dueAt: '2026-11-23T11:00:00.000Z',
        },
      ],
      message: { author: name, at: '2026-11-23T08:00:00.000Z', text: question },
    },
  };
}
