import { ask } from '../api/ask';
import { CompareOverlap, CreatorListItems, CreatorTerms, SheetCompetitors, SheetCreators } from '../api/generated/documents';
import type { CreatorListItemsQuery, ItemFragment, ListStatus, SegmentDimension, SheetCreatorsQuery } from '../api/generated/types';
import { creatorsOf } from '../entity/creators';
import { nextDays, type Terms } from '../entity/terms';
import { tierOf, tierWord } from '../entity/tier';
import { priceOf } from '../finder/CreatorTable';
import { loadWords, makeTranslate, type Translate } from '../text/catalogue';
import { daysBetween, plusDays, today } from '../ui/days';
import { save } from '../ui/save';
import type { List } from './ListPage';
import { readReview, type ReviewResult } from './review';
import { rowCode, sheetPages, type SheetItem } from './sheet';

type Item = ItemFragment;
type More = Extract<NonNullable<SheetCreatorsQuery['nodes'][number]>, { __typename: 'Creator' }>;

/** How many creators are asked for at once. */
const batch = 50;
/** How many an overlap is computed of. */
const mostOverlapped = 50;
/** How long ago work for a competitor still counts (近90天竞品). */
const competitionDays = 90;

async function inBatches<Found extends { id: string }>(ids: readonly string[], find: (some: string[]) => Promise<Found[]>): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (let i = 0; i < ids.length; i += batch) {
    for (const one of await find(ids.slice(i, i + batch))) found.set(one.id, one);
  }
  return found;
}

/** The share of each creator's audience that follows another one of the list, too; none where it cannot be had. */
async function overlaps(items: readonly Item[]): Promise<Map<string, number>> {
  const ids = items.filter((item) => item.creator.followers !== null).map((item) => item.creator.id);
  if (ids.length < 2 || ids.length > mostOverlapped) return new Map();
  const { audienceOverlap } = await ask(CompareOverlap, { ids });
  return new Map(audienceOverlap.shares.map((share) => [share.creator.id, share.overlapping]));
}

/** The brands that the list's brand competes with, by id; null when the list is made for no campaign. */
async function competitorsOf(list: List): Promise<Set<string> | null> {
  if (!list.campaign) return null;
  const { node } = await ask(SheetCompetitors, { campaign: list.campaign.id });
  if (node?.__typename !== 'Campaign') return null;
  return new Set(node.brand?.competitors.map((c) => c.entity.id));
}

/** All items of a list, however many, or those with one status. */
async function itemsOf(list: List, status: ListStatus | null): Promise<Item[]> {
  const items: Item[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const { creatorList }: CreatorListItemsQuery = await ask(CreatorListItems, { key: list.key, status: status && [status], after });
    items.push(...(creatorList?.items.nodes ?? []));
    isMore = creatorList?.items.pageInfo.hasNextPage ?? false;
    after = creatorList?.items.pageInfo.endCursor ?? null;
  }
  return items;
}

/** Makes the submission sheet of a list, or of those with one status, and hands it to the browser as a file. */
export async function exportSheet(list: List, status: ListStatus | null, title: string, t: Translate, nameOf: (creator: Item['creator']) => string, isSafe: boolean): Promise<void> {
  const { default: writeFile } = await import('write-excel-file/universal');
  const items = await itemsOf(list, status);
  const ids = items.map((item) => item.creator.id);
  const period = nextDays();
  const days = daysBetween(period.from, period.to);
  const [terms, more, overlapping, competitors] = await Promise.all([
    inBatches(ids, async (some) => creatorsOf((await ask(CreatorTerms, { ids: some, ...period })).nodes)),
    inBatches(ids, async (some) => creatorsOf((await ask(SheetCreators, { ids: some })).nodes)),
    overlaps(items),
    isSafe ? null : competitorsOf(list),
  ]);
  const rows = items.map((item): SheetItem => {
    const { creator, format, price } = item;
    const known = terms.get(creator.id);
    const rest = more.get(creator.id);
    return {
      ...item,
      ...(isSafe ? hidden : priced(item, known)),
      ...watched(known),
      ...audience(rest),
      key: isSafe ? rowCode(list.id, creator.id) : creator.key,
      // Remarks may hold names and prices.
      reason: isSafe ? null : item.reason,
      note: isSafe ? null : item.note,
      name: nameOf(creator),
      link: isSafe ? null : `${location.origin}/creators/${encodeURIComponent(creator.key)}`,
      platform: creator.platforms[0]?.name ?? null,
      region: creator.region,
      category: creator.categories[0]?.name ?? null,
      tier: creator.followers === null ? null : t(tierWord[tierOf(creator.followers)]),
      followers: creator.followers,
      format,
      price: isSafe ? null : (price ?? (format && priceOf(creator, format))),
      ctr: creator.performance.ctr,
      competitors: competitors && rest ? workedFor(rest, competitors) : null,
      overlap: overlapping.get(creator.id) ?? null,
      taken: known ? takenText(known, t) : null,
      days: days.map((day) => known?.availability.find((slot) => slot.from <= day && day <= slot.to)?.state ?? 'FREE'),
    };
  });
  const made = today();
  const blob = await writeFile(sheetPages(title, rows, t, made, days)).toBlob();
  save(`${title} ${made}.xlsx`, blob);
}

