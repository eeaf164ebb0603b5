import type { APIRequestContext, Page } from '@playwright/test';
import readExcel from 'read-excel-file/node';

import { expect, test } from './fixtures';
import { picture } from './pictures';

// One campaign from its brief to its review: the part of docs/guides/strategist.md that is about campaigns, step by step.

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1280, height: 800 } });

/** What J3 makes and the journeys after it go on with. */
const made = { key: '', accepted: [] as string[] };

const regionOf = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true });

/** The value of a figure: what stands at its name. */
async function figure(page: Page, region: string, name: string): Promise<string> {
  return regionOf(page, region).locator('dt', { hasText: name }).first().locator('xpath=..').locator('dd').first().innerText();
}

/** Saves the .xlsx of a panel; gives the names of its pages and the rows of the first. */
async function sheet(page: Page, region: string) {
  const coming = page.waitForEvent('download');
  await regionOf(page, region).getByRole('button', { name: 'Excel' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const pages = await readExcel((await download.path())!);
  return { pages: pages.map((p) => p.sheet), rows: pages[0]!.data };
}

/** Asks the API, as whatever counts results for an agency does; what it refuses fails the test. */
async function ask(request: APIRequestContext, query: string, variables: Record<string, unknown>) {
  const { data, errors } = await (await request.post('/graphql', { data: { query, variables } })).json();
  expect(errors).toBeUndefined();
  for (const field of Object.values<{ userErrors?: unknown[] }>(data)) expect(field.userErrors ?? []).toEqual([]);
  return data;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('J3: from a brief to a plan, invitations at an offer, and a schedule', async ({ page, market }) => {
  await page.goto('/plan');
  await regionOf(page, 'Matches').getByRole('link').first().click();
  const brief = regionOf(page, 'Brief');
  await brief.getByRole('combobox', { name: 'Brand' }).fill(market.brand.name);
  await page.getByRole('option', { name: market.brand.name }).first().click();
  await brief.getByRole('textbox', { name: 'Budget' }).fill('20000');
  await brief.getByRole('textbox', { name: 'Budget' }).press('Enter');
  await brief.getByLabel('First day').fill(inDays(14));
  await brief.getByLabel('Last day').fill(inDays(41));
  await page.waitForURL(/ends=/);

  // Each match has its intervals, and reasons that add up to its score.
  const matches = regionOf(page, 'Matches');
  await matches.getByRole('button', { name: /^Why / }).first().click();
  await expect(matches.getByRole('heading', { name: /add up to the score/ })).toBeVisible();
  await picture(page, 'matches');
  const suited = await sheet(page, 'Matches');
  expect(suited.pages).toEqual(['Matches', 'Reasons']);
  const hand = String(suited.rows[4]![0]);
  await matches.getByRole('button', { name: `${hand} must be in the plan` }).click();

  // Two plans of different budgets; one with a creator who was locked by hand, a stand-in, and a limit on the smallest.
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  const outcome = regionOf(page, 'Plan');
  await expect(outcome).toContainText(/of the best possible|does better: proved/);
  const bars = page.getByRole('list', { name: 'Sizes' }).locator('svg');
  const widths = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
  expect(new Set(widths).size, 'bars of one length').toBe(1);
  await picture(page, 'plan');
  await outcome.getByRole('button', { name: 'Keep to compare' }).click();
  await outcome.getByRole('slider', { name: 'Budget along the curve' }).press('ArrowLeft');
  await page.waitForURL(/spend=1800000/);
  const koc = page.getByRole('textbox', { name: 'KOC: % to' });
  await koc.fill('60');
  await koc.press('Enter');
  await page.waitForURL(/limits=/);
  const picks = regionOf(page, 'In the plan');
  const first = picks.getByRole('row').filter({ hasNotText: hand }).filter({ has: page.getByRole('link') }).first();
  await first.getByRole('button', { name: /^Who instead of/ }).click();
  const take = picks.getByRole('button', { name: /^Take .* instead$/ }).first();
  const standIn = (await take.getAttribute('aria-label'))!.replace(/^Take (.*) instead$/, '$1');
  await picture(page, 'swaps');
  await take.click();
  await expect(picks.getByRole('button', { name: `${standIn} must be in the plan`, pressed: true })).toBeVisible();
  await expect(picks).toContainText(hand);
  const planned = await sheet(page, 'Plan');
  expect(planned.pages).toEqual(['In the plan', 'Figures', 'What each budget reaches']);
  const [head, ...rows] = planned.rows;
  const chosen = rows.filter((row) => row[1]);
  const fee = (of: typeof rows) => of.reduce((sum, row) => sum + Number(row[head!.indexOf('Asks (¥)')]), 0);
  expect(fee(chosen)).toBeLessThanOrEqual(18_000);
  expect(fee(chosen.filter((row) => Number(row[head!.indexOf('Followers')]) < 10_000))).toBeLessThanOrEqual(0.6 * 18_000);
  await outcome.getByRole('button', { name: 'Keep to compare' }).click();
  await page.getByRole('link', { name: 'Compare plans' }).click();
  await expect(regionOf(page, 'Compare plans').getByRole('columnheader', { name: /^Plan [AB]/ })).toHaveCount(2);
  expect((await sheet(page, 'Compare plans')).rows[0]).toEqual(['Name', 'Plan A', 'Plan B']);

  // Offers by the curve of each, then the campaign and its invitations.
  await page.getByRole('link', { name: 'Offers' }).click();
  const offers = regionOf(page, 'Offers');
  await offers.getByRole('button', { name: /^Offer to/ }).first().click();
  await expect(offers.getByRole('img', { name: /^Acceptance by offer/ })).toBeVisible();
  const offer = offers.getByRole('textbox', { name: /^Offer to/ }).first();
  await offer.fill(String(Math.round(0.9 * fee(chosen.slice(0, 1)))));
  await offer.press('Enter');
  await page.waitForURL(/offers=/);
  expect((await sheet(page, 'Offers')).rows).toHaveLength(chosen.length + 1);
  await expect(offers).toContainText(/is accepted with a probability of \d+%/);
  await picture(page, 'offers');
  const name = `Winter ${Date.now() % 100_000}`;
  await page.getByRole('textbox', { name: 'Name of the campaign' }).fill(name);
  await page.getByRole('button', { name: /^Invite \d+ creators$/ }).click();
  await page.waitForURL(/\/campaigns\/[^?]+\?step=invite/);
  made.key = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
  const invitations = regionOf(page, 'Invitations');
  const rowOf = (who: string) => invitations.getByRole('row').filter({ hasText: who });
  await expect(invitations.locator('tbody tr')).toHaveCount(chosen.length);
  await expect(rowOf(hand)).toContainText('Self-picked');
  await expect(rowOf(standIn)).toContainText(/Recommended.*100%/);

  // Answers: all but one accept. Whoever does has a place in the schedule.
  const asked = chosen.map((row) => String(row[0])).slice(0, 4);
  made.accepted = [...new Set([hand, standIn, ...asked])].slice(0, 4);
  const declines = chosen.map((row) => String(row[0])).find((who) => !made.accepted.includes(who))!;
  for (const who of [...made.accepted, declines]) {
    await rowOf(who).getByRole('button', { name: /^Record the answer/ }).click();
    await page.getByRole('menuitem', { name: who === declines ? 'Declined' : 'Accepted' }).click();
    await expect(rowOf(who)).toContainText(who === declines ? 'Declined' : 'Accepted');
  }
  const schedule = regionOf(page, 'Schedule by week');
  await expect(schedule.getByRole('row').filter({ hasText: hand })).toContainText('this campaign');
  await expect(schedule.getByRole('row').filter({ hasText: declines })).toHaveCount(0);
  await page.mouse.move(0, 0);
  await picture(page, 'invitations');
  expect((await sheet(page, 'Invitations')).rows).toHaveLength(chosen.length + 1);
  expect((await sheet(page, 'Schedule by week')).rows).toHaveLength(chosen.length); // all but the one that declined
});

test('J4: totals change as results come, and contents call for money', async ({ page, request }) => {
  const { campaign } = await ask(request, participants, { key: made.key });
  await page.goto(`/campaigns/${made.key}`);
  const totals = regionOf(page, 'Totals, live');
  await expect(totals).toContainText('Changes as results are recorded');
  const accepted = (campaign.invitations.nodes as { answer: string; creator: { id: string } }[]).filter((i) => i.answer === 'ACCEPTED');
  for (const [i, { creator }] of accepted.entries()) {
    const impressions = 20_000 * (i + 1);
    await ask(request, record, {
      input: { campaign: campaign.id, creator: creator.id, fee: 100_000, impressions, engagements: impressions / 20, clicks: impressions / 100, conversions: impressions / 2_000, gmv: impressions * 5 },
    });
  }
  expect(accepted).toHaveLength(4);
  // 20,000 impressions for the first, 40,000 for the second, and so on: nobody reloads.
  await expect.poll(() => figure(page, 'Totals, live', 'Impressions')).toBe('200K');
  await page.reload();
  // The first is a third dearer than the mean, the last as much cheaper.
  expect((await sheet(page, 'Look at these first')).rows.map((row) => row[2])).toEqual(['What is the matter', 'Dear for its impressions', 'Cheap: book again or boost']);
  expect((await sheet(page, 'Participations')).rows).toHaveLength(5);

  // What a creator published is added and counted here.
  const contentsOf = regionOf(page, 'Contents');
  await contentsOf.getByRole('textbox', { name: 'Title' }).fill('开箱 🎁');
  await contentsOf.getByLabel('Published').fill(`${inDays(-1)}T12:00`);
  await contentsOf.getByRole('button', { name: 'Add content' }).click();
  const added = contentsOf.getByRole('row').filter({ hasText: '开箱 🎁' });
  const views = added.getByRole('textbox', { name: 'Record the views of 开箱 🎁 now' });
  await views.fill('5000');
  await views.press('Enter');
  await expect(added).toContainText('5,000');

  // A content of a running campaign draws far more views than before: the page that is open calls for a boost.
  const { creators } = await ask(request, young, {});
  const contents = (creators.nodes as Young[]).flatMap((c) => c.contents.nodes).filter((c) => c.campaign !== null && c.metrics.length >= 3);
  const hoursOf = (c: Young['contents']['nodes'][number]) => (Date.parse(c.metrics.at(-1)!.at) - Date.parse(c.published)) / 3_600_000;
  const content = contents.sort((a, b) => hoursOf(a) - hoursOf(b))[0]!;
  await page.goto(`/campaigns/${content.campaign!.key}`);
  const advice = regionOf(page, 'Advice on contents');
  await expect(advice).toContainText('Live; most money at stake first');
  for (const [later, times] of [[1.5, 4], [3, 10]] as const) {
    const at = new Date(Date.parse(content.published) + later * hoursOf(content) * 3_600_000).toISOString();
    await ask(request, countViews, { input: { content: content.id, at, views: times * content.metrics.at(-1)!.views } });
  }
  await expect(advice.getByRole('row').filter({ hasText: content.name })).toContainText('Boost');
  expect((await sheet(page, 'Advice on contents')).rows.flat()).toContain(content.name);
  await picture(page, 'live');
});

test('J5: recommended beside self-picked, with intervals, warnings and the query of each figure', async ({ page }) => {
  await page.goto(`/campaigns/${made.key}?step=review`);
  const sources = regionOf(page, 'Self-picked beside recommended');
  await expect(sources.getByRole('row')).toHaveCount(4);
  const evaluation = regionOf(page, 'Evaluation');
  await expect(evaluation).toContainText('CPM');
  for (const split of ['By source', 'By size']) {
    const shares = regionOf(page, split).locator('tbody tr');
    await expect(shares).not.toHaveCount(0);
    const counts = await shares.locator('td:nth-child(2)').allInnerTexts();
    expect(counts.reduce((sum, n) => sum + Number(n), 0), split).toBe(4);
  }
  await sources.getByRole('combobox', { name: 'Figure' }).selectOption('CTR');
  await expect(sources.getByRole('row')).toHaveCount(4);
  await picture(page, 'review');
  expect((await sheet(page, 'Evaluation')).pages.slice(0, 2)).toEqual(['Evaluation', 'Self-picked beside recommended']);
  for (const panel of [evaluation, sources]) await expect(panel.getByRole('button', { name: 'Show the query' })).toBeVisible();
});

interface Young {
  contents: { nodes: { id: string; name: string; published: string; campaign: { key: string } | null; metrics: { at: string; views: number }[] }[] };
}

const participants = `query($key: String!) { campaign(key: $key) { id invitations(first: 100) { nodes { answer creator { id } } } } }`;
const record = `mutation($input: RecordParticipationInput!) { recordParticipation(input: $input) { userErrors { message } } }`;
const young = `{ creators(first: 500) { nodes { contents(first: 6) { nodes { id name published campaign { key } metrics { at views } } } } } }`;
const countViews = `mutation($input: RecordContentMetricsInput!) { recordContentMetrics(input: $input) { userErrors { message } } }`;
