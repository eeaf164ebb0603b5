import type { Page } from '@playwright/test';

import { expect, explore, test } from './fixtures';
import { picture } from './pictures';

// docs/guides/strategist.md, step by step. Where CREATORGRAPH_PICTURES is set, its pictures are made anew.

test.use({ viewport: { width: 1280, height: 800 } });

const boxes = (page: Page) => page.getByRole('table').getByRole('checkbox');

test('J1: from filters with counts to a list, its overlap and its sheet', async ({ page }) => {
  await page.goto('/creators');
  const region = page.getByRole('group', { name: 'Region' });
  await region.getByRole('listitem').first().getByRole('checkbox').press('Space');
  const followers = page.getByRole('group', { name: 'Followers' });
  await followers.getByRole('textbox', { name: 'from' }).fill('1000');
  await followers.getByRole('textbox', { name: 'from' }).press('Enter');
  await page.waitForURL(/minFollowers=1000/);
  await page.getByLabel('Free from').fill('2027-01-04');
  await page.waitForURL(/freeFrom=2027-01-04/);
  await expect(page.getByRole('columnheader', { name: '01-04 to 01-04' })).toBeVisible();
  // Who has worked most comes first, and of those the dearest for a thousand last.
  await page.getByRole('group', { name: 'Sorted by' }).getByRole('combobox').first().selectOption('CAMPAIGNS');
  await page.waitForURL(/sort=CAMPAIGNS/);
  // The rows of before stay until those in the new order come.
  const sorted = page.waitForResponse((answer) => /FindCreators.*"CPM"/.test(answer.request().postData() ?? ''));
  await page.getByRole('group', { name: 'Sorted by' }).getByRole('combobox').last().selectOption('CPM');
  await sorted;
  await expect(page.locator('[aria-busy]')).toHaveCount(0);
  for (const i of [0, 1, 2, 3]) await boxes(page).nth(i).press('Space');
  await expect(page.getByRole('toolbar')).toContainText('4 selected');
  await picture(page, 'filters');

  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('region', { name: 'Availability' }).getByRole('img').waitFor();
  await expect(page.getByRole('region', { name: 'Rates' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline' }).getByRole('img')).toBeVisible();
  await picture(page, 'creator');
  await page.getByRole('button', { name: 'Add to list' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Which list?');
  await page.keyboard.press('Escape');
  await page.goBack();

  await page.getByRole('toolbar').getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'Audience overlap' })).toBeVisible();
  await picture(page, 'compare');
  await page.goBack();

  await page.getByRole('toolbar').getByRole('button', { name: 'Add to list' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(`Spring launch ${Date.now() % 1000}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/lists\//);
  const rows = page.getByRole('region', { name: 'Creators', exact: true }).locator('tbody tr');
  await expect(rows).toHaveCount(4);
  await rows.first().getByRole('textbox', { name: 'Grade' }).fill('A');
  await rows.first().getByRole('textbox', { name: 'Grade' }).press('Enter');
  await picture(page, 'list');

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Submission sheet' }).click();
  expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByRole('link', { name: 'Overlap' }).click();
  const drop = page.getByRole('region', { name: 'Drop whom?' });
  await expect(drop.getByRole('status')).toContainText(/of the reach is lost/);
  await expect(page.getByRole('region', { name: 'Who shares whose followers' }).getByRole('row')).toHaveCount(5);
  await picture(page, 'overlap');
  await drop.getByRole('button', { name: /^Without/ }).first().click();
  await expect(page.getByRole('region', { name: 'Who shares whose followers' }).getByRole('row')).toHaveCount(4);
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Who shares whose followers' }).getByRole('row')).toHaveCount(5);
});

test('J2: who falls out is replaced, and the list keeps who came for whom', async ({ page }) => {
  await page.goto('/creators?minFollowers=2000');
  for (const i of [0, 1]) await boxes(page).nth(i).press('Space');
  await page.getByRole('toolbar').getByRole('button', { name: 'Add to list' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(`Second round ${Date.now() % 1000}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/lists\//);
  const rows = page.getByRole('region', { name: 'Creators', exact: true }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  // What is done with a row is at hand however far the table goes.
  await expect(rows.first().getByRole('button', { name: /^Replace/ })).toBeInViewport();
  await rows.first().getByRole('button', { name: /^Replace/ }).click();
  const choose = page.getByRole('dialog').getByRole('button', { name: 'Replace' }).first();
  await choose.waitFor();
  await picture(page, 'replace');
  await choose.click();
  await expect(rows).toHaveCount(3);
  await expect(page.getByText(/^replaces /)).toHaveCount(1);
  await picture(page, 'replaced');
});

test('J8: how a creator and a brand are connected, in dated sentences', async ({ page, market }) => {
  await page.goto(`/explore?of=${market.other.id}&to=${market.brand.id}`);
  const sentence = page.getByRole('region', { name: 'Paths', exact: true }).getByRole('listitem').first();
  await expect(sentence).toContainText(market.brand.name);
  await sentence.getByRole('button').click();
  await picture(page, 'paths');
  await page.goto(`/brands/${market.brand.key}`);
  await expect(page.getByRole('region', { name: 'Competitors' })).toBeVisible();
  await page.goto(`/creators/${market.other.key}`);
  await expect(page.getByRole('region', { name: 'Brands worked with' }).getByRole('row').nth(1)).toBeVisible();
});

test('the picture of the README: whom a creator works with, and what is known of it', async ({ page, market }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await explore(page, market.creator.id);
  await expect(page.getByRole('article')).toContainText(market.creator.name);
  await page.getByRole('button', { name: 'Fit to view' }).click();
  await page.mouse.move(0, 0);
  await picture(page, 'explorer', '.');
});
