import { expect, nodes, test } from './fixtures';

// J7: fill in a question → table → change the Cypher → chart → graph → link → a colleague opens the same state.

const editor = (page: import('@playwright/test').Page) => page.getByRole('textbox', { name: 'Cypher statement' });

test('J7, by keyboard: a statement with a parameter, its chart, its graph, and a link to it', async ({ page, context }) => {
  await page.goto('/questions');
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('MATCH (c:Creator)-[r:SIGNED_WITH]->(a:Agency) WHERE c.followers > $least RETURN c, r, a, c.followers AS followers LIMIT 12');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: '$least' }).fill('1000');
  await page.getByRole('combobox', { name: 'Type of $least' }).selectOption('number');
  await editor(page).focus();
  await page.keyboard.press('Control+Enter');
  const rows = page.getByRole('table', { name: 'Answer' }).getByRole('row');
  await expect(rows).toHaveCount(13);
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole('table', { name: 'Answer' }).getByRole('row')).toHaveCount(13);
  await expect(colleague.getByRole('textbox', { name: '$least' })).toHaveValue('1000');
  await colleague.close();

  await page.getByRole('radio', { name: 'Chart' }).press('Space');
  await expect(page.getByRole('figure')).toContainText('followers by');
  await page.getByRole('button', { name: /^Open \d+ nodes in the graph/ }).press('Enter');
  await page.waitForURL(/\/explore#s=/);
  await expect.poll(() => nodes(page)).toBeGreaterThan(3);
});

test('completion offers labels and properties of the graph', async ({ page }) => {
  await page.goto('/questions');
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await expect(async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('MATCH (c:Crea');
    await expect(page.getByRole('option', { name: 'Creator' }).first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press('Enter');
  await page.keyboard.type(') RETURN c.');
  await expect(page.getByRole('option', { name: 'followers' })).toBeVisible();
});

test('an error stands at its place', async ({ page }) => {
  await page.goto(`/questions?statement=${encodeURIComponent('MATCH (c:Creator)\nRETURN c..name')}`);
  await expect(page.getByRole('alert')).toContainText(/^Line 2, column \d+: /);
});

test('each saved question is a sentence in both languages', async ({ page, request }) => {
  const { data } = await (await request.post('/graphql', { data: { query: '{ savedQueries { name parameters { name } } }' } })).json();
  expect(data.savedQueries.length).toBeGreaterThan(20);
  const { sentences, piecesOf } = await import('../src/text/questions');
  for (const { name, parameters } of data.savedQueries as { name: string; parameters: { name: string }[] }[]) {
    const known = new Set(parameters.map((p) => p.name));
    for (const language of ['en', 'zh'] as const) {
      const sentence = sentences[name]?.[language];
      expect(sentence, `${name} in ${language}`).toBeTruthy();
      for (const piece of piecesOf(sentence!.text)) if ('parameter' in piece) expect(known, name).toContain(piece.parameter);
    }
  }
  await page.goto('/questions?saved=strategist%2Ftier_mix');
  await expect(page.getByText('Which sizes of creators brought clicks')).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText('哪个量级的达人带来的点击')).toBeVisible();
});
