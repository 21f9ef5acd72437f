import { checkAccess } from '../support/check-access';
import { expect, test } from './widget-test';

const ARTICLE = 'Как создать обращение в поддержку';

test('an article that the page asks for stands beside it, and stays while one works there', async ({
  widget,
  page,
}) => {
  await page.setViewportSize({ width: 1200, height: 700 });
  await widget.visit('plain.html', { as: 'olga' });
  await page.evaluate(() => {
    window.Beseda('on', 'beside', (detail: unknown) => window.recorded.push(['beside', detail]));
    document.body.append(document.createElement('input'));
  });
  await page.locator('#article').click();
  await expect(widget.panel.getByRole('heading', { name: ARTICLE })).toBeVisible();
  await expect.poll(async () => (await widget.frame.boundingBox())?.height).toBe(700);
  expect(await widget.heard('beside')).toEqual({ width: 400, position: 'right' });

  const field = page.locator('body > input');
  await field.click();
  await page.keyboard.type('Работаю');
  await page.evaluate(() => history.pushState(null, '', '/members/1042'));
  await widget.call('article', 102);
  await expect(widget.panel.getByRole('heading', { name: 'Кто может обратиться в поддержку' })).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type(' дальше');
  await expect(field).toHaveValue('Работаю дальше');
  await expect(widget.frame).toBeVisible();

  await widget.panel.getByRole('button', { name: 'Вернуть в окно' }).click();
  await expect.poll(async () => (await widget.frame.boundingBox())?.height).toBeLessThan(700);
  await expect.poll(() => widget.heard('beside')).toEqual({ width: 0, position: 'right' });
  await page.keyboard.press('Escape');
  await expect(widget.frame).not.toBeVisible();
});

test('what was chosen in a tab stands after a reload, and on a phone there is nothing to choose', async ({
  widget,
  page,
}) => {
  await page.setViewportSize({ width: 1200, height: 700 });
  await widget.visit('plain.html', { as: 'olga' });
  await page.locator('#article').click();
  await widget.panel.getByRole('button', { name: 'Вернуть в окно' }).click();
  await expect(widget.panel.getByRole('button', { name: 'Закрепить рядом' })).toBeVisible();
  await widget.visit('plain.html', { as: 'olga' });
  await page.locator('#article').click();
  await expect(widget.panel.getByRole('button', { name: 'Закрепить рядом' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(widget.panel.getByRole('button', { name: 'Закрепить рядом' })).toHaveCount(0);
  await expect.poll(async () => (await widget.frame.boundingBox())?.width).toBe(360);
});

for (const [how, prepare] of [
  ['as browsers tell it', undefined],
  ['where they do not', () => Object.defineProperty(window, 'navigation', { value: undefined })],
] as const)
  test(`the first screen follows the page through its history, ${how}`, async ({ widget, page }) => {
    if (prepare) await page.addInitScript(prepare);
    await widget.visit('plain.html', { as: 'olga' });
    const before = await page.evaluate(() => String(history.pushState));
    const more = page.waitForResponse((response) => response.url().includes('/do-more-'));
    await widget.launcher.click();
    await expect(widget.composer).toBeFocused();
    const hit = (title: string) => widget.panel.getByRole('button', { name: title });
    await more;
    await page.evaluate(() => history.pushState(null, '', '/payouts'));
    await expect(hit('Как обработать заявки на выплату')).toBeVisible();
    await page.evaluate(() => history.replaceState(null, '', '/roles?tab=1'));
    await expect(hit('Как добавить сотрудника и дать ему доступ')).toBeVisible();
    await page.evaluate(() => (location.hash = '#/payouts'));
    await expect(hit('Как обработать заявки на выплату')).toBeVisible();
    await page.evaluate(() => history.back());
    await expect(hit('Как добавить сотрудника и дать ему доступ')).toBeVisible();
    // What the page says itself goes before what its address says.
    await page.evaluate(() => {
      history.pushState(null, '', '/app/7');
      window.Beseda('suggest', { route: '/payouts' });
    });
    await expect(hit('Как обработать заявки на выплату')).toBeVisible();
    expect(await page.evaluate(() => String(history.pushState))).toBe(before);
  });

test('marks are drawn where the article may be read, and nowhere else', async ({ widget, page }) => {
  await widget.visit('strict.html');
  await page.evaluate(() => {
    for (const number of [101, 112, 40404]) {
      const mark = document.createElement('span');
      Object.assign(mark.dataset, { besedaArticle: number, besedaHelp: '' });
      document.body.append(mark);
    }
    window.Beseda('update', { help: true, locale: 'ru' });
  });
  const marks = page.locator('beseda-help');
  await expect(marks).toHaveCount(1);
  const mark = page.getByRole('button', { name: `? Справка: ${ARTICLE}` });
  await expect(mark).toHaveAttribute('title', `Справка: ${ARTICLE}`);
  await checkAccess(page);
  await mark.press('Enter');
  await expect(widget.panel.getByRole('heading', { name: ARTICLE })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  // A framework draws the element anew.
  await page.evaluate(() => {
    const [old] = document.querySelectorAll('[data-beseda-help]');
    old?.replaceWith(old.cloneNode(false));
  });
  await expect(mark).toBeVisible();
  await widget.call('update', { locale: 'en' });
  await expect(page.getByRole('button', { name: /^\? Help: / })).toBeVisible();
  await widget.call('destroy');
  await expect(marks).toHaveCount(0);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});
