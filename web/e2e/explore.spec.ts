import { expect, explore, exported, nodes, openSearch, test } from './fixtures';

interface SceneFile {
  nodes: [id: string, kind: string, name?: string][];
  steps: { act: { type: string }; nodes?: number[]; positions?: [number, number, number][] }[];
}

test('search finds a creator by name and by pinyin, and opens the graph around it', async ({ page, market }) => {
  await page.goto('/');
  const box = await openSearch(page);
  await box.fill(market.creator.name);
  const option = page.getByRole('option').filter({ hasText: market.creator.name }).first();
  await expect(option).toBeVisible();
  await option.click();
  await page.waitForURL(/\/explore/);
  await expect.poll(() => nodes(page)).toBeGreaterThan(3);
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(market.creator.name);
});

test('no letter is lost while the box with its list takes the place of the plain one', async ({ page, market }) => {
  await page.goto('/plan');
  const box = page.getByRole('region', { name: 'Brief', exact: true }).getByRole('combobox', { name: 'Brand' });
  await box.waitFor();
  // As fast as a page can: between any two steps of the script stands a letter.
  const typed = await box.evaluate(async (input: HTMLInputElement) => {
    input.focus();
    const channel = new MessageChannel();
    const turn = () => new Promise((resolve) => ((channel.port1.onmessage = resolve), channel.port2.postMessage(0)));
    let letters = 0;
    for (; letters < 150; letters++) {
      document.execCommand('insertText', false, 'x');
      await (letters % 10 === 9 ? turn() : Promise.resolve());
    }
    return letters;
  });
  await expect(box).toHaveValue('x'.repeat(typed), { timeout: 5_000 });
  await box.fill(market.brand.name);
  await expect(page.getByRole('option', { name: market.brand.name }).first()).toBeVisible();
});

test('the bar takes text before the explorer is there, which goes on with it', async ({ page, market }) => {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route('**/assets/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const box = page.getByRole('banner').getByRole('combobox');
  await box.waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(market.brand.name);
  await expect(box).toHaveValue(market.brand.name);
  release();
  await expect(page.getByRole('option').filter({ hasText: market.brand.name }).first()).toBeVisible();
  await expect(box).toHaveValue(market.brand.name);
  await expect(box).toBeFocused();
});

test('Enter while an input method composes picks nothing', async ({ page }) => {
  await page.goto('/');
  await openSearch(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'li', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(400);
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' });
  await page.waitForTimeout(200);
  expect(new URL(page.url()).pathname).toBe('/');
  await cdp.send('Input.insertText', { text: '李' });
  await expect(page.getByRole('combobox').first()).toHaveValue('李');
});

test('the canvas is drawn: marks in the colours of kinds', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await page.waitForTimeout(600);
  const drawn = await page.getByRole('application').screenshot();
  // Colours are counted in the page, which can read PNG.
  const colors = await page.evaluate(async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const c = canvas.getContext('2d')!;
    c.drawImage(image, 0, 0);
    const { data } = c.getImageData(0, 0, image.width, image.height);
    const near = (i: number, [r, g, b]: number[]) =>
      Math.abs(data[i]! - r!) + Math.abs(data[i + 1]! - g!) + Math.abs(data[i + 2]! - b!) < 24;
    let creators = 0;
    let campaigns = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (near(i, [0x1b, 0x58, 0xb8])) creators++;
      if (near(i, [0x93, 0x58, 0xe8])) campaigns++;
    }
    return { creators, campaigns };
  }, drawn.toString('base64'));
  expect(colors.creators).toBeGreaterThan(300);
  expect(colors.campaigns).toBeGreaterThan(100);
});

test('counts come before the click; an expansion adds its kind and moves nothing that is there', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const before = JSON.parse(String(await exported(page, /Scene file/))) as SceneFile;
  const shown = await nodes(page);
  const row = page.getByRole('listitem').filter({ hasText: 'Collaborations' });
  await expect(row).toContainText(/\d+ of \d+/);
  await row.getByRole('button', { name: /^Expand/ }).click();
  await expect.poll(() => nodes(page)).toBeGreaterThan(shown);
  const after = JSON.parse(String(await exported(page, /Scene file/))) as SceneFile;
  expect(after.nodes.slice(0, before.nodes.length)).toEqual(before.nodes);
  expect(after.steps[0]).toEqual(before.steps[0]);
  const moved = (after.steps[1]!.positions ?? []).filter(([node]) => node < before.nodes.length);
  expect(moved).toEqual([]);
});

