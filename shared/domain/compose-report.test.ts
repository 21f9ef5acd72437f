import { describe, expect, it } from 'vitest';
import { composeReport, leadOf } from './compose-report';

describe('a report as a message', () => {
  it('names every filled field, in the order of asking, in the language of the requester', () => {
    const report = { type: 'problem', got: 'Ошибка 500', doing: ' Формирую реестр ' } as const;
    expect(composeReport('', report, 'ru')).toBe('Что я делаю: Формирую реестр\n\nЧто получаю: Ошибка 500');
    expect(composeReport('', report, 'en')).toBe('What I do: Формирую реестр\n\nWhat I get: Ошибка 500');
  });

  it('keeps a text of its own before the fields', () => {
    expect(composeReport('Баннер', { type: 'task', by: 'к пятнице' }, 'ru')).toBe(
      'Баннер\n\nК какому сроку: к пятнице',
    );
  });

  it('says that a distributor is meant, and who, as far as that is known', () => {
    const about = (distributor: { who: string; account?: string }) =>
      composeReport('Где бонус?', { type: 'question', distributor }, 'ru').split('\n\n')[1];
    expect(about({ who: 'Анна', account: '1042' })).toBe(
      'Вопрос касается дистрибьютора: Анна, учётная запись 1042',
    );
    expect(about({ who: 'Анна' })).toBe('Вопрос касается дистрибьютора: Анна');
    expect(about({ who: ' ' })).toBe('Вопрос касается дистрибьютора');
  });

  it('leads with the text, else with the first field, and never with a label', () => {
    expect(leadOf('Баннер', { type: 'task', what: 'Разместить' })).toBe('Баннер');
    expect(leadOf(' ', { type: 'task', where: 'На главной' })).toBe('На главной');
    expect(leadOf('', { type: 'question' })).toBe('');
  });
});
