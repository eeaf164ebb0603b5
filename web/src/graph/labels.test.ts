import { expect, it } from 'vitest';

import { beginLabels, placeLabel } from './labels';

const mark = { x: 100, y: 100, size: 10 };

it('a name stands below its mark', () => {
  beginLabels(() => [[100, 100, 10]]);
  expect(placeLabel(mark, 40, 12)).toEqual([80, 113, 120, 125]);
});

it.each([
  ['above, if another mark is below', [[100, 120, 10]], [80, 75, 120, 87]],
  ['to the right, if marks are below and above', [[100, 120, 10], [100, 80, 10]], [114, 94, 154, 106]],
  ['to the left, if marks are on the other sides', [[100, 120, 10], [100, 80, 10], [125, 100, 10]], [46, 94, 86, 106]],
  ['below, if marks are on all sides', [[100, 120, 10], [100, 80, 10], [125, 100, 10], [70, 100, 10]], [80, 113, 120, 125]],
] as const)('it stands %s', (_, others, place) => {
  beginLabels(() => [[100, 100, 10], ...others]);
  expect(placeLabel(mark, 40, 12)).toEqual(place);
});

it('it covers no other name, and is left out where there is no room', () => {
  beginLabels(() => []);
  const places = Array.from({ length: 5 }, () => placeLabel(mark, 40, 12));
  expect(places[4]).toBeUndefined();
  expect(new Set(places.map(String)).size).toBe(5);
});
