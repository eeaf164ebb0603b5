import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Makes a picture of the strategist's guide, or of another folder of docs/, anew where CREATORGRAPH_PICTURES is set. */
export async function picture(page: Page, name: string, of = 'guides/strategist') {
  if (!process.env['CREATORGRAPH_PICTURES']) return;
  const folder = join(import.meta.dirname, '../../docs', of);
  mkdirSync(folder, { recursive: true });
  await page.waitForFunction(() => document.querySelector('[data-age]') === null);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css' });
}
