import { expect, it } from 'vitest';

import { drops, orderedDrops } from './drop';

it('names first whom to leave out: the least reach lost, then the most money saved', () => {
  const found = drops(
    [
      { id: 'a', followers: 1_000, unique: 0.9, price: 100 },
      { id: 'b', followers: 200, unique: 0.5, price: 100 },
      { id: 'c', followers: 1_000, unique: 0.1, price: 500 },
      { id: 'd', followers: 100, unique: 1, price: null },
    ],
    2_000,
  );
  expect(found.map((d) => d.id)).toEqual(['c', 'b', 'd', 'a']);
  expect(found[0]).toEqual({ id: 'c', lost: 100, lostShare: 0.05, saved: 500, perHead: 5 });
  expect(orderedDrops(found, 'perHead').map((d) => d.id)).toEqual(['c', 'b', 'a', 'd']);
});
