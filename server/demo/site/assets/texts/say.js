import { account } from '../app/hold-account.js';

/** A text in the language of the moment. */
export function say(ru, en) {
  return account.locale === 'en' ? en : ru;
}

/** The same for a stored pair `{ru, en}`. */
export function pick(pair) {
  return say(pair.ru, pair.en);
}

/** A counted noun: `ru` has the forms for 1, 2 and 5, `en` for 1 and 2. */
export function count(number, ru, en) {
  const form = new Intl.PluralRules(account.locale).select(number);
  const [one, few, many] = ru;
  const russian = form === 'one' ? one : form === 'few' ? few : many;
  return `${formatNumber(number)} ${say(russian, form === 'one' ? en[0] : en[1])}`;
}

export function formatNumber(value) {
  return new Intl.NumberFormat(account.locale).format(value);
}

/** `value` in whole roubles or tenge. */
export function formatMoney(value, currency) {
  return new Intl.NumberFormat(account.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(value);
}

/** `day` is `YYYY-MM-DD`. */
export function formatDay(day) {
  const text = new Intl.DateTimeFormat(account.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return text.replace(/\sг\.$/, '');
}

/** `month` is `YYYY-MM`. */
export function formatMonth(month) {
  const text = new Intl.DateTimeFormat(account.locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  return `${text[0].toUpperCase()}${text.slice(1)} ${month.slice(0, 4)}`;
}
