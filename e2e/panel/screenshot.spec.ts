import type { Page } from '@playwright/test';
import { checkAccess } from '../support/check-access';
import { expect, type Tab, test } from './panel-test';

declare global {
  interface Window {
    asked: { options: unknown; covers: number; panelSeen: string; tracks: MediaStreamTrack[] }[];
  }
}

const GREY = [91, 98, 110];
const RED = [255, 0, 0];

/** What a page has: something to see, a password, something of its own that is private. */
const fillPage = (page: Page) =>
  page.evaluate(() => {
    document.body.style.margin = '0';
    document.body.innerHTML = `<div id="open"></div><input type="password" id="secret" value="hunter2">
      <section id="card" data-beseda-private>4111 1111 1111 1111</section>`;
    const place = (id: string, top: number, colour: string) => {
      const element = document.querySelector<HTMLElement>(id);
      element?.style.setProperty('all', 'unset');
      Object.assign(element?.style ?? {}, {
        position: 'absolute',
        left: '100px',
        top: `${top}px`,
        width: '200px',
        height: '60px',
        background: colour,
      });
    };
    place('#open', 100, 'rgb(0, 128, 0)');
    place('#secret', 200, 'rgb(255, 255, 0)');
    place('#card', 300, 'rgb(255, 255, 0)');
  });

/**
 * The browser of the tests has no screen to capture: a red stream stands for what it would give of `surface`.
 * Everything after it is real.
 */
const standInForScreen = (page: Page, surface: string) =>
  page.evaluate((displaySurface) => {
    window.asked = [];
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: innerWidth, height: innerHeight });
    const paint = () => {
      const context = canvas.getContext('2d');
      if (context) context.fillStyle = 'rgb(255, 0, 0)';
      context?.fillRect(0, 0, innerWidth, innerHeight);
      const root = document.querySelector('beseda-widget')?.shadowRoot;
      const last = window.asked.at(-1);
      const frame = root?.querySelector('iframe');
      const covers = root?.querySelectorAll('.covers div').length ?? 0;
      if (last && frame && covers > last.covers)
        Object.assign(last, { covers, panelSeen: getComputedStyle(frame).opacity });
      requestAnimationFrame(paint);
    };
    navigator.mediaDevices.getDisplayMedia = (options) => {
      const stream = canvas.captureStream(30);
      for (const track of stream.getTracks()) track.getSettings = () => ({ displaySurface });
      window.asked.push({ options, covers: 0, panelSeen: '', tracks: stream.getTracks() });
      paint();
      return Promise.resolve(stream);
    };
  }, surface);

const take = async ({ panel }: Tab) => {
  await panel.getByRole('button', { name: 'Снимок экрана' }).click();
  const editor = panel.getByRole('dialog', { name: 'Снимок экрана' });
  await editor.getByRole('application').waitFor();
  return editor;
};

/** Attaches, sends, and reads pixels of the stored file at points of the picture. */
async function sendAndRead(tab: Tab, points: readonly (readonly [number, number])[]) {
  const { panel, page, messages, ask } = tab;
  await panel.getByRole('button', { name: 'Приложить', exact: true }).click();
  await expect(panel.getByRole('list', { name: 'Приложенные файлы' })).toContainText('снимок.png');
  await ask('Вот снимок');
  const link = messages.getByRole('link').first();
  await expect(link).toBeVisible();
  const url = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  return page.evaluate(
    async ([address, wanted]) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      return {
        size: [picture.width, picture.height],
        pixels: wanted.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)),
      };
    },
    [url, points] as const,
  );
}

/** Drags over the picture between two of its points. */
async function drag(tab: Tab, [x1, y1]: [number, number], [x2, y2]: [number, number]) {
  const canvas = tab.panel.getByRole('application');
  const box = await canvas.boundingBox();
  const width = await canvas.evaluate((element: HTMLCanvasElement) => element.width);
  const scale = (box?.width ?? 0) / width;
  const at = (x: number, y: number) => [(box?.x ?? 0) + x * scale, (box?.y ?? 0) + y * scale] as const;
  await tab.page.mouse.move(...at(x1, y1));
  await tab.page.mouse.down();
  await tab.page.mouse.move(...at((x1 + x2) / 2, (y1 + y2) / 2));
  await tab.page.mouse.move(...at(x2, y2));
  await tab.page.mouse.up();
}

