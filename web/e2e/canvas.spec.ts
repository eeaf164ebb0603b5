import readExcel from 'read-excel-file/node';

import { expect, explore, exported, nodes, test } from './fixtures';

// What is done with a scene that is on the canvas: folds, rules, months, links as rows, notes, files, other pages.

const labels = (page: import('@playwright/test').Page) => page.getByRole('application').getAttribute('aria-label');

test('leaves fold into counted bubbles, open again, and a link holds them', async ({ page, market, context }) => {
  await explore(page, market.brand.id);
  const before = await nodes(page);
  await page.getByRole('button', { name: 'Fold', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Leaves of every hub' }).click();
  await expect.poll(() => nodes(page)).toBeLessThan(before);
  const folded = await nodes(page);
  await expect(page.getByRole('region', { name: 'Steps' })).toContainText(/Fold \d+ nodes/);
  await page.waitForTimeout(400);

  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect.poll(() => nodes(colleague)).toBe(folded);
  await colleague.close();

  await page.keyboard.press('Control+z');
  await expect.poll(() => nodes(page)).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => nodes(page)).toBe(folded);
  await page.getByRole('button', { name: 'Fold', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open all folds' }).click();
  await expect.poll(() => nodes(page)).toBe(before);
});

test('communities fold; by keyboard a bubble is reached, heard and opened', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const before = await nodes(page);
  await page.getByRole('button', { name: 'Fold', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Communities' }).press('Enter');
  await expect.poll(() => nodes(page)).toBeLessThan(before);
  const canvas = page.getByRole('application');
  await canvas.focus();
  const spoken = page.locator('[aria-live=polite]').first();
  for (let i = 0; i < 12 && !/in this bubble/.test((await spoken.textContent()) ?? ''); i++) {
    await page.keyboard.press(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'][i % 4]!);
  }
  await expect(spoken).toContainText(/\d+ in this bubble/);
  const folded = await nodes(page);
  await page.keyboard.press('e');
  await expect.poll(() => nodes(page)).toBeGreaterThan(folded);
});

test('colour and size by rule: the legend tells values and filters them; a link holds the rules', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const before = await nodes(page);
  const add = page.getByRole('button', { name: 'Add a rule' });
  await add.click();
  await page.getByRole('menuitem', { name: 'Colour by region' }).click();
  await add.click();
  await page.getByRole('menuitem', { name: 'Size by followers' }).click();
  const legend = page.getByRole('region', { name: 'Shown' });
  await expect(legend.getByRole('heading', { name: 'Colour by region' })).toBeVisible();
  await expect(legend.getByRole('heading', { name: 'Size by followers' })).toBeVisible();
  const values = legend.getByRole('list').nth(1).getByRole('listitem');
  await values.first().getByRole('button').click();
  await expect.poll(() => nodes(page)).toBeLessThan(before);
  await page.waitForTimeout(400);
  await page.reload();
  await expect(legend.getByRole('heading', { name: 'Colour by region' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove: Size by followers' }).click();
  await expect(legend.getByRole('heading', { name: 'Size by followers' })).toBeHidden();
});

test('months are brushed by keys, and are a step', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const before = await labels(page);
  const first = page.getByRole('slider', { name: 'First month' });
  await first.focus();
  await page.keyboard.press('End');
  await expect.poll(() => labels(page)).not.toBe(before);
  await expect(page.getByRole('region', { name: 'Steps' }).getByRole('button', { name: 'Months' })).toBeVisible();
  await page.getByRole('button', { name: 'All months' }).click();
  await expect.poll(() => labels(page)).toBe(before);
});

test('links stand as rows beside nodes, with one selection', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await page.getByRole('button', { name: 'Both' }).click();
  await page.getByRole('radio', { name: /^Links/ }).click();
  const table = page.getByRole('table', { name: 'Links' });
  await expect(table.getByRole('columnheader', { name: 'Dates' })).toBeVisible();
  await table.getByRole('checkbox').nth(1).check();
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Links between' }).getByRole('listitem').first()).toBeVisible();
  await page.getByRole('radio', { name: /^Nodes/ }).click();
  await expect(page.getByRole('table', { name: 'Nodes' }).getByRole('row', { selected: true })).not.toHaveCount(0);
});

test('a note is kept, and is in the files unless they are for a client', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.fill('ask 小李 for March');
  await note.press('Enter');
  await expect(page.getByRole('region', { name: 'Steps' })).toContainText('Note on');
  const sheets = await readExcel(await exported(page, /Excel/));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Nodes', 'Links']);
  expect(sheets[0]!.data).toHaveLength((await nodes(page)) + 1);
  expect(JSON.stringify(sheets[0]!.data)).toContain('ask 小李 for March');
  await page.getByRole('button', { name: 'Hide names and prices' }).click();
  const safe = JSON.stringify(await readExcel(await exported(page, /Excel/)));
  for (const secret of ['小李', market.creator.name, market.creator.key]) expect(safe).not.toContain(secret);
  for (const action of [/SVG/, /GraphML/, /GEXF/, /CSV/, /Scene file/]) {
    expect(String(await exported(page, action)), String(action)).not.toContain('小李');
  }
});

test('a picture of four times the size has four times the pixels, title, legend and day', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const width = (png: Buffer) => png.readUInt32BE(16);
  const twice = await exported(page, /PNG picture, 2/);
  const fourTimes = await exported(page, /PNG picture, 4/);
  expect(width(fourTimes) / width(twice)).toBeCloseTo(2, 1);
  const svg = String(await exported(page, /SVG/));
  expect(svg).toContain(`>${market.creator.name} · `);
  expect(svg).toContain('>Creators</text>');
  expect(svg).toMatch(/>\d{4}-\d{2}-\d{2}<\/text>/);
});

test('within another page a scene is only looked at', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const shown = await nodes(page);
  const address = new URL(page.url());
  address.searchParams.set('embed', 'true');
  await page.goto(address.href);
  await expect.poll(() => nodes(page)).toBe(shown);
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await page.getByRole('application').focus();
  for (const key of ['ArrowRight', 'e', 'h']) await page.keyboard.press(key);
  await page.waitForTimeout(600);
  expect(await nodes(page)).toBe(shown);
  await expect(page.getByRole('link', { name: 'Open in Creatorgraph' })).toHaveAttribute('href', /\/explore#s=/);
});

test('paper gets the picture and the nodes', async ({ page, market }) => {
  await explore(page, market.creator.id);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('body > div svg text').first()).toBeVisible();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
});
