import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDaySet } from './parse-day-set';

const read = (text: string) =>
  parseDaySet(text, 'ru').flatMap(({ days }) => days.map(({ date, kind }) => `${date} ${kind}`));

/** Russia's 2026 as months of marks: weekends stand among the days, holidays have no mark. */
const MONTHS = [
  '1,2,3,4,5,6,7,8,9+,10,11,17,18,24,25,31',
  '1,7,8,14,15,21,22,23,28',
  '1,7,8,9+,14,15,21,22,28,29',
  '4,5,11,12,18,19,25,26,30*',
  '1,2,3,8*,9,10,11+,16,17,23,24,30,31',
  '6,7,11*,12,13,14,20,21,27,28',
  '4,5,11,12,18,19,25,26',
  '1,2,8,9,15,16,22,23,29,30',
  '5,6,12,13,19,20,26,27',
  '3,4,10,11,17,18,24,25,31',
  '1,3*,4,7,8,14,15,21,22,28,29',
  '5,6,12,13,19,20,26,27,31+',
];
const HEAD = `Год;${MONTHS.map((_, at) => at + 1).join(';')};Всего`;
const shipped = JSON.parse(readFileSync(new URL('data/ru-2026.json', import.meta.url), 'utf8')) as ReturnType<
  typeof parseDaySet
>[number];

describe('the same year in each form', () => {
  const marks = shipped.days.map(({ date, kind }) => `${date} ${kind}`);
  const months = MONTHS.map((days, at) => ({ month: at + 1, days }));
  const ics = shipped.days.map(
    ({ date, kind }) =>
      `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${date.replaceAll('-', '')}\r\nSUMMARY:${kind === 'off' ? 'Выходной' : 'Предпраздничный\r\n  день'}\r\nEND:VEVENT`,
  );
  it.each([
    ['our own JSON', JSON.stringify(shipped, null, 2)],
    ['JSON of months', JSON.stringify({ year: 2026, months })],
    [
      'open data, in quotes',
      `\uFEFFГод,${MONTHS.map((_, at) => at + 1).join()},Всего\r\n2026,${MONTHS.map((cell) => `"${cell}"`).join()},247`,
    ],
    ['open data, with semicolons', `${HEAD}\n2026;${MONTHS.join(';')};247`],
    [
      'a table of days',
      `date,kind,name\n${shipped.days.map(({ date, kind }) => `${date},${kind},`).join('\n')}`,
    ],
    ['iCalendar', `BEGIN:VCALENDAR\r\n${ics.join('\r\n')}\r\nEND:VCALENDAR\r\n`],
  ])('%s', (_, text) => expect(read(text)).toEqual(marks));
});

it('keeps names, sorts the days, and takes several years apart', () => {
  expect(parseDaySet('date;kind;name\n2028-01-01;off;"Новый год; ""1"""\n2027-12-31;SHORT;', 'ru')).toEqual([
    { key: 'ru', year: 2027, days: [{ date: '2027-12-31', kind: 'short' }] },
    { key: 'ru', year: 2028, days: [{ date: '2028-01-01', kind: 'off', name: 'Новый год; "1"' }] },
  ]);
  expect(parseDaySet('[{"date": "2027-12-16", "localName": "Тәуелсіздік күні"}]', 'kz')).toEqual([
    { key: 'kz', year: 2027, days: [{ date: '2027-12-16', kind: 'off', name: 'Тәуелсіздік күні' }] },
  ]);
});

it('sees a weekend day that is missing from a month as worked', () => {
  const months = [{ month: 2, days: '6,7,13,14,20*,21,22+,23,27,28' }];
  expect(read(JSON.stringify({ year: 2027, months }))).toEqual([
    '2027-02-20 short',
    '2027-02-22 off',
    '2027-02-23 off',
  ]);
  expect(read(JSON.stringify({ year: 2027, months: [{ month: 2, days: '6,7,13,14,21,23,27,28' }] }))).toEqual(
    ['2027-02-20 work', '2027-02-23 off'],
  );
});

it('takes events of several days, up to their end, and worked Saturdays', () => {
  const event = (start: string, end: string, summary: string) =>
    `BEGIN:VEVENT\nDTSTART;VALUE=DATE:${start}\nDTEND;VALUE=DATE:${end}\nSUMMARY:${summary}\nEND:VEVENT\n`;
  const text = `BEGIN:VCALENDAR\n${event('20270101', '20270104', 'Каникулы')}${event('20270220', '20270221', 'Рабочая суббота')}${event('20271105', '20271106', 'Нерабочий день')}END:VCALENDAR`;
  expect(read(text)).toEqual([
    '2027-01-01 off',
    '2027-01-02 off',
    '2027-01-03 off',
    '2027-02-20 work',
    '2027-11-05 off',
  ]);
});

it.each([
  ['', 1, 'empty'],
  ['date,kind\n2027-02-30,off', 2, '«2027-02-30» is no date'],
  ['date,kind\n\n2027-02-03,holiday', 3, '«holiday» is no kind of day'],
  ['date,kind\n2027-02-03,off\n2027-02-03,work', 3, '2027-02-03 is off in line 2, and work here'],
  ['date,kind', 1, 'no days'],
  [`${HEAD}\n2026;${MONTHS.with(1, '31').join(';')};`, 2, '«31» is no day of month 2'],
  [`${HEAD}\n27;${MONTHS.join(';')};`, 2, '«27» is no year'],
  ['{\n"year": 2027,\n"days": [\n{"date": "2027-1-1", "kind": "off"}]}', 4, '«2027-1-1» is no date'],
  ['{\n"year": 2027,\n"months": [{"month": 13, "days": "1"}]}', 3, 'Each of months'],
  ['{"year": 2027, "months": [{"month": 3, "days": "8"}]}', 1, 'The weekends of month 3 are missing'],
  ['{"year": 2027}', 1, 'Takes {year, months}'],
  ['\n{"year": 2027,\n"days": nothing}', 3, 'This is no JSON'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT', 4, 'no DTSTART'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101T090000Z\nEND:VEVENT', 3, 'only events of whole days'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nRRULE:FREQ=YEARLY\nEND:VEVENT', 4, 'Events that repeat'],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270105\nDTEND:20270105\nEND:VEVENT', 4, 'An event lasts'],
  ['BEGIN:VCALENDAR\nwhatever', 2, 'no line of an iCalendar file'],
])('refuses %j, naming line %d and why', (text, line, reason) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      message: expect.stringContaining(`Line ${line}: `),
    }) as Error,
  );
  expect(() => read(text)).toThrow(reason);
});
