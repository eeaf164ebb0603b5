import type { Page } from '@playwright/test';

import { expect, openSearch, test } from './fixtures';

// What a page says when there is nothing, not yet, not all, or not any more.

test('first use: the canvas, lists, scenes and comparisons say how to begin', async ({ page }) => {
  for (const [address, words] of [
    ['/explore', /collaborations/i],
    ['/compare', /Choose two to six/],
    ['/overlap', /Choose two to fifty/],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText(words);
  }
});

test('gone: what was meant is named', async ({ page }) => {
  for (const address of ['/creators/none', '/brands/none', '/categories/none', '/communities/none', '/lists/none', '/campaigns/none']) {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText(/not (there|found|exist)|No such|none|Gone|gone/);
  }
});

test('nothing found: which condition is to blame, ranges and periods too', async ({ page }) => {
  await page.goto('/creators?minFollowers=999999999&minRebate=0.01');
  await expect(page.getByText('No creator fits all filters')).toBeVisible();
  await page.getByRole('button', { name: /Without followers: \d/ }).click();
  await expect(page.getByRole('heading', { name: /^[1-9][\d,]* creators/ })).toBeVisible();
  expect(page.url()).toContain('minRebate');
});

test('loading: a skeleton that can be cancelled, then the answer; cut: how much of how many', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('FindCreators')) await new Promise((done) => setTimeout(done, 2_500));
    await route.continue();
  });
  await page.goto('/creators');
  await expect(page.locator('[data-age=slow]').getByRole('button', { name: 'Cancel' }).first()).toBeVisible();
  await expect(page.getByText(/^50 of \d/)).toBeVisible();
});

test('no value and no source have words of their own', async ({ page, market }) => {
  await page.goto(`/creators/${market.creator.key}`);
  const rates = page.getByRole('region', { name: 'Rates' });
  await expect(rates.getByText(/No rate is known|Today/).first()).toBeVisible();
  await page.getByRole('button', { name: /hide names|client/i }).first().click();
  await expect(page.getByText('No access').first()).toBeVisible();
});

test('search by pinyin and by initials finds Chinese names', async ({ page, request }) => {
  const { data } = await (await request.post('/graphql', { data: { query: '{ categories: creators(first: 0) { facets(by: CATEGORY, first: 40) { entity { id key name } } } }' } })).json();
  const names = data.categories.facets.map((f: { entity: { name: string } }) => f.entity.name);
  // 美食 reads mei shi; every market of this generator has it or a category under it.
  const wanted = names.find((name: string) => name.startsWith('美食'));
  expect(wanted).toBeTruthy();
  for (const typed of ['meishi', 'ms']) {
    await page.goto('/');
    const box = await openSearch(page);
    await box.fill(typed);
    await expect(page.getByRole('option').filter({ hasText: /美食|美|食/ }).first()).toBeVisible();
  }
});

test('cancelled: the skeleton gives way to another try, and the server gives the question up', async ({ page, request }) => {
  // graph/given_up_test.go has that the database ends what the server gave up; here, that the server hears of it.
  const cancelled = async () => {
    const metrics = await (await request.get('/metrics')).text();
    return Number(/^creatorgraph_operation_seconds_count\{code="CANCELLED",type="query"\} (\d+)/m.exec(metrics)?.[1] ?? 0);
  };
  const before = await cancelled();
  await page.goto(`/questions?statement=${encodeURIComponent('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH b WHERE b < 0 RETURN count(b) AS n')}`);
  await page.locator('[data-age=slow]').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped')).toBeVisible();
  await expect(page.locator('[data-age]')).toHaveCount(0);
  await expect.poll(cancelled).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-age]').first()).toBeVisible();
});

test('server away: what is shown stays, with its time, and the page comes back by itself', async ({ page, context, complaints }) => {
  await page.goto('/creators');
  const rows = page.getByRole('table').getByRole('row');
  await rows.nth(20).waitFor();
  await context.setOffline(true);
  await page.getByRole('group', { name: 'Region' }).getByRole('checkbox').first().press('Space');
  await expect(page.getByText(/The server is away\. What is shown is from \d\d:\d\d/).first()).toBeVisible();
  await expect(rows.nth(20)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('The server is away')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^[\d,]+ creators/ })).toBeVisible();
  complaints.length = 0; // the browser's words on what it could not load
});

test.describe('one list', () => {
  /** Makes a list and opens it. */
  async function made(page: Page) {
    await page.goto('/lists');
    await page.getByRole('textbox', { name: 'Name' }).fill(`Shared ${Date.now()}`);
    await page.getByRole('button', { name: 'New list' }).click();
    await page.waitForURL(/\/lists\//);
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
  }

  test('in two tabs: a conflict is told, and neither text is lost', async ({ page, context }) => {
    await made(page);
    const other = await context.newPage();
    // The other tab does not hear of changes, as with a connection that was just lost.
    await other.routeWebSocket(/graphql/, () => undefined);
    await other.goto(page.url());
    await other.getByRole('textbox', { name: 'Note' }).fill('from the other');
    await page.getByRole('textbox', { name: 'Note' }).fill('from the first');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
    await other.getByRole('button', { name: 'Save' }).click();
    await expect(other.getByRole('alert')).toContainText('from the first');
    await expect(other.getByRole('textbox', { name: 'Note' })).toHaveValue('from the other');
    await other.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('from the other');
  });

  test('deleted by somebody else while it is open: the page says so', async ({ page, context }) => {
    await made(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Delete list' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Delete list' }).click();
    await other.waitForURL(/\/lists$/);
    await expect(page.getByRole('main')).toContainText('Not here any more');
  });
});
