import type { Page } from '@playwright/test';

import { nodes, type Market } from './fixtures';

/** Waits until every panel has its answer. */
async function filled(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[data-age]') === null);
}

/** A brief that any market of the generator has creators for. */
const brief = `categories=${encodeURIComponent('["home"]')}`;

interface Place {
  name: string;
  address: (market: Market) => string;
  /** Waits until the page can be looked at. */
  ready: (page: Page) => Promise<unknown>;
  /** It stands in another page, without the bar and its switches. */
  isEmbedded?: boolean;
}

/** Every page. */
export const pages: Place[] = [
  {
    name: 'home',
    address: () => '/',
    ready: (page) => page.getByRole('listitem').nth(8).waitFor({ timeout: 60_000 }),
  },
  {
    name: 'explore',
    address: (market) => `/explore?of=${market.creator.id}`,
    ready: async (page) => {
      await page.getByRole('article').waitFor({ timeout: 60_000 });
      while ((await nodes(page)) === 0) await page.waitForTimeout(100);
    },
  },
  {
    name: 'explore, embedded',
    address: (market) => `/explore?embed=true&of=${market.creator.id}`,
    ready: (page) => page.locator('[data-nodes]').waitFor({ timeout: 60_000 }),
    isEmbedded: true,
  },
  { name: 'explore, empty', address: () => '/explore', ready: (page) => page.getByRole('application').waitFor() },
  ...(
    [
      ['creator search', () => '/creators'],
      ['creator', (m) => `/creators/${m.creator.key}`],
      ['brand', (m) => `/brands/${m.brand.key}`],
      ['community', (m) => `/communities/${encodeURIComponent(m.community.id)}`],
      ['category', (m) => `/categories/${m.category.key}`],
      ['agency', (m) => `/agencies/${m.agency.key}`],
      ['campaign', (m) => `/campaigns/${m.campaign.key}`],
      ['campaign: invitations', (m) => `/campaigns/${m.campaign.key}?step=invite`],
      ['campaign: review', (m) => `/campaigns/${m.campaign.key}?step=review`],
      ['rising creators', () => '/rising'],
      ['models', () => '/models'],
      ['plan: offers', () => `/plan?${brief}&step=offer`],
      ['comparison', (m) => `/compare?ids=${encodeURIComponent(JSON.stringify([m.creator.id, m.other.id]))}`],
      ['overlap', (m) => `/overlap?ids=${encodeURIComponent(JSON.stringify([m.creator.id, m.other.id]))}`],
      ['lookalikes', (m) => `/lookalikes?seeds=${encodeURIComponent(JSON.stringify([m.creator.id]))}`],
      ['lists', () => '/lists'],
      ['scenes', () => '/scenes'],
      ['questions', () => '/questions'],
      ['plan, empty', () => '/plan'],
      ['plan: matches', () => `/plan?${brief}`],
      ['plan: limits and picks', () => `/plan?${brief}&step=plan`],
      ['plan: comparison', (m) => `/plan?${brief}&step=compare&plans=${encodeURIComponent(JSON.stringify([[m.creator.id], [m.other.id]]))}`],
    ] satisfies [string, (market: Market) => string][]
  ).map(([name, address]) => ({ name, address, ready: filled })),
  { name: 'no such page', address: () => '/nowhere', ready: (page) => page.getByRole('main').getByRole('link').waitFor() },
];
