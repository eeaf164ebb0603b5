import { deflateRawSync } from 'node:zlib';

import { expect, explore, nodes, test } from './fixtures';
import { pages } from './pages';

// What goes wrong: links of other graphs, names of every kind, full storage.

function link(document: unknown): string {
  return deflateRawSync(JSON.stringify(document)).toString('base64').replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

test('a link with a node that this graph has not shows the rest', async ({ page, market }) => {
  const foreign = Buffer.from('Creator:cr-of-another-graph').toString('base64').replace(/=+$/, '');
  const code = link({
    creatorgraph: 'scene', version: 1,
    nodes: [[market.creator.id, 'CREATOR'], [foreign, 'CREATOR']],
    steps: [{ act: { type: 'add', ids: [] }, nodes: [0, 1], positions: [[0, 0, 0], [1, 90, 0]] }],
  });
  await page.goto(`/explore#s=${code}`);
  await expect.poll(() => nodes(page)).toBe(2);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Nodes' })).toContainText(market.creator.name);
});

test('a link of a later version is refused and says so', async ({ page }) => {
  await page.goto(`/explore#s=${link({ creatorgraph: 'scene', version: 99, nodes: [], steps: [] })}`);
  await expect(page.getByText('This link cannot be read')).toBeVisible();
});

test('names with emoji, right to left, markup, forty characters, and none', async ({ page, market }) => {
  const names = ['🎤🔥小李👨‍👩‍👧', 'مرحبا بالعالم', '<img src=x onerror="document.title=1">', '一二三四五六七八九十'.repeat(4), '   '];
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const found = body.data?.neighborhood?.nodes as { name?: string }[] | undefined;
    found?.slice(1, 1 + names.length).forEach((node, i) => {
      if (node.name !== undefined) node.name = names[i]!;
    });
    await route.fulfill({ response, json: body });
  });
  await explore(page, market.creator.id);
  await page.getByRole('button', { name: 'Both' }).click();
  const table = page.getByRole('table', { name: 'Nodes' });
  for (const name of names.slice(0, 4)) await expect(table.getByText(name, { exact: true })).toBeVisible();
  await expect(page.locator('img[src=x]')).toHaveCount(0);
  expect(await page.title()).not.toBe('1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('storage that is full loses settings, not the page', async ({ page, market }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await explore(page, market.creator.id);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('link', { name: '图谱' })).toBeVisible();
});

test('names of every kind, on every page that shows names', async ({ page, market }) => {
  const names = ['🎤🔥小李👨‍👩‍👧', 'مرحبا بالعالم', '<img src=x onerror="document.title=1">', '一二三四五六七八九十'.repeat(4), '   ', ''];
  let next = 0;
  const rename = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('name' in value && 'id' in value && typeof value.name === 'string') value.name = names[next++ % names.length];
    Object.values(value).forEach(rename);
  };
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    rename(body.data);
    await route.fulfill({ response, json: body });
  });
  const shows = /^(home|creator|creator search|brand|category|agency|campaign|comparison|overlap|lookalikes|rising creators)$/;
  for (const { name, address, ready } of pages.filter((p) => shows.test(p.name))) {
    await page.goto(address(market));
    await ready(page);
    await expect(page.locator('img[src=x]'), name).toHaveCount(0);
    expect(await page.title(), name).not.toBe('1');
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(isWithin, `${name} scrolls sideways`).toBe(true);
    // Who has no name is still somebody to press on.
    const blank = await page.getByRole('main').getByRole('link').evaluateAll((links) => links.filter((a) => !a.textContent?.trim() && !a.getAttribute('aria-label')).length);
    expect(blank, `${name}: links without a word`).toBe(0);
  }
});

test('a name of hundreds of signs makes no page wider than a phone', async ({ page, market }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(/"name":"[^"]*"/g, `"name":"${'超级'.repeat(60)}"`) });
  });
  const ids = encodeURIComponent(JSON.stringify([market.creator.id, market.other.id]));
  for (const address of [`/campaigns/${market.campaign.key}?step=review`, `/creators/${market.creator.key}`, `/compare?ids=${ids}`]) {
    await page.goto(address);
    await page.getByRole('heading', { level: 2 }).nth(1).waitFor();
    await page.waitForFunction(() => document.querySelector('[data-age]') === null);
    expect(await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth), address).toBeLessThanOrEqual(0);
  }
});