test('every act is a step: undo, redo, jump, branch, back, refresh, link', async ({ page, market, context }) => {
  await explore(page, market.creator.id);
  const first = await nodes(page);
  const steps = page.getByRole('region', { name: 'Steps' }).getByRole('button');
  await page.getByRole('button', { name: 'Hide Campaigns' }).click();
  await expect.poll(() => nodes(page)).toBeLessThan(first);
  const second = await nodes(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => nodes(page)).toBe(first);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => nodes(page)).toBe(second);
  // An act is a place that "back" leaves, however soon.
  await page.keyboard.press('Control+z');
  await expect.poll(() => nodes(page)).toBe(first);
  await page.waitForTimeout(400);
  await page.evaluate(async () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: true, bubbles: true }));
    await Promise.resolve().then(() => {}); // the router pushes at the end of a task
    history.back();
  });
  await page.waitForTimeout(400);
  await expect.poll(() => nodes(page)).toBe(first);
  await page.goForward();
  await expect.poll(() => nodes(page)).toBe(second);

  await steps.nth(1).click();
  await expect.poll(() => nodes(page)).toBe(first);
  await page.getByRole('button', { name: 'Hide Creators' }).click();
  await expect.poll(() => nodes(page)).not.toBe(first);
  await expect(page.getByRole('list', { name: 'Other branches' }).getByRole('button')).toHaveCount(1);
  const third = await nodes(page);

  await page.waitForTimeout(400);
  await page.reload();
  await expect.poll(() => nodes(page)).toBe(third);

  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect.poll(() => nodes(colleague)).toBe(third);
  await expect(colleague.getByRole('region', { name: 'Steps' })).toContainText(market.creator.name);
  await colleague.close();
});

test('J8: how a creator and a brand are connected, as sentences that light up and have a query', async ({ page, market }) => {
  await page.goto(`/explore?of=${market.other.id}&to=${market.brand.id}`);
  const sentence = page.getByRole('region', { name: 'Paths', exact: true }).getByRole('listitem').first();
  await expect(sentence).toContainText(market.other.name, { timeout: 60_000 });
  await expect(sentence).toContainText(market.brand.name);
  await sentence.getByRole('button').focus();
  await sentence.getByRole('button').click();
  await expect(page.getByRole('heading', { name: /\d selected/ })).toBeVisible();
  await page.getByRole('region', { name: 'Paths', exact: true }).getByRole('button', { name: 'Show the query' }).click();
  await expect(page.getByRole('dialog')).toContainText('query Paths');
});

