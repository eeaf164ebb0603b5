import { expect, it } from 'vitest';

import { bySize } from './bySize';

it('sums the results of each size, the largest first, and leaves out what is not known', () => {
  const result = (followers: number | null, fee: number | null, impressions: number | null, clicks: number | null, roi: number | null) => ({ fee, impressions, clicks, roi, creator: { followers } });
  expect(
    bySize([
      result(500, 100, 1_000, 10, 1),
      result(9_999, 300, null, 20, null),
      result(2_000_000, 8_000, 40_000, 100, 0.25),
      result(3_000_000, 2_000, 10_000, 100, 1.5),
      result(null, null, null, null, null),
    ]),
  ).toEqual([
    { size: 'head', participations: 2, fee: 10_000, cpm: 200, ctr: 0.004, roi: 0.5 },
    { size: 'koc', participations: 2, fee: 400, cpm: 100, ctr: 0.01, roi: 1 },
    { size: null, participations: 1, fee: null, cpm: null, ctr: null, roi: null },
  ]);
});
