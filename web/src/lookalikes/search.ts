import type { CreatorFilter, LookalikeWeights } from '../api/generated/types';

/** The sides of likeness, each with a slider. */
export const sides = ['graph', 'audience', 'content', 'commercial'] as const;

export type Side = (typeof sides)[number];

/** What lookalikes are looked for; all of it stands in the address. */
export interface LookalikeSearch extends Partial<Record<Side, number>> {
  seeds: string[];
  /** 0 to 1: how much the ranking avoids results that resemble each other. */
  diversity?: number;
  /** Of a short video, in fen. */
  maxPrice?: number;
  maxFollowers?: number;
}

/** Reads the parameters of an address; what makes no sense is left out. */
export function readLookalikes(raw: Record<string, unknown>): LookalikeSearch {
  const seeds = Array.isArray(raw['seeds']) ? (raw['seeds'] as unknown[]) : [];
  const search: LookalikeSearch = { seeds: seeds.filter((s): s is string => typeof s === 'string').slice(0, 50) };
  for (const name of [...sides, 'diversity'] as const) {
    const value = raw[name];
    if (typeof value === 'number' && value >= 0 && value <= 1) search[name] = value;
  }
  for (const name of ['maxPrice', 'maxFollowers'] as const) {
    const value = raw[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) search[name] = value;
  }
  return search;
}

/** The weights that were set; a side that was not keeps what was learned. Null when all are at their learned weight. */
export function weightsOf(search: LookalikeSearch): LookalikeWeights | null {
  const set = sides.filter((side) => search[side] !== undefined);
  return set.length > 0 ? Object.fromEntries(set.map((side) => [side, search[side]])) : null;
}

export function filterOf(search: LookalikeSearch): CreatorFilter | null {
  const filter: CreatorFilter = {
    ...(search.maxPrice !== undefined && { price: { format: 'SHORT_VIDEO' as const, lte: search.maxPrice } }),
    ...(search.maxFollowers !== undefined && { followers: { lte: search.maxFollowers } }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
