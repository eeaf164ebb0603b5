import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';

import { expect, test } from './fixtures';
import { pages } from './pages';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

const looks = [
  { language: 'zh', theme: 'light' },
  { language: 'zh', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

// From a phone held upright to a wall: no page scrolls sideways; what is wider than its place scrolls within it.
const widths = [320, 3_840];

// A page with switches is opened once, in one of the four looks in turn, and switched to the other three.
for (const [i, { name, address, ready, isEmbedded }] of pages.entries()) {
  for (const look of isEmbedded ? looks : [looks[i % looks.length]!]) {
    test.describe(`${look.language}, ${look.theme}`, () => {
      test.use(look);
      test(`axe finds nothing on ${name}, and nothing is wider than the screen`, async ({ page, market }) => {
        await page.goto(address(market));
        await ready(page);
        await page.evaluate(axe);
        await expectNothing(page);
        if (!isEmbedded) {
          for (const change of [switchTheme, switchLanguage, switchTheme]) {
            await change(page);
            await ready(page);
            await expectNothing(page);
          }
        }
        for (const width of widths) await expectNothingWider(page, width);
      });
    });
  }
}

function lookOf(page: Page) {
  return page.evaluate(() => ({ language: document.documentElement.lang.slice(0, 2), theme: document.documentElement.dataset['theme'] }));
}

async function switchTheme(page: Page) {
  const before = await lookOf(page);
  await page.getByRole('button', { name: /^((Dark|Light) theme|[深浅]色模式)$/ }).click();
  await expect.poll(() => lookOf(page)).toEqual({ ...before, theme: before.theme === 'dark' ? 'light' : 'dark' });
}

async function switchLanguage(page: Page) {
  const before = await lookOf(page);
  await page.getByRole('button', { name: before.language === 'zh' ? 'English' : '中文', exact: true }).click();
  await expect.poll(() => lookOf(page)).toEqual({ ...before, language: before.language === 'zh' ? 'en' : 'zh' });
}

async function expectNothing(page: Page) {
  const found = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(options: unknown): Promise<{ violations: Violation[] }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await runner.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations;
  });
  const { language, theme } = await lookOf(page);
  const told = found.map((v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `  ${n.target.join(' ')}: ${n.failureSummary}`).join('\n')}`);
  expect(told.join('\n'), `in ${language}, ${theme}`).toBe('');
}

async function expectNothingWider(page: Page, width: number) {
  await page.setViewportSize({ width, height: 900 });
  const wider = await page.evaluate(() =>
    [...document.querySelectorAll('html, main')].filter((e) => e.scrollWidth > e.clientWidth).map((e) => `${e.localName}: ${e.scrollWidth} in ${e.clientWidth}`),
  );
  expect(wider, `at ${width} pixels`).toEqual([]);
}
