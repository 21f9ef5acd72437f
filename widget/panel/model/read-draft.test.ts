import { describe, expect, it } from 'vitest';
import { readDraft, toDraft } from './read-draft';

const draft = (text: string, report?: object) => ({ text, files: [], ...(report && { report }) });

describe('what a draft says', () => {
  it('is its text, until it has a type with fields or concerns a distributor', () => {
    expect(readDraft(draft(' Где баланс? '))).toEqual({ text: 'Где баланс?', type: undefined });
    expect(readDraft(draft('Где баланс?', { type: 'question' }))).toEqual({
      text: 'Где баланс?',
      type: 'question',
    });
    expect(readDraft(draft('', { type: 'problem', fields: { got: ' ' } }))).toEqual({
      text: '',
      type: 'problem',
    });
  });

  it('has the text as the first field of a problem or a task, and nothing of another type', () => {
    const report = { type: 'task', fields: { where: 'На главной', got: 'Ошибка' } };
    expect(readDraft(draft('Баннер', report))).toEqual({
      text: '',
      type: 'task',
      report: { type: 'task', what: 'Баннер', where: 'На главной' },
    });
  });

  it('names the distributor only while the tick is set', () => {
    const distributor = { who: 'Анна', account: '1042' };
    expect(readDraft(draft('Где бонус?', { about: true, distributor }))).toEqual({
      text: 'Где бонус?',
      type: undefined,
      report: { type: 'question', distributor },
    });
    expect(readDraft(draft('Где бонус?', { about: false, distributor }))).not.toHaveProperty('report');
  });

  it.each([
    draft('Где бонус?', { type: 'question', fields: {}, about: true, distributor: { who: 'Анна' } }),
    draft('Баннер', { type: 'task', fields: { by: 'к пятнице' } }),
    draft('Просто так', { type: undefined }),
  ])('comes back from a message that was not sent (%#)', (before) => {
    const { text, type, report } = readDraft(before);
    const after = { ...toDraft(text, { ...(type && { type }), ...(report && { report }) }), files: [] };
    expect(readDraft(after)).toEqual(readDraft(before));
    expect(after.text).toBe(before.text);
  });
});
