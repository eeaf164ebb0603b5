import { expect, it } from 'vitest';

import { chosenBars, rangeOf } from './bars';

it('turns a brush over bars into a range and back', () => {
  const { least, most } = rangeOf('followers', 3, 5);
  expect([least, most]).toEqual([5_000, 49_999]);
  expect(chosenBars('followers', least, most)).toEqual([3, 5]);
});

it('leaves the ends open where the bars have none', () => {
  expect(rangeOf('price', 0, 11)).toEqual({ least: undefined, most: undefined });
  expect(chosenBars('price', undefined, undefined)).toBeNull();
  expect(chosenBars('price', 30_000, undefined)).toEqual([1, 11]);
});
