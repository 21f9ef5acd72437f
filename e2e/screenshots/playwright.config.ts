import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';

/** The pictures of the README and of the starter articles, made from the running product: `npm run screenshots`. */
export default defineConfig({
  ...tests,
  testMatch: '*.pictures.ts',
  workers: 1,
  outputDir: '../../test-results',
});