test('this tab is captured with the panel away and private places covered', async ({ person }) => {
  const tab = await (await person()).tab();
  await fillPage(tab.page);
  await standInForScreen(tab.page, 'browser');
  const editor = await take(tab);
  await expect(editor.getByText('нарисована заново')).toHaveCount(0);
  const [asked] = await tab.page.evaluate(() =>
    window.asked.map(({ tracks, ...rest }) => ({ ...rest, states: tracks.map((track) => track.readyState) })),
  );
  expect(asked).toMatchObject({
    options: { preferCurrentTab: true, selfBrowserSurface: 'include' },
    panelSeen: '0',
    states: ['ended'],
  });
  expect(asked?.covers).toBeGreaterThanOrEqual(2);
  const { size, pixels } = await sendAndRead(tab, [
    [50, 50],
    [200, 230],
    [200, 330],
  ]);
  expect(size).toEqual([1280, 800]);
  expect(pixels).toEqual([RED, GREY, GREY]);
  await expect(tab.page.locator('beseda-widget .covers')).toHaveCount(0);
  await expect(tab.page.locator('beseda-widget iframe')).toHaveCSS('opacity', '1');
});

test('any other surface is thrown away, and the page is drawn without what is private', async ({
  person,
}) => {
  const tab = await (await person()).tab();
  await fillPage(tab.page);
  await standInForScreen(tab.page, 'window');
  const editor = await take(tab);
  await expect(editor.getByText('нарисована заново')).toBeVisible();
  expect(await tab.page.evaluate(() => window.asked[0]?.tracks.map(({ readyState }) => readyState))).toEqual([
    'ended',
  ]);
  const { pixels } = await sendAndRead(tab, [
    [200, 130],
    [200, 230],
    [200, 330],
    [1100, 700],
  ]);
  expect(pixels).toEqual([[0, 128, 0], GREY, GREY, [255, 255, 255]]);
});

test('where capturing is refused the page is drawn, as it is scrolled', async ({ person }) => {
  const tab = await (await person()).tab();
  await fillPage(tab.page);
  await tab.page.evaluate(() => {
    document.body.style.height = '3000px';
    navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    scrollTo(0, 80);
  });
  await take(tab);
  const { size, pixels } = await sendAndRead(tab, [
    [200, 25],
    [200, 150],
  ]);
  expect(size).toEqual([1280, 800]);
  expect(pixels).toEqual([[0, 128, 0], GREY]);
});

test('what is hidden or cut off is not in the file at all', async ({ person }) => {
  const tab = await (await person()).tab();
  await standInForScreen(tab.page, 'browser');
  const editor = await take(tab);
  await editor.getByRole('button', { name: 'Скрыть' }).click();
  await drag(tab, [400, 300], [700, 500]);
  await expect(editor.getByRole('status')).toHaveText('Место скрыто');
  await editor.getByRole('button', { name: 'Обрезать' }).click();
  await drag(tab, [300, 200], [800, 600]);
  await expect(editor.getByRole('status')).toHaveText('Обрезано');
  const { size, pixels } = await sendAndRead(tab, [
    [20, 20],
    [150, 150],
    [350, 250],
    [480, 380],
  ]);
  const [width = 0, height = 0] = size;
  expect(Math.abs(width - 500) + Math.abs(height - 400)).toBeLessThan(8);
  const [open, first, second, last] = pixels;
  expect([open, last]).toEqual([RED, RED]);
  for (const [red = 0, green = 0, blue = 0] of [first ?? [], second ?? []])
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(24);
});

test('a picture is marked by keyboard alone, undone, and given up', async ({ person }) => {
  const tab = await (await person()).tab();
  const { page, panel, field } = tab;
  await standInForScreen(page, 'browser');
  const editor = await take(tab);
  await editor.getByRole('button', { name: 'Рамка' }).press('Enter');
  const canvas = editor.getByRole('application');
  const corner = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const { width, height } = element;
      const data = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      for (let at = 0; at < data.length; at += 4)
        if (data[at] !== 255) return [(at / 4) % width, Math.floor(at / 4 / width)];
      return null;
    });
  await canvas.press('Enter');
  const before = await corner();
  await canvas.press('ArrowRight');
  await canvas.press('Shift+ArrowDown');
  await canvas.press('Enter');
  await expect(editor.getByRole('status')).toHaveText('Рамка добавлена');
  expect((await corner())?.[0]).toBeGreaterThan(before?.[0] ?? 0);
  await editor.getByRole('button', { name: 'Отменить шаг' }).click();
  expect(await corner()).toBeNull();
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(panel.getByText('снимок.png')).toHaveCount(0);
  await expect(field).toBeVisible();
  await expect(page.locator('beseda-widget iframe')).not.toHaveAttribute('data-wide');
});

test('on a phone of 360 px the tools fit', async ({ person }) => {
  const me = await person({ browser: { viewport: { width: 360, height: 720 }, hasTouch: true } });
  const tab = await me.tab();
  await standInForScreen(tab.page, 'browser');
  const editor = await take(tab);
  await checkAccess(tab.page);
  expect(await editor.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await expect(editor.getByRole('button', { name: 'Приложить', exact: true })).toBeInViewport();
});