test('show the query: GraphQL, code, Cypher, and a plan with reads', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await page.getByRole('region', { name: 'Details' }).getByRole('button', { name: 'Show the query' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('query Card');
  await expect(dialog.getByRole('link', { name: /GraphiQL/ })).toHaveAttribute('href', /^\/graphiql\/#query=/);
  await dialog.getByRole('button', { name: 'Copy as Python' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('urllib.request');
  await dialog.getByRole('button', { name: /Run and show/ }).click();
  await expect(dialog).toContainText('MATCH', { timeout: 60_000 });
  await expect(dialog.getByRole('table').first()).toContainText('ProduceResults');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('by keyboard alone: walk, hear, expand, select, hide', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const canvas = page.getByRole('application');
  await canvas.focus();
  await expect(canvas).toHaveAccessibleName(/Graph of \d+ nodes/);
  const spoken = page.locator('[aria-live=polite]').first();
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText(/links shown/);
  const one = await spoken.textContent();
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
  await expect(spoken).not.toHaveText(one!);
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
  const before = await nodes(page);
  await canvas.focus();
  await page.keyboard.press('h');
  await expect.poll(() => nodes(page)).toBe(before - 2);
  await expect(page.getByRole('region', { name: 'Hidden' }).getByRole('listitem')).toHaveCount(2);
});

test('the table has the same selection as the canvas', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await page.getByRole('button', { name: 'Both' }).click();
  const rows = page.getByRole('row');
  await rows.nth(3).click();
  await rows.nth(5).getByRole('checkbox').check();
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
  await page.getByRole('button', { name: /Followers/ }).click();
  await expect(page.getByRole('columnheader', { name: /Followers/ })).toHaveAttribute('aria-sort', 'descending');
});

test('a hub opens as a list, from which some are drawn', async ({ page, market }) => {
  await page.goto(`/explore?of=${market.platform.id}`);
  await page.getByRole('button', { name: 'List Platforms' }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').nth(1).check({ timeout: 60_000 });
  await dialog.getByRole('checkbox').nth(2).check();
  await dialog.getByRole('button', { name: 'Draw 2 selected' }).click();
  await expect.poll(() => nodes(page)).toBeGreaterThanOrEqual(3);
});

test('language and theme change without a reload', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await page.evaluate(() => Object.assign(window, { mark: 1 }));
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('link', { name: '图谱' })).toBeVisible();
  await page.getByRole('button', { name: '深色模式' }).click();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme'], (window as { mark?: number }).mark])).toEqual(['zh-CN', 'dark', 1]);
});

test('client-safe: no name and no price on the page or in a file', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await expect(page.getByRole('main')).toContainText(market.creator.name);
  await page.getByRole('button', { name: 'Hide names and prices' }).click();
  await expect(page.getByRole('article')).toContainText('Creator A');
  const seen = await page.getByRole('main').innerText();
  expect(seen).not.toContain(market.creator.name);
  expect(seen).not.toContain('¥');
  for (const action of [/GraphML/, /CSV/, /SVG/]) {
    expect(String(await exported(page, action))).not.toContain(market.creator.name);
  }

  // Reasons are told without the names and prices of their sentences; the answer of a question, of whose cells nobody knows
  // what they are, is not told.
  await page.goto(`/creators/${market.creator.key}`);
  const similar = page.getByRole('region', { name: 'Similar', exact: true });
  await expect(similar).toContainText('Similar prices');
  await expect(similar).not.toContainText('yuan');
  await expect(page).toHaveTitle(/^Creator [A-Z]+ · Creatorgraph$/);
  await page.goto(`/questions?statement=${encodeURIComponent('MATCH (c:Creator) RETURN c.name AS name ORDER BY c.key LIMIT 1')}`);
  await expect(page.getByText('Answers are not shown in the client-safe view')).toBeVisible();
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('button', { name: 'CSV' })).toBeVisible();
});

test('exports: PNG, SVG with text, GraphML, GEXF, CSV; a scene file comes back', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const shown = await nodes(page);
  expect((await exported(page, /PNG picture, 2/)).length).toBeGreaterThan(20_000);
  expect(String(await exported(page, /SVG/))).toMatch(/<text[^>]*>/);
  expect(String(await exported(page, /GraphML/)).match(/<node /g)).toHaveLength(shown);
  expect(String(await exported(page, /GEXF/))).toContain('xmlns="http://gexf.net/1.3"');
  expect(String(await exported(page, /CSV/)).charCodeAt(0)).toBe(0xfeff);
  const scene = await exported(page, /Scene file/);

  await page.goto('/explore');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /Open a scene/ }).click();
  await (await choosing).setFiles({ name: 'a.scene.json', mimeType: 'application/json', buffer: scene });
  await expect.poll(() => nodes(page)).toBe(shown);
});

test('a broken link says so and leaves the page usable', async ({ page }) => {
  await page.goto('/explore#s=AAAAbroken');
  await expect(page.getByText('This link cannot be read')).toBeVisible();
  await page.getByRole('button', { name: 'Strongest collaborations' }).click();
  await expect.poll(() => nodes(page), { timeout: 60_000 }).toBeGreaterThan(3);
});

test('the server goes away: what is shown stays, and it is said', async ({ page, market, complaints }) => {
  await explore(page, market.creator.id);
  const shown = await nodes(page);
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Strongest collaborations' }).or(page.getByRole('button', { name: 'Links among what is shown' })).click();
  await expect(page.getByText('The server is away').first()).toBeVisible();
  expect(await nodes(page)).toBe(shown);
  await page.keyboard.press('Control+z');
  await page.unroute('**/graphql');
  complaints.length = 0; // the browser reports each request that failed
});

test('at 320 pixels the table stands where the graph would', async ({ page, market }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/explore?of=${market.creator.id}`);
  await expect(page.getByRole('row').nth(3)).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
