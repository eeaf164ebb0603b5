import { deflateRawSync } from 'node:zlib';

import type { APIRequestContext, Page } from '@playwright/test';

import { expect, explore, interactions, nodes, openSearch, test } from './fixtures';

// Figures are printed as a table beside their targets. Times as people feel them fail a test only where
// CREATORGRAPH_E2E_GATE is set, on a machine with nothing else to do: a busy one multiplies them at random. What always
// fails is what depends little on other load: the main thread's own time on the processor, and memory, at twice the target.
const isGate = Boolean(process.env['CREATORGRAPH_E2E_GATE']);

const table: string[] = [];

test.afterAll(() => {
  console.log(['figure                                              measured    target', ...table].join('\n'));
});

function tell(name: string, value: number, target: number, unit: string, always?: 'always') {
  const written = `${value.toFixed(unit === '×' || value < 10 ? 2 : 0)} ${unit}`;
  table.push(`${name.padEnd(50)} ${written.padStart(9)} ${`${target} ${unit}`.padStart(9)}${value > target ? '  above' : ''}`);
  if (isGate) expect(value, name).toBeLessThan(target);
  else if (always) expect(value, name).toBeLessThan(2 * target);
}

declare global {
  interface Window {
    letterShown?: number;
  }
}

/** Begins to count what the page's main thread spends on the processor; the function gives it in milliseconds so far. */
async function processor(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (name: string) => (await cdp.send('Performance.getMetrics')).metrics.find((m) => m.name === name)!.value * 1_000;
  return { cdp, task: () => read('TaskDuration'), script: () => read('ScriptDuration') };
}

