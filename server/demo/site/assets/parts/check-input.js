import { say } from '../texts/say.js';

export function checkEmail(value) {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value)
    ? ''
    : say('Адрес вида name@example.com', 'An address like name@example.com');
}

export function checkPhone(value) {
  return /^\+\d{10,15}$/.test(value.replace(/[\s()-]/g, ''))
    ? ''
    : say('Международный формат: +79001234567', 'International format: +79001234567');
}

export function checkHttps(value) {
  return /^https:\/\/[^\s/]+\.[^\s]+$/.test(value)
    ? ''
    : say('Адрес начинается с https://', 'An address that starts with https://');
}
