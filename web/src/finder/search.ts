import type {
  ContentFormat,
  CreatorFilter,
  CreatorOrder,
  CreatorOrderField,
} from '../api/generated/types';
import { isTier, tiers, type Tier } from '../entity/tier';

/** The properties whose values can be chosen, each beside its count. */
export const facets = ['category', 'platform', 'region', 'tier', 'gender', 'agency'] as const;

export type Facet = (typeof facets)[number];

/** Conditions that are no choice among values. */
export const ranges = ['text', 'followers', 'price', 'available', 'rebate'] as const;

/** All that one search can ask for. */
export type Condition = Facet | (typeof ranges)[number];

/** The parameters that make up a condition. */
const parts: Record<(typeof ranges)[number], readonly (keyof FinderSearch)[]> = {
  text: ['text'],
  followers: ['minFollowers', 'maxFollowers'],
  price: ['minPrice', 'maxPrice'],
  available: ['freeFrom', 'freeTo'],
  rebate: ['minRebate'],
};

/** What the creator search looks for; all of it stands in the address. */
export interface FinderSearch extends Partial<Record<Facet, string[]>> {
  text?: string;
  minFollowers?: number;
  maxFollowers?: number;
  format?: ContentFormat;
  /** Of one piece of `format`, in fen. */
  maxPrice?: number;
  /** Of one piece of `format`, in fen. */
  minPrice?: number;
  /** Free on every day from this one to `freeTo`. */
  freeFrom?: string;
  freeTo?: string;
  /** At least this share comes back, 0.1 for 10 %. */
  minRebate?: number;
  /** Orders after the first, such as CPM or -FOLLOWERS, which begins with the largest. */
  then?: string[];
  sort?: Sort;
  ascending?: true;
}

/** The formats of contents, in the order in which the page lists them. */
export const formats: readonly ContentFormat[] = ['SHORT_VIDEO', 'MID_VIDEO', 'IMAGE_TEXT', 'LIVE'];

/** What creators can be ordered by, in the order in which the page lists it. */
export const sorts = ['FOLLOWERS', 'PRICE', 'CPM', 'CAMPAIGNS', 'BRANDS', 'SPEND', 'GROWTH', 'NAME'] as const satisfies CreatorOrderField[];

export type Sort = (typeof sorts)[number];

function isSort(value: unknown): value is Sort {
  return (sorts as readonly unknown[]).includes(value);
}

/** One order of several. */
export interface Order {
  field: Sort;
  isDescending: boolean;
}

/** The search in other orders, the most significant first. */
export function ordered(search: FinderSearch, first: Order, then: readonly Order[]): FinderSearch {
  const rest = { ...search, sort: first.field };
  delete rest.ascending;
  delete rest.then;
  const texts = then
    .filter((order, i) => order.field !== first.field && then.findIndex((o) => o.field === order.field) === i)
    .map(({ field, isDescending }) => (isDescending ? '-' : '') + field);
  return { ...rest, ...(!first.isDescending && { ascending: true as const }), ...(texts.length > 0 && { then: texts }) };
}

/** All orders of a search, the most significant first; by followers unless another is chosen. */
export function ordersOf(search: FinderSearch): Order[] {
  const then = (search.then ?? []).map((text) => ({ field: text.replace('-', '') as Sort, isDescending: text.startsWith('-') }));
  return [{ field: search.sort ?? 'FOLLOWERS', isDescending: !search.ascending }, ...then];
}

export const defaultFormat: ContentFormat = 'SHORT_VIDEO';

/** Reads the parameters of an address; what makes no sense is left out. */
export function readSearch(raw: Record<string, unknown>): FinderSearch {
  const search: FinderSearch = {};
  for (const facet of facets) {
    const values = texts(raw[facet]);
    if (values.length > 0) search[facet] = values;
  }
  const text = raw['text'];
  if (typeof text === 'string' && text.trim()) search.text = text;
  for (const name of ['minFollowers', 'maxFollowers', 'minPrice', 'maxPrice'] as const) {
    const value = Number(raw[name]);
    if (raw[name] !== undefined && Number.isSafeInteger(value) && value >= 0) search[name] = value;
  }
  if (formats.includes(raw['format'] as ContentFormat)) search.format = raw['format'] as ContentFormat;
  const rebate = Number(raw['minRebate']);
  if (raw['minRebate'] !== undefined && rebate > 0 && rebate <= 1) search.minRebate = rebate;
  for (const name of ['freeFrom', 'freeTo'] as const) {
    const day = raw[name];
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) search[name] = day;
  }
  if (isSort(raw['sort'])) search.sort = raw['sort'];
  const then = texts(raw['then']).filter((text, i, all) => {
    const field = text.replace('-', '');
    return isSort(field) && field !== (search.sort ?? 'FOLLOWERS') && all.findIndex((x) => x.replace('-', '') === field) === i;
  });
  if (then.length > 0) search.then = then;
  if (raw['ascending'] === true || raw['ascending'] === 'true') search.ascending = true;
  return search;
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.filter((v): v is string => typeof v === 'string' && v !== '');
}

