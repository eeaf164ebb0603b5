import { filterOf, readSearch, type FinderSearch } from '../finder/search';

/** How far ahead the page can look, in days. */
export const horizons = [7, 14, 30, 60, 90] as const;

export type Horizon = (typeof horizons)[number];

/** Whom of the creators that pass a search, and how far ahead. */
export interface RisingSearch extends FinderSearch {
  days?: Horizon;
}

/** Reads the parameters of an address; what makes no sense is left out. */
export function readRising(raw: Record<string, unknown>): RisingSearch {
  const days = horizons.find((d) => d === raw['days']);
  return { ...readSearch(raw), ...(days !== undefined && { days }) };
}

/** What risingCreators is asked; a forecast for 30 days unless another is chosen. */
export function risingOf(search: RisingSearch) {
  const filter = filterOf(search);
  return { days: search.days ?? 30, filter: Object.keys(filter).length > 0 ? filter : null, first: 30 };
}
