import { expect, it } from 'vitest';
import { addLine, readRuleText, writeRules } from './rule-text';

const RULES = {
  synonyms: [['возврат', 'вернуть деньги']],
  oneWay: [{ query: 'рефанд', means: ['возврат', 'вернуть деньги'] }],
  stopWords: ['платформа', 'система'],
  pins: [{ query: 'закрыть месяц', articles: [301, 305] }],
  off: ['пароль, код доступа'],
};

it('reads back what it has written', () => {
  expect(readRuleText(writeRules(RULES))).toEqual({ rules: RULES, unread: null });
});

it('reads what people type: blank lines, semicolons, number signs; and tells which line it cannot read', () => {
  const text = { synonyms: '\n a ; b,\n', stopWords: 'x, y\n\nz', pins: ' q = №5 #6\nкак быть\n', off: [] };
  expect(readRuleText(text)).toEqual({
    rules: {
      synonyms: [['a', 'b']],
      oneWay: [],
      stopWords: ['x', 'y', 'z'],
      pins: [{ query: 'q', articles: [5, 6] }],
      off: [],
    },
    unread: 'как быть',
  });
});

it.each(['x, y => a, b', 'x,y -> a;b', 'x ,y→a ,b'])(
  'reads %s as a way from each word to what it means',
  (synonyms) => {
    expect(readRuleText({ ...writeRules(RULES), synonyms }).rules).toMatchObject({
      synonyms: [],
      oneWay: [
        { query: 'x', means: ['a', 'b'] },
        { query: 'y', means: ['a', 'b'] },
      ],
    });
  },
);

it('adds a line behind what is there', () => {
  expect(addLine('', 'a, ')).toBe('a, ');
  expect(addLine('x, y', 'a, ')).toBe('x, y\na, ');
});
