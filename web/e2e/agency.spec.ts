import { expect, test } from './fixtures';

// J6: an agency's roster → who is priced too low, which brands come back → how one is connected → a pitch without others' prices.

test('J6: from an agency’s roster to a pitch for a brand', async ({ page, market }) => {
  await page.goto(`/agencies/${market.agency.key}`);
  const roster = page.getByRole('region', { name: 'Roster', exact: true });
  await expect(roster.getByRole('row').nth(2)).toContainText('¥');
  await expect(page.getByRole('region', { name: 'Roster by category' })).toBeVisible();

  const parameters = encodeURIComponent(JSON.stringify({ agency: market.agency.key }));
  await page.goto(`/questions?saved=${encodeURIComponent('agency/underpriced')}&parameters=${parameters}`);
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await page.goto(`/questions?saved=${encodeURIComponent('agency/brand_relations')}&parameters=${parameters}`);
  const answer = page.getByRole('table', { name: 'Answer' });
  await expect(answer.getByRole('row').nth(1)).toBeVisible();

  await page.goto(`/explore?of=${market.agency.id}&to=${market.brand.id}`);
  const sentence = page.getByRole('region', { name: 'Paths', exact: true }).getByRole('listitem').first();
  await expect(sentence).toContainText(market.brand.name);
  await expect(sentence).toContainText(/\(\d{4}-\d{2}/);

  await page.goto(`/agencies/${market.agency.key}`);
  await page.getByRole('button', { name: 'Hide names and prices' }).click();
  await expect(roster.getByRole('row').nth(2)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('¥');
});
