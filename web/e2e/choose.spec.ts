import readExcel from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';

import { expect, test } from './fixtures';

// 选号 → 提报: from the creator search to a list, its sheet, the client's answers and a replacement.

test('a filter says how many it leaves, and the address holds it', async ({ page }) => {
  await page.goto('/creators');
  await expect(page).toHaveTitle('Creator search · Creatorgraph');
  await expect(page.getByRole('group', { name: 'Size' })).toContainText('Nano, below 5K');
  const region = page.getByRole('group', { name: 'Region' });
  const first = region.getByRole('listitem').first();
  const count = Number((await first.innerText()).match(/(\d+)\s*$/)![1]);
  await first.getByRole('checkbox').press('Space');
  await expect(page.getByRole('heading', { name: `${count} creators` })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: `${count} creators` })).toBeVisible();
});

test('who fits no filter is told which filter is to blame', async ({ page }) => {
  await page.goto(`/creators?region=${encodeURIComponent('["Nowhere"]')}`);
  await expect(page.getByText('No creator fits all filters')).toBeVisible();
  await page.getByRole('button', { name: /Without Region/ }).click();
  await expect(page.getByRole('heading', { name: /^\d+ creators/ })).toBeVisible();
});

test('three creators are compared, listed, submitted, answered for, and one is replaced', async ({ page }) => {
  await page.goto('/creators');
  const boxes = page.getByRole('table').getByRole('checkbox');
  for (const i of [0, 1, 2]) await boxes.nth(i).press('Space');
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('3 selected');

  await bar.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'Audience overlap' })).toBeVisible();
  const overlap = page.getByRole('region', { name: 'Audience overlap' }).getByRole('row');
  await expect(overlap).toHaveCount(4);
  await expect(overlap.last().getByRole('cell').last()).toHaveText(/^\d+\.\d%$/);
  await page.goBack();

  const name = `Shortlist ${Date.now()}`;
  await bar.getByRole('button', { name: 'Add to list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/lists\//);
  const rows = page.getByRole('region', { name: 'Creators', exact: true }).locator('tbody tr');
  await expect(rows).toHaveCount(3);

  const sheet = async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Submission sheet' }).click();
    return (await coming).path();
  };
  const why = rows.first().getByRole('textbox', { name: 'Why' });
  await why.fill(`Better than ${name}`);
  await why.press('Enter');
  const tags = rows.first().getByRole('textbox', { name: 'Tags' });
  await tags.fill('#夏季、 meadow，夏季');
  await tags.press('Enter');
  await expect(tags).toHaveValue('夏季, meadow'); // as the server has it
  const sheets = await readExcel(await sheet());
  expect(sheets.map((s) => s.sheet)).toEqual(['Submission', 'Totals', 'Calendar', 'Sources']);
  const [head, ...sent] = sheets[0]!.data;
  expect(sent).toHaveLength(3);
  const key = head!.indexOf('Creator key');

  // A client-safe one tells nobody's name, key, remark or price, but its rows are known again.
  await page.getByRole('button', { name: 'Hide names and prices' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('List A');
  expect(await page.title()).toBe('List A · Creatorgraph');
  expect(await page.getByRole('main').innerText()).not.toContain(name);
  const safe = await readExcel(await sheet());
  const [safeHead, ...safeRows] = safe[0]!.data;
  const secrets = [name, ...sent.flatMap((row) => [row[key], row[head!.indexOf('Name')]]).map(String)];
  for (const secret of secrets) expect(JSON.stringify(safe)).not.toContain(secret);
  expect(safeRows.map((row) => row[safeHead!.indexOf('Price (¥)')])).toEqual([null, null, null]);
  await page.getByRole('button', { name: 'Show them' }).click();

  // The client sends back two columns, in another order, and one row is of the client-safe sheet. What the page shows of the
  // list makes no difference.
  const answers = [
    ['Answer', 'Creator key'],
    ['✓', String(sent[0]![key])],
    ['✗ worked with a competitor', String(safeRows[1]![safeHead!.indexOf('Creator key')])],
  ];
  const file = await writeExcel(answers).toBuffer();
  await page.locator('input[type=file]').setInputFiles({ name: 'answers.xlsx', mimeType: 'application/zip', buffer: file });
  await expect(page.getByText('2 answers merged.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Rejected 1/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approved 1/ })).toBeVisible();

  await page.getByRole('button', { name: /^Rejected 1/ }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole('textbox', { name: 'Note' })).toHaveValue('worked with a competitor');
  await rows.getByRole('button', { name: /^Replace/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).first().click();
  await page.getByRole('button', { name: /^All 4/ }).click();
  await expect(rows).toHaveCount(4);
  await expect(page.getByText(/^replaces /)).toHaveCount(1);

  const byFollowers = page.getByRole('columnheader', { name: 'Followers' });
  const at = (await page.getByRole('region', { name: 'Creators', exact: true }).locator('thead th').allTextContents()).indexOf('Followers');
  const followers = async () =>
    (await rows.locator(`td:nth-child(${at + 1})`).allTextContents()).map((text) => parseFloat(text.replaceAll(',', '')) * (/M/.test(text) ? 1e6 : /K/i.test(text) ? 1e3 : 1));
  for (const [direction, sign] of [['descending', -1], ['ascending', 1]] as const) {
    await byFollowers.getByRole('button').click();
    await expect(byFollowers).toHaveAttribute('aria-sort', direction);
    const shown = await followers();
    expect(shown.every((n) => n > 0)).toBe(true);
    expect(shown).toEqual(shown.toSorted((a, b) => sign * (a - b)));
  }

  // On paper, A4 held across, no column is off the sheet.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1032, height: 700 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(1032);
});

test('two people work on one list: what one saves the other sees, and a name saved meanwhile is not lost', async ({ page, context }) => {
  await page.goto('/lists');
  const name = `Shared ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'New list' }).click();
  await page.waitForURL(/\/lists\//);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(name);

  await page.getByRole('textbox', { name: 'Note' }).fill('from the first');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('textbox', { name: 'Note' })).toHaveValue('from the first');
});
