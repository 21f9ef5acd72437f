import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, test } from './desk-test';

const text = (page: Page) => page.getByRole('textbox', { name: 'Текст статьи' });
const preview = (page: Page) => page.frameLocator('iframe[title="Статья, как её увидят"]');
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Сохранено$/ });

async function begin(page: Page): Promise<void> {
  await page.goto('/desk/knowledge/articles/new/ru');
  await expect(page).toHaveURL(/\/desk\/knowledge\/articles\/\d+\/ru$/);
  await expect(text(page)).toBeVisible();
}

test('an article is written by keyboard alone, from nothing to its preview, and undo takes back what tools did', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page);
  await page.getByRole('textbox', { name: 'Заголовок статьи' }).focus();
  await page.keyboard.type('Как вывести деньги');
  await text(page).focus();
  await page.keyboard.press('Control+Alt+Digit2');
  await page.keyboard.type('Шаги');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+Digit7');
  await page.keyboard.type('Откройте ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Выплаты');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Нажмите ');
  await page.keyboard.press('Control+e');
  await page.keyboard.type('Создать');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveValue('## Шаги\n\n1. Откройте **Выплаты**\n2. Нажмите `Создать`\n');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Полужирный' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Проверьте реквизиты.');
  await expect(preview(page).getByRole('note')).toContainText('Проверьте реквизиты.');
  await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText('Как вывести деньги');
  await expect(preview(page).locator('ol > li')).toHaveText(['Откройте Выплаты', 'Нажмите Создать']);
  await expect(saved(page)).toBeVisible();
  await checkAccess(page);

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[[выплат');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveValue(/\]\(article:\d+\)/);
  const whole = await text(page).inputValue();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+b');
  await expect(text(page)).not.toHaveValue(whole);
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveValue(whole);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(text(page)).toHaveValue(whole);
});

test('what is typed without a connection survives a reload, and a conflict shows both texts', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page);
  await text(page).fill('Начало');
  await expect(saved(page)).toBeVisible();
  const address = page.url();
  await page.route('**/draft', (route) => route.abort());
  await text(page).fill('Начало, без связи');
  await expect(page.getByText('Нет связи. Текст хранится в этом браузере')).toBeVisible();
  await page.unroute('**/draft');
  await page.reload();
  await expect(text(page)).toHaveValue('Начало, без связи');
  await expect(saved(page)).toBeVisible();

  const other = await agent('anna');
  await other.goto(address);
  await text(other).fill('Текст Анны');
  await expect(saved(other)).toBeVisible();
  await text(page).fill('Текст Михаила');
  const conflict = page.getByRole('region', { name: 'Пока вы писали, статью сохранил ещё кто-то' });
  await expect(conflict).toContainText('Анна Соколова');
  await expect(conflict).toContainText('Текст Анны');
  await expect(conflict).toContainText('Текст Михаила');
  await checkAccess(page);
  await conflict.getByRole('button', { name: 'Взять сохранённый' }).click();
  await expect(text(page)).toHaveValue('Текст Анны');
  await page.getByRole('button', { name: 'Вернуть его' }).click();
  await expect(text(page)).toHaveValue('Текст Михаила');
  await expect(saved(page)).toBeVisible();
});

test('two who have the same article open are told of each other before they save, until one leaves', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  const answered = (method: string) =>
    page.waitForResponse((it) => it.url().endsWith('/editing') && it.request().method() === method);
  await Promise.all([answered('PUT'), begin(page)]);
  const other = await agent('anna');
  await other.goto(page.url());
  const told = other.getByRole('status').filter({ hasText: 'Статью сейчас правит: ' });
  await expect(told).toHaveText(/^Статью сейчас правит: Михаил .+, с \d\d:\d\d$/);
  await checkAccess(other);
  await Promise.all([answered('DELETE'), page.getByRole('link', { name: 'Все статьи' }).click()]);
  await other.reload();
  await expect(text(other)).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('an image is dropped or pasted in, described, and shown; what is not taken is told by what is', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page);
  const chooser = page.locator('.kb-text input[type=file]');
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 100 } });
  await chooser.setInputFiles({ name: 'Окно.png', mimeType: 'image/png', buffer: picture });
  const asked = page.getByRole('dialog', { name: 'Что на картинке' });
  await asked.getByRole('textbox', { name: /^Описание/ }).fill('Окно выплат');
  await checkAccess(page);
  await asked.getByRole('spinbutton').fill('120');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveValue(
    /^!\[Окно выплат\]\(\/help\/files\/[0-9a-f-]{36}\/\S+\.png\)\{width=120\}\n$/,
  );
  const image = preview(page).getByRole('img', { name: 'Окно выплат' });
  await expect(image).toHaveAttribute('width', '120');
  await expect(image).toHaveJSProperty('complete', true);
  await chooser.setInputFiles({
    name: 'a.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await expect(page.getByRole('alert')).toContainText('такие файлы не берём. Можно: PNG, JPEG');
});

