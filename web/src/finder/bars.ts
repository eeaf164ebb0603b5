import { CreatorHistogram } from '../api/generated/documents';
import type { CreatorFilter, CreatorHistogramQuery } from '../api/generated/types';
import { useAsk, type Asked } from '../api/ask';
import { defaultFormat, filterOf, type FinderSearch } from './search';

export type Measure = 'followers' | 'price';

/** Where bars begin, twelve of each: followers, and prices in fen. The last bar has no end. */
export const bounds: Record<Measure, readonly number[]> = {
  followers: [0, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000],
  price: [0, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000],
};

export interface Bar {
  from: number;
  /** The next bar's beginning; null for the last. */
  below: number | null;
  count: number;
}

const names = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9', 'b10', 'b11'] as const satisfies (keyof CreatorHistogramQuery)[];

/** Counts the creators of a search by followers or price, leaving out its own condition on it. */
export function useHistogram(search: FinderSearch, of: Measure, isWaiting: boolean): { asked: Asked<CreatorHistogramQuery>; bars: Bar[] | null } {
  const others = filterOf(search, of);
  const at = (i: number): CreatorFilter => {
    const gte = bounds[of][i]!;
    const next = bounds[of][i + 1];
    // Prices are whole fen, so the end of a bar is one less than the next one's beginning.
    const here: CreatorFilter =
      of === 'followers'
        ? { followers: { gte, ...(next !== undefined && { lt: next }) } }
        : { price: { format: search.format ?? defaultFormat, gte, ...(next !== undefined && { lte: next - 1 }) } };
    return { AND: [others, here] };
  };
  const asked = useAsk(CreatorHistogram, Object.fromEntries(names.map((name, i) => [name, at(i)])), { off: isWaiting });
  const { data } = asked;
  return {
    asked,
    bars: data ? names.map((name, i) => ({ from: bounds[of][i]!, below: bounds[of][i + 1] ?? null, count: data[name].totalCount })) : null,
  };
}

/** The bars that a range touches, as places; null when the range is open. */
export function chosenBars(of: Measure, least: number | undefined, most: number | undefined): [first: number, last: number] | null {
  if (least === undefined && most === undefined) return null;
  const all = bounds[of];
  const place = (value: number) => Math.max(0, all.findLastIndex((from) => from <= value));
  return [least === undefined ? 0 : place(least), most === undefined ? all.length - 1 : place(most)];
}

/** The range that bars span: the first one's beginning, and the last one's end where it has one. */
export function rangeOf(of: Measure, first: number, last: number): { least: number | undefined; most: number | undefined } {
  const next = bounds[of][last + 1];
  return { least: first === 0 ? undefined : bounds[of][first], most: next === undefined ? undefined : next - 1 };
}
