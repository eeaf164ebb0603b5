import { sizeNames, sizes, type Size } from './search';

export interface Result {
  fee: number | null;
  impressions: number | null;
  clicks: number | null;
  roi: number | null;
  creator: { followers: number | null };
}

/** Totals of the creators of one size; ratios are of sums, over participations that know both numbers. Money is in fen. */
export interface SizeTotals {
  size: Size | null;
  participations: number;
  fee: number | null;
  cpm: number | null;
  ctr: number | null;
  roi: number | null;
}

/** The size of a creator with so many followers. */
export function sizeOf(followers: number | null): Size | null {
  if (followers === null) return null;
  return sizeNames.find((size) => followers >= sizes[size][0]) ?? null;
}

/** A campaign's results by the size of its creators (头 / 腰 / 尾 / 素人), the largest first; those of unknown size last. */
export function bySize(results: readonly Result[]): SizeTotals[] {
  return [...sizeNames, null].flatMap((size): SizeTotals[] => {
    const some = results.filter((r) => sizeOf(r.creator.followers) === size);
    if (some.length === 0) return [];
    const ratio = (over: (r: Result) => number | null, under: (r: Result) => number | null) => {
      const known = some.filter((r) => over(r) !== null && under(r) !== null);
      const below = known.reduce((sum, r) => sum + under(r)!, 0);
      return below > 0 ? known.reduce((sum, r) => sum + over(r)!, 0) / below : null;
    };
    const perImpression = ratio((r) => r.fee, (r) => r.impressions);
    const revenue = ratio((r) => (r.roi === null || r.fee === null ? null : (r.roi + 1) * r.fee), (r) => (r.roi === null ? null : r.fee));
    const fees = some.flatMap((r) => (r.fee === null ? [] : [r.fee]));
    return [
      {
        size,
        participations: some.length,
        fee: fees.length > 0 ? fees.reduce((sum, fee) => sum + fee, 0) : null,
        cpm: perImpression === null ? null : 1000 * perImpression,
        ctr: ratio((r) => r.clicks, (r) => r.impressions),
        roi: revenue === null ? null : revenue - 1,
      },
    ];
  });
}
