import { expect, it } from 'vitest';

import { attention } from './attention';

const of = (name: string, fee: number | null, impressions: number | null) => ({ name, fee, impressions });

it('the most money at stake comes first: late, dear and cheap, each by what it is about', () => {
  const found = attention([of('usual', 1_000, 1_000), of('dear', 4_000, 2_000), of('late', 3_000, null), of('cheap', 500, 1_500), of('free', 0, null)], 1_000, true);
  expect(found.map((a) => [a.of.name, a.matter, a.atStake])).toEqual([
    ['late', 'late', 3_000],
    ['dear', 'dear', 2_000],
    ['cheap', 'cheap', 1_000],
  ]);
});

it('nobody is late before the first day, and nothing is dear without a mean', () => {
  expect(attention([of('a', 3_000, null), of('b', 4_000, 2_000)], null, false)).toEqual([]);
});
