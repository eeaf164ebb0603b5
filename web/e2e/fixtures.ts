import { test as base, expect, type Page } from '@playwright/test';

interface Entity {
  id: string;
  name: string;
  key: string;
}

/** Entities of the market that the journeys begin with, whatever it was generated from. */
export interface Market {
  creator: Entity;
  other: Entity;
  brand: Entity;
  agency: Entity;
  campaign: Entity;
  platform: Entity;
  category: Entity;
  community: Entity;
}

interface Fixtures {
  language: 'en' | 'zh';
  theme: 'light' | 'dark';
  /** What the page said to the console as an error; a test that expects some takes it out. */
  complaints: string[];
}

let known: Market | undefined;

/** How long each interaction of the journeys so far took to its next paint, in milliseconds. */
export const interactions: number[] = [];

export const test = base.extend<Fixtures & { market: Market }>({
  language: ['en', { option: true }],
  theme: ['light', { option: true }],

  market: async ({ request }, use) => {
    if (!known) {
      const response = await request.post('/graphql', {
        data: {
          query: `{
            creators(orderBy: [{field: CAMPAIGNS, direction: DESC}], first: 2) { nodes { id name key platforms { id name key } categories { id name key } community { id name } } }
            brands(orderBy: [{field: SPEND, direction: DESC}], first: 1) { nodes { id name key } }
            agencies(orderBy: [{field: CREATORS, direction: DESC}], first: 1) { nodes { id name key } }
            campaigns(orderBy: [{field: CREATORS, direction: DESC}], first: 1) { nodes { id name key } }
          }`,
        },
      });
      const { data } = await response.json();
      const [creator, other] = data.creators.nodes;
      known = {
        creator,
        other,
        brand: data.brands.nodes[0],
        agency: data.agencies.nodes[0],
        campaign: data.campaigns.nodes[0],
        platform: creator.platforms[0],
        category: creator.categories[0],
        community: { ...creator.community, key: creator.community.id },
      };
    }
    await use(known!);
  },

  complaints: async ({}, use) => {
    await use([]);
  },

  page: async ({ page, language, theme, complaints }, use) => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(
      ([l, t]) => {
        localStorage.setItem('creatorgraph.language', l!);
        localStorage.setItem('creatorgraph.theme', t!);
      },
      [language, theme],
    );
    await page.exposeFunction('tellInteractions', (durations: number[]) => interactions.push(...durations));
    await page.addInitScript(() => {
      const tell = Reflect.get(window, 'tellInteractions') as (durations: number[]) => void;
      new PerformanceObserver((list) => {
        const longest = new Map<number, number>();
        for (const { interactionId, duration } of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
          if (interactionId) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
        }
        if (longest.size > 0) tell([...longest.values()]);
      }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    });
    await use(page);
    // A question that is still on its way through a route must not fail the test that comes next.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(complaints, 'errors in the console').toEqual([]);
  },
});

export { expect };

/** How many nodes the canvas shows. */
export function nodes(page: Page): Promise<number> {
  return page.getByRole('application').getAttribute('data-nodes').then(Number);
}

/** Opens the graph around an entity and waits for it. */
export async function explore(page: Page, of: string) {
  await page.goto(`/explore?of=${of}`);
  await expect.poll(() => nodes(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await page.waitForURL(/#s=/);
}

/** Runs an action of the export menu and gives the file's text. */
export async function exported(page: Page, action: RegExp): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const stream = await (await coming).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Reaches the search box by its key, as soon as the page listens. */
export async function openSearch(page: Page) {
  const box = page.getByRole('banner').getByRole('combobox');
  await box.waitFor();
  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  return box;
}