test('first paint and usable search, cold, at a quarter of the processor', async ({ page, market }) => {
  const { cdp, task } = await processor(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // Somebody types as soon as there is something to see. The browser tells of that, and the page notes when the letter is shown:
  // whatever a test asks of the page meanwhile would wait for its scripts, and so be counted.
  await page.addInitScript(() => {
    addEventListener('input', () => requestAnimationFrame(() => setTimeout(() => (window.letterShown ??= performance.now()))), true);
  });
  await cdp.send('Page.enable');
  await cdp.send('Page.setLifecycleEventsEnabled', { enabled: true });
  const painted = new Promise<void>((done) => cdp.on('Page.lifecycleEvent', ({ name }) => name === 'firstContentfulPaint' && done()));
  const letter = [...market.brand.name][0]!;
  await page.goto('/', { waitUntil: 'commit' });
  await painted;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(letter);
  const usable = await page.waitForFunction(() => window.letterShown).then((shown) => shown.jsonValue());
  const spent = await task();
  await page.getByRole('option').first().waitFor();
  const hit = await page.evaluate(() => performance.now());
  await expect(page.getByRole('banner').getByRole('combobox')).toHaveValue(letter);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  tell('first paint', paint, 1_000, 'ms');
  tell('usable search', usable!, 1_500, 'ms');
  tell('first hit of what is typed at once', hit, 1_500, 'ms');
  tell('usable search: main thread alone', spent, 1_500, 'ms', 'always');
});

test('key to first hit', async ({ page, market }) => {
  await page.goto('/');
  const box = await openSearch(page);
  await box.fill(market.creator.key);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+a');
  await page.evaluate(() => {
    const begun = performance.now();
    const watch = new MutationObserver(() => {
      const text = document.querySelector('[role=option]')?.textContent ?? '';
      if (text && text !== Reflect.get(window, 'hitBefore')) Object.assign(window, { hitAfter: performance.now() - begun });
    });
    Object.assign(window, { hitBefore: document.querySelector('[role=option]')?.textContent });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.keyboard.type([...market.brand.name][0]!);
  await page.waitForFunction(() => 'hitAfter' in window, null, { timeout: 30_000 });
  tell('key to first hit', await page.evaluate(() => Number(Reflect.get(window, 'hitAfter'))), 150, 'ms');
});

/** What has most neighbours of a kind, of those whose neighbours are drawn and not listed. */
async function withManyNeighbors(request: APIRequestContext): Promise<string> {
  const ask = async (query: string) => (await (await request.post('/graphql', { data: { query } })).json()).data;
  const { creators } = await ask('{ creators(first: 100) { nodes { platforms { id } categories { id } } } }');
  const ids = new Set<string>(creators.nodes.flatMap((c: Record<string, { id: string }[]>) => [...c['platforms']!, ...c['categories']!].map(({ id }) => id)));
  let best = { id: '', count: 0 };
  for (const id of ids) {
    const { neighborhood } = await ask(`{ neighborhood(of: "${id}", limit: 1) { counts { count } } }`);
    for (const { count } of neighborhood.counts) if (count > best.count && count <= 500) best = { id, count };
  }
  return best.id;
}

test('expand 200 nodes to a stable picture', async ({ page, request }) => {
  await page.goto(`/explore?of=${await withManyNeighbors(request)}`);
  await page.getByRole('article').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /^More: / }).first().click();
  const options = page.getByRole('menuitem');
  await options.first().waitFor();
  const count = await options.count();
  const before = await nodes(page);
  // Counted in the page, from the press: an answer may be there before the test hears that it has pressed.
  const expanded = page.evaluate(
    (was) =>
      new Promise<{ ms: number; nodes: number }>((resolve) => {
        let pressed = 0;
        addEventListener('pointerdown', () => (pressed = performance.now()), { capture: true, once: true });
        const look = () => {
          const now = Number(document.querySelector('[data-nodes]')?.getAttribute('data-nodes'));
          if (now > was) resolve({ ms: performance.now() - pressed, nodes: now - was });
          else requestAnimationFrame(look);
        };
        look();
      }),
    before,
  );
  await options.nth(Math.max(0, count - 2)).click(); // the last one lists them
  const added = await expanded;
  tell(`expand ${added.nodes} nodes to a stable picture`, added.ms, 1_000, 'ms');
});

/** A link to a scene of so many nodes and links, which no server has to know. */
function large(count: number, links: number): string {
  const kinds = ['CREATOR', 'CREATOR', 'CREATOR', 'CAMPAIGN', 'BRAND', 'AGENCY'];
  const place = (i: number) => [i, Math.round(Math.cos(i * 2.4) * 18 * Math.sqrt(i)), Math.round(Math.sin(i * 2.4) * 18 * Math.sqrt(i))];
  const ids = Array.from({ length: count }, (_, i) => i);
  const document = {
    creatorgraph: 'scene',
    version: 2,
    nodes: ids.map((i) => [Buffer.from(`${['Creator', 'Creator', 'Creator', 'Campaign', 'Brand', 'Agency'][i % 6]}:none-${i}`).toString('base64url'), kinds[i % 6]]),
    steps: [
      {
        act: { type: 'open' },
        nodes: ids,
        links: Array.from({ length: links }, (_, i) => ['COLLABORATED_WITH', i % count, (i * 7 + Math.floor(i / count) + 1) % count, 1]),
        positions: ids.map(place),
      },
    ],
  };
  return `/explore#s=${deflateRawSync(JSON.stringify(document)).toString('base64url')}`;
}

test('our own script in a frame, at 2,000 nodes and 4,000 links', async ({ page }) => {
  await page.goto(large(2_000, 4_000));
  await expect.poll(() => nodes(page)).toBe(2_000);
  await page.waitForLoadState('networkidle');
  const { script } = await processor(page);
  const canvas = (await page.getByRole('application').boundingBox())!;
  await page.evaluate(() => {
    const count = () => {
      Object.assign(window, { framesDrawn: Number(Reflect.get(window, 'framesDrawn') ?? 0) + 1 });
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const frames = () => page.evaluate(() => Number(Reflect.get(window, 'framesDrawn') ?? 0));
  const [before, spent] = [await frames(), await script()];
  const begun = Date.now();
  // From a corner, which is empty: from a node it would be moved, and not the picture.
  const corner = { x: canvas.x + 12, y: canvas.y + 12 };
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  for (let i = 1; i <= 6; i++) await page.mouse.move(corner.x + i * 20, corner.y + i * 10);
  await page.mouse.up();
  for (let i = 0; i < 2; i++) await page.mouse.wheel(0, -120);
  const drawn = (await frames()) - before;
  tell('script in a frame, panning and zooming', ((await script()) - spent) / drawn, 8, 'ms');
  table.push(`frames a second there, without a graphics card: ${((drawn * 1_000) / (Date.now() - begun)).toFixed(0)}`);
});

test('a table of 10,000 rows, scrolled', async ({ page }) => {
  await page.goto(`/questions?statement=${encodeURIComponent('UNWIND range(1, 10000) AS n RETURN n, n * n AS square, toString(n) AS text')}`);
  const rows = page.getByRole('group', { name: 'Answer' });
  await rows.getByRole('row').nth(20).waitFor();
  await rows.hover();
  const blank = page.evaluate(
    () =>
      new Promise<number>((done) => {
        const scroller = document.querySelector('table[aria-rowcount]')!.parentElement!;
        const { left, top, width, height } = scroller.getBoundingClientRect();
        const begun = performance.now();
        let [longest, since] = [0, 0];
        const look = () => {
          const now = performance.now();
          const isBlank = !document.elementFromPoint(left + width / 4, top + height / 2)?.closest('td')?.textContent;
          if (isBlank) longest = Math.max(longest, now - (since ||= now));
          else since = 0;
          if (now - begun > 2_500) done(longest);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  for (let i = 0; i < 30; i++) await page.mouse.wheel(0, 4_000);
  tell('a row blank while 10,000 are scrolled', await blank, 100, 'ms');
  expect(await page.evaluate(() => document.querySelector('table[aria-rowcount]')!.parentElement!.scrollTop)).toBeGreaterThan(10_000);
});

test('memory after expand and undo, again and again', async ({ page, market }) => {
  await explore(page, market.creator.id);
  const heap = () =>
    page.evaluate(async () => {
      for (let i = 0; i < 3; i++) {
        (window as unknown as { gc: () => void }).gc();
        await new Promise((done) => setTimeout(done, 50));
      }
      return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
    });
  const shown = await nodes(page);
  const expand = page.getByRole('listitem').filter({ hasText: 'Collaborations' }).filter({ hasText: /\d+ of \d+/ }).getByRole('button', { name: /^Expand/ });
  const round = async () => {
    await expand.click();
    await expect.poll(() => nodes(page), { intervals: [20] }).toBeGreaterThan(shown);
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodes(page), { intervals: [20] }).toBe(shown);
  };
  for (let i = 0; i < 3; i++) await round();
  const before = await heap();
  const rounds = isGate ? 50 : 10; // each takes as long as a layout
  for (let i = 0; i < rounds; i++) await round();
  tell(`memory after ${rounds} times expand and undo`, (await heap()) / before, 1.3, '×', 'always');
});

test('from a press to the next paint, over the journeys so far', () => {
  const sorted = interactions.toSorted((a, b) => a - b);
  test.skip(sorted.length === 0, 'no interaction took 16 ms');
  tell(`a press to its paint, 75th percentile of ${sorted.length}`, sorted[Math.floor(sorted.length * 0.75)]!, 150, 'ms');
});