const hidden = { imageText: null, video20: null, video60: null, videoLong: null, live: null, rebate: null, cpm: null, cpe: null };

/** Prices by format and length; where no length is agreed, the asking price of the format. */
function priced({ creator }: Item, terms: Terms | undefined) {
  const rate = (format: 'SHORT_VIDEO' | 'MID_VIDEO', seconds: number) =>
    terms?.rates.find((r) => r.format === format && (r.minSeconds ?? 0) <= seconds && seconds <= (r.maxSeconds ?? Infinity))?.price;
  return {
    imageText: creator.imageText,
    video20: rate('SHORT_VIDEO', 20) ?? null,
    video60: rate('SHORT_VIDEO', 60) ?? creator.shortVideo,
    videoLong: rate('MID_VIDEO', 61) ?? creator.midVideo,
    live: creator.live,
    rebate: terms?.rebate ?? null,
    cpm: creator.performance.cpm,
    cpe: creator.performance.cpe,
  };
}

/** How contents are watched: sponsored ones, or organic ones where there are no sponsored ones. */
function watched(terms: Terms | undefined) {
  const stats = terms?.contentStats;
  const either = (name: 'completion' | 'engagement' | 'hitRate') => stats?.sponsored[name] ?? stats?.organic[name] ?? null;
  return {
    completion: either('completion'),
    engagement: either('engagement'),
    hitRate: either('hitRate'),
    sponsoredViews: stats?.sponsored.medianViews ?? null,
    organicViews: stats?.organic.medianViews ?? null,
  };
}

function audience(more: More | undefined) {
  const top = (dimension: SegmentDimension, count: number) =>
    more?.audience
      .filter((a) => a.segment.dimension === dimension)
      .slice(0, count)
      .map((a) => `${a.segment.name} ${Math.round(a.share * 100)}%`)
      .join(' / ') || null;
  return { gender: top('GENDER', 2), age: top('AGE', 2), places: top('REGION', 3), interests: top('INTEREST', 3) };
}

function workedFor(more: More, competitors: ReadonlySet<string>): string {
  const since = plusDays(today(), -competitionDays);
  return more.brands.edges
    .filter((edge) => competitors.has(edge.brand.id) && edge.last !== null && edge.last >= since)
    .map((edge) => edge.brand.name)
    .join('、');
}

function takenText(terms: Terms, t: Translate): string {
  const taken = terms.availability.filter((slot) => slot.state !== 'FREE');
  if (taken.length === 0) return t('FREE');
  return taken.map((slot) => `${slot.from.slice(5)}–${slot.to.slice(5)} ${t(slot.state)}`).join('; ');
}

/** Reads the answers in a sheet that came back, in whichever language it was made, client-safe or not, and whatever the page shows of the list. */
export async function readSheet(file: File, list: List): Promise<ReviewResult> {
  const { default: readFile } = await import('read-excel-file/universal');
  const [first] = await readFile(file);
  const items = await itemsOf(list, null);
  const [zh, en] = (await Promise.all([loadWords('zh'), loadWords('en')])).map(makeTranslate) as [Translate, Translate];
  return readReview(
    first?.data ?? [],
    { key: [zh('sheetKey'), en('sheetKey')], answer: [zh('sheetAnswer'), en('sheetAnswer')] },
    new Map(items.flatMap(({ creator: { id, key }, note }) => [[key, { id, note }], [rowCode(list.id, id), { id, note }]] as const)),
  );
}