test('on a phone and in the dark the editor shows one thing at a time and fits the screen', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 720 });
  await begin(page);
  await text(page).fill('## Заголовок\n\n> [!WARNING]\n> Осторожно');
  await page.getByRole('button', { name: 'Как на странице' }).click();
  await expect(preview(page).getByRole('note')).toContainText('Осторожно');
  await expect(text(page)).toBeHidden();
  await checkAccess(page);
  await page.getByRole('button', { name: 'Свойства' }).click();
  await page.getByLabel('Кто видит').selectOption('agents');
  await expect(saved(page)).toBeVisible();
  await checkAccess(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

/** As Word and Google Docs put it onto the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=RU><!--StartFragment-->
<h1 style='mso-style-priority:9'><span lang=RU>Выплаты<o:p></o:p></span></h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><b>Раз</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Два<o:p></o:p></p>
<!--EndFragment--></body></html>`;
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700">Важно</span><span style="font-size:11pt">: см. </span><a href="https://example.com/a"><span style="color:#1155cc">адрес</span></a></p><p><img src="data:image/png;base64,${PIXEL}" alt="Точка"></p></b>`;

async function paste(page: Page, html: string): Promise<void> {
  await text(page).evaluate((field, given) => {
    const data = new DataTransfer();
    data.setData('text/html', given);
    data.setData('text/plain', 'x');
    field.focus();
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
}

test('what was copied from Word and Google Docs becomes clean Markdown, its pictures files of the article', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page);
  await paste(page, WORD);
  await expect(text(page)).toHaveValue(/^## Выплаты\n\n- \*\*Раз\*\*\n- Два$/);
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveValue('');
  await paste(page, GOOGLE);
  await expect(text(page)).toHaveValue(
    /^\*\*Важно\*\*: см\. \[адрес\]\(https:\/\/example\.com\/a\)\n\n!\[Точка\]\(\/help\/files\/[0-9a-f-]{36}\/image\.png\)$/,
  );
  await expect(preview(page).getByRole('img', { name: 'Точка' })).toHaveAttribute('width', '1');
});

test('a pasted picture of another site that cannot be had stays there, and one is told', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await begin(page);
  await paste(page, '<p>Окно: <b>вот</b></p><p><img src="https://127.0.0.1/a.png" alt="Окно"></p>');
  await expect(page.getByText('Картинки, которые остались на своём сайте: 1')).toBeVisible();
  await expect(text(page)).toHaveValue('Окно: **вот**\n\n![Окно](https://127.0.0.1/a.png)');
  await checkAccess(page);
});

test('a snippet is made, stands in an article by its key, and cannot be deleted while it does', async ({
  agent,
}) => {
  const page = await agent('mikhail');
  await page.goto('/desk/knowledge/snippets');
  await page.getByRole('button', { name: 'Новая заготовка' }).click();
  await page.getByLabel('Название').fill('Где настройки');
  await page.getByLabel('Текст', { exact: true }).fill('Откройте **Настройки**.');
  await checkAccess(page);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('{{snippet:gde-nastroyki}}')).toBeVisible();
  const address = page.url();
  await begin(page);
  await text(page).focus();
  await page.keyboard.type('/настройки');
  await expect(page.getByRole('option', { name: /^Где настройки/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveValue('{{snippet:gde-nastroyki}}\n');
  await expect(preview(page).locator('strong')).toHaveText('Настройки');
  await expect(saved(page)).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('черновик')).toBeVisible();
  await page.getByRole('button', { name: 'Удалить…' }).click();
  await expect(page.getByRole('alert')).toHaveText('Удалить нельзя: заготовка стоит в статьях.');
  await checkAccess(page);
});