/** The days of a search on which a creator has to be free; null when none are named, or make no period. */
export function periodOf({ freeFrom, freeTo }: FinderSearch): { from: string; to: string } | null {
  const from = freeFrom ?? freeTo;
  const to = freeTo ?? freeFrom;
  if (!from || !to || to < from || (Date.parse(to) - Date.parse(from)) / 86_400_000 > 400) return null;
  return { from, to };
}

/** The API's filter for a search, without one of its conditions. */
export function filterOf(search: FinderSearch, without?: Condition): CreatorFilter {
  const chosen = (facet: Facet) => (facet === without ? undefined : search[facet]);
  const filter: CreatorFilter = {};
  const categories = chosen('category');
  const platforms = chosen('platform');
  const regions = chosen('region');
  const genders = chosen('gender');
  const agencies = chosen('agency');
  const sizes = chosen('tier');
  if (categories) filter.categories = categories;
  if (platforms) filter.platforms = platforms;
  if (regions) filter.regions = regions;
  if (genders) filter.genders = genders;
  if (agencies) filter.agencies = agencies;
  if (sizes) filter.OR = sizes.filter(isTier).map((tier) => ({ followers: range(tier) }));
  if (search.text && without !== 'text') filter.name = { contains: search.text.trim() };
  if (without !== 'followers') {
    const followers = between(search.minFollowers, search.maxFollowers);
    if (followers) filter.followers = followers;
  }
  if (without !== 'price') {
    const price = between(search.minPrice, search.maxPrice);
    if (price) filter.price = { format: search.format ?? defaultFormat, ...price };
  }
  const period = periodOf(search);
  if (period && without !== 'available') filter.available = period;
  if (search.minRebate !== undefined && without !== 'rebate') filter.rebate = { gte: search.minRebate };
  return filter;
}

function between(least: number | undefined, most: number | undefined): { gte?: number; lte?: number } | null {
  if (least === undefined && most === undefined) return null;
  return { ...(least !== undefined && { gte: least }), ...(most !== undefined && { lte: most }) };
}

function range(tier: Tier) {
  const [gte, below] = tiers[tier] as readonly [number, number | null];
  return below === null ? { gte } : { gte, lt: below };
}

/** The API's orders for a search. */
export function orderOf(search: FinderSearch): CreatorOrder[] {
  return ordersOf(search).map(({ field, isDescending }) => ({
    field,
    direction: isDescending ? 'DESC' : 'ASC',
    ...(field === 'PRICE' && { format: search.format ?? defaultFormat }),
  }));
}

/** The search with a value of a facet chosen, or not any more. */
export function toggled(search: FinderSearch, facet: Facet, value: string): FinderSearch {
  const { [facet]: before = [], ...rest } = search;
  const values = before.includes(value) ? before.filter((v) => v !== value) : [...before, value];
  return values.length > 0 ? { ...rest, [facet]: values } : rest;
}

/** The search without one of its conditions. */
export function without(search: FinderSearch, condition: Condition): FinderSearch {
  const rest = { ...search };
  for (const part of isRange(condition) ? parts[condition] : [condition]) delete rest[part];
  return rest;
}

/** The conditions that a search has. */
export function conditionsOf(search: FinderSearch): Condition[] {
  return [...facets, ...ranges].filter((condition) =>
    (isRange(condition) ? parts[condition] : [condition]).some((part) => search[part] !== undefined),
  );
}

function isRange(condition: Condition): condition is (typeof ranges)[number] {
  return condition in parts;
}

/** Whether a search has conditions; an order and a format alone are none. */
export function isFiltered(search: FinderSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}

/** The search without all of its conditions: order and format stay. */
export function withoutConditions(search: FinderSearch): FinderSearch {
  return conditionsOf(search).reduce(without, search);
}
