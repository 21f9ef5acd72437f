import { expect, it, vi } from 'vitest';
import { texts } from '../panel/texts/ru';
import { renderPanel } from './render-panel';

vi.stubGlobal('__PANEL_SCRIPT__', 'panel-1a2b3c.js');
const BOOT = {
  app: 'app',
  name: 'Компания',
  theme: { accent: '#345' },
  locale: 'ru',
  publicUrl: 'https://support.example.com',
  mailDelay: 120,
  supportEmail: null,
} as const;

/** What stands in the page for the panel. */
function bootOf(html: string): unknown {
  return JSON.parse(/id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? 'null');
}

it('the page has the texts of its locale, with the types called as admins call them', () => {
  const names = { ru: { question: 'Как сделать' }, en: { task: 'Job' } };
  const html = renderPanel({ ...BOOT, names, offered: ['question'] }, { nonce: 'n' });
  expect(bootOf(html)).toEqual({
    ...BOOT,
    names,
    offered: ['question'],
    texts: { ...texts, types: { ...texts.types, question: 'Как сделать' } },
  });
});

it('a name cannot close the script that it stands in', () => {
  const html = renderPanel({ ...BOOT, names: { ru: { task: '</script>' } } }, { nonce: 'n' });
  expect(bootOf(html)).toMatchObject({ texts: { types: { task: '</script>' } } });
});
