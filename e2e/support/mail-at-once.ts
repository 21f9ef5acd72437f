import { expect } from '@playwright/test';
import type { Server } from './server-process';

/** Answers that nobody has seen go out without waiting, from when this has ended on. `key`: of an app. */
export async function mailAtOnce(server: Server, key: string): Promise<void> {
  await server.beseda('settings', 'set', 'mail.unseen_delay_seconds', '0');
  const servedPanel = async () => (await fetch(`${server.url}/panel?app=${key}`)).text();
  await expect.poll(servedPanel).toContain('"mailDelay":0');
}
