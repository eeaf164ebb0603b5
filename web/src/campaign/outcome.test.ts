import { expect, it } from 'vitest';

import { unitCost } from './outcome';
import { halfOf } from '../text/halves';

const known = {
  fee: 100_000, priced: true, impressions: 50_000, impressionsLow: 25_000, impressionsHigh: 100_000,
  ctr: 0.01, ctrLow: 0.005, ctrHigh: 0.02, cvr: 0.05, conversions: 25, gmv: null, cpm: 2_000, roi: null, evidence: 3,
};

it('the interval of CPM is that of impressions, turned round', () => {
  expect(unitCost(known, 'AWARENESS')).toEqual({ low: 1_000, value: 2_000, high: 4_000 });
});

it('a click errs by impressions and by clicks per impression: a factor of 2 each make one of 2^√2', () => {
  const { low, value, high } = unitCost(known, 'CONSIDERATION')!;
  expect(value).toBeCloseTo(200);
  expect(high / value).toBeCloseTo(2 ** Math.SQRT2);
  expect(value / low).toBeCloseTo(2 ** Math.SQRT2);
});

it('nothing is said of what is not known', () => {
  expect(unitCost({ ...known, ctr: null }, 'CONSIDERATION')).toBeNull();
  expect(unitCost({ ...known, cvr: null }, 'CONVERSION')).toBeNull();
});

it('of a sentence in two languages one half is shown, of others all', () => {
  expect(halfOf('属于类目 · In the category', 'zh')).toBe('属于类目');
  expect(halfOf('属于类目 · In the category', 'en')).toBe('In the category');
  expect(halfOf('plain', 'en')).toBe('plain');
});
