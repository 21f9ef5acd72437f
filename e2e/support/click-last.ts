import type { Locator } from '@playwright/test';

/** A click that ends its own window: one that waited for what follows would never hear of it. */
export function clickLast(button: Locator): Promise<void> {
  return button.evaluate((element: HTMLElement) => void setTimeout(() => element.click()));
}
