import type {
  BriefInput,
  ContentFormat,
  Objective,
  PlanConstraints,
  PlanGoal,
  PlanRisk,
  TierShare,
} from '../api/generated/types';
import { formats } from '../finder/search';

// What a plan is asked for; all of it stands in the address, so that a link is a plan.

/** The steps from a brief to a result, in their order. */
export const steps = ['match', 'plan', 'compare', 'offer', 'invite', 'live', 'review'] as const;

export type Step = (typeof steps)[number];

/** Sizes of creators with the bounds that the trade uses: from so many followers, and below. */
export const sizes = {
  head: [1_000_000, null],
  waist: [100_000, 1_000_000],
  tail: [10_000, 100_000],
  koc: [0, 10_000],
} as const satisfies Record<string, readonly [from: number, below: number | null]>;

export type Size = keyof typeof sizes;

export const sizeNames = Object.keys(sizes) as Size[];

/** Limits on one size: shares of the budget of 0 to 1, and numbers of creators. */
export type SizeLimit = Pick<TierShare, 'minShare' | 'maxShare' | 'minCreators' | 'maxCreators'>;

export const objectives: readonly Objective[] = ['AWARENESS', 'CONSIDERATION', 'CONVERSION'];
export const goals: readonly PlanGoal[] = ['REACH', 'IMPRESSIONS', 'CLICKS', 'CONVERSIONS'];
export const risks: readonly PlanRisk[] = ['EXPECTED', 'CAUTIOUS'];

/** Money is in fen, shares are 0 to 1, creators and brands are ids, the rest are keys. */
export interface PlanSearch {
  step?: Step;
  // the brief
  brand?: string;
  objective?: Objective;
  categories?: string[];
  segments?: string[];
  formats?: ContentFormat[];
  platforms?: string[];
  regions?: string[];
  budget?: number;
  maxFee?: number;
  minFollowers?: number;
  maxFollowers?: number;
  starts?: string;
  ends?: string;
  /** Leave out who lately worked for a competitor of `brand`. */
  noRivals?: true;
  // the plan
  /** What this plan may cost; the brief's budget unless the slider was moved. */
  spend?: number;
  most?: number;
  goal?: PlanGoal;
  risk?: PlanRisk;
  effort?: number;
  locked?: string[];
  /** Those of `locked` whom the plan itself proposed in the place of somebody else. */
  standIns?: string[];
  excluded?: string[];
  limits?: Partial<Record<Size, SizeLimit>>;
  perAgency?: number;
  perCategory?: number;
  reserve?: number;
  minAcceptance?: number;
  maxFrequency?: number;
  /** What may be spent on a platform at most. */
  perPlatform?: Record<string, number>;
  /** What creators are offered where it is not what they ask, by id. */
  offers?: Record<string, number>;
  /** The key of the campaign that is planned; without it, it is a new one. */
  campaign?: string;
  /** The share of places that is drawn by chance. */
  explore?: number;
  /** Plans to compare: the ids of their creators. */
  plans?: string[][];
}

export const defaultBudget = 10_000_000;
export const defaultMost = 20;

const lists = ['categories', 'segments', 'platforms', 'regions', 'locked', 'standIns', 'excluded'] as const;
/** How long a plan is searched for unless more is asked, in milliseconds: the API's default. */
export const usualEffort = 15;

const wholes = ['budget', 'spend', 'maxFee', 'minFollowers', 'maxFollowers', 'most', 'perAgency', 'perCategory', 'effort'] as const;
const shares = ['reserve', 'minAcceptance', 'explore'] as const;

/** Reads the parameters of an address; what makes no sense is left out. */
export function readPlan(raw: Record<string, unknown>): PlanSearch {
  const search: PlanSearch = {};
  for (const name of lists) {
    const values = texts(raw[name]);
    if (values.length > 0) search[name] = values;
  }
  for (const name of wholes) {
    const value = raw[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) search[name] = value;
  }
  for (const name of shares) {
    const value = raw[name];
    if (typeof value === 'number' && value >= 0 && value <= 1) search[name] = value;
  }
  for (const name of ['starts', 'ends'] as const) {
    const value = raw[name];
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) search[name] = value;
  }
  const chosen = texts(raw['formats']).filter((f): f is ContentFormat => formats.includes(f as ContentFormat));
  if (chosen.length > 0) search.formats = chosen;
  for (const name of ['brand', 'campaign'] as const) {
    const value = raw[name];
    if (typeof value === 'string' && value !== '') search[name] = value;
  }
  if (raw['noRivals'] === true) search.noRivals = true;
  if (typeof raw['maxFrequency'] === 'number' && raw['maxFrequency'] >= 1) search.maxFrequency = raw['maxFrequency'];
  search.step = one(raw['step'], steps);
  search.objective = one(raw['objective'], objectives);
  search.goal = one(raw['goal'], goals);
  search.risk = one(raw['risk'], risks);
  const limits = readLimits(raw['limits']);
  if (limits) search.limits = limits;
  const perPlatform = numbers(raw['perPlatform']);
  if (perPlatform) search.perPlatform = perPlatform;
  const offers = numbers(raw['offers']);
  if (offers) search.offers = offers;
  if (Array.isArray(raw['plans'])) {
    const plans = raw['plans'].map(texts).filter((plan) => plan.length > 0);
    if (plans.length > 0) search.plans = plans.slice(0, 6);
  }
  return defined(search);
}

