import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './find-browser';

const PREFERENCES = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };

/**
 * A browser that gives an iframe of another site no storage. Chrome does so by its preferences; a headless shell that
 * does not know them has no room for databases: a file lies where their folder would be made.
 */
export async function openWithoutStorage(browser: Browser): Promise<BrowserContext> {
  const profile = await mkdtemp(join(tmpdir(), 'beseda-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  await writeFile(join(profile, 'Default', 'IndexedDB'), '');
  const context = await browser.browserType().launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    args: BROWSER_ARGS,
    locale: 'ru-RU',
  });
  context.once('close', () => void rm(profile, { recursive: true, force: true }));
  return context;
}