function one<Value extends string>(value: unknown, of: readonly Value[]): Value | undefined {
  return of.includes(value as Value) ? (value as Value) : undefined;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).filter((v): v is string => typeof v === 'string' && v !== '');
}

function numbers(value: unknown): Record<string, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const pairs = Object.entries(value).filter((pair): pair is [string, number] => typeof pair[1] === 'number' && pair[1] >= 0);
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

function readLimits(value: unknown): PlanSearch['limits'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const limits = sizeNames.flatMap((size) => {
    const limit = numbers((value as Record<string, unknown>)[size]);
    return limit ? [[size, limit] as const] : [];
  });
  return limits.length > 0 ? (Object.fromEntries(limits) as PlanSearch['limits']) : undefined;
}

/** Without the fields that are undefined, so that they do not stand in the address. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

/** Whether the brief says enough to be matched: a category or a segment. */
export function isBriefed(search: PlanSearch): boolean {
  return Boolean(search.categories?.length || search.segments?.length);
}

/** The API's brief. */
export function briefOf(search: PlanSearch): BriefInput {
  const { brand, objective, categories, segments, formats: wanted, platforms, regions, budget, maxFee } = search;
  const { minFollowers, maxFollowers, starts, ends, noRivals } = search;
  return defined({
    brand,
    objective: objective ?? 'AWARENESS',
    categories,
    targetSegments: segments,
    formats: wanted,
    platforms,
    regions,
    budget: budget ?? defaultBudget,
    maxFee,
    minFollowers,
    maxFollowers,
    starts,
    ends,
    excludeCompetitorsOf: noRivals ? brand : undefined,
  });
}

/** The API's constraints; null when there are none. */
export function constraintsOf(search: PlanSearch): PlanConstraints | null {
  const tiers = sizeNames.flatMap((size): TierShare[] => {
    const limit = search.limits?.[size];
    if (!limit) return [];
    const [minFollowers, maxFollowers] = sizes[size];
    return [{ minFollowers, ...(maxFollowers !== null && { maxFollowers }), ...limit }];
  });
  const platforms = Object.entries(search.perPlatform ?? {}).map(([platform, max]) => ({ platform, max }));
  const constraints = defined<PlanConstraints>({
    locked: search.locked,
    excluded: search.excluded,
    tiers: tiers.length > 0 ? tiers : undefined,
    platforms: platforms.length > 0 ? platforms : undefined,
    maxPerAgency: search.perAgency,
    maxPerCategory: search.perCategory,
    reserve: search.reserve,
    minAcceptance: search.minAcceptance,
    maxFrequency: search.maxFrequency,
    explore: search.explore,
  });
  return Object.keys(constraints).length > 0 ? constraints : null;
}

/** What planCampaign is asked. */
export function planOf(search: PlanSearch) {
  return {
    brief: briefOf(search),
    budget: search.spend ?? search.budget ?? defaultBudget,
    most: search.most ?? defaultMost,
    constraints: constraintsOf(search),
    goal: search.goal ?? ('REACH' as const),
    risk: search.risk ?? ('EXPECTED' as const),
    effort: search.effort ?? usualEffort,
  };
}

/** A list with a value in it, or not any more; undefined when it is empty. */
export function toggled(list: readonly string[] | undefined, value: string): string[] | undefined {
  const next = list?.includes(value) ? list.filter((v) => v !== value) : [...(list ?? []), value];
  return next.length > 0 ? next : undefined;
}

/** The search with a creator locked, excluded or neither; never both. */
export function placed(search: PlanSearch, creator: string, where: 'locked' | 'excluded' | null): PlanSearch {
  const without = (list?: string[]) => {
    const rest = list?.filter((id) => id !== creator);
    return rest?.length ? rest : undefined;
  };
  const next = { ...search, locked: without(search.locked), standIns: without(search.standIns), excluded: without(search.excluded) };
  if (where) next[where] = [...(next[where] ?? []), creator];
  return next;
}

/** The search with one of a plan's creators left out and a stand-in, whom the plan proposed, locked in its place. */
export function stoodIn(search: PlanSearch, away: string, by: string): PlanSearch {
  const next = placed(placed(search, away, 'excluded'), by, 'locked');
  return { ...next, standIns: [...(next.standIns ?? []), by] };
}

/** Where in the form an error belongs: the field that its path names; null when it names none. */
export function fieldOf(path: readonly (string | number)[]): string | null {
  const at = path.findIndex((part) => part === 'brief' || part === 'constraints');
  const name = at >= 0 ? path[at + 1] : path[path.length - 1];
  return typeof name === 'string' ? name : null;
}

/** The steps that stand on a campaign's own page. */
export const campaignSteps = ['invite', 'live', 'review'] as const;

/** Which step of a campaign's page is shown; its live totals unless another is chosen. */
export interface CampaignSearch {
  step?: (typeof campaignSteps)[number];
}

export function readCampaign(raw: Record<string, unknown>): CampaignSearch {
  const step = one(raw['step'], campaignSteps);
  return step ? { step } : {};
}
