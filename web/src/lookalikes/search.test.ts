import { describe, expect, it } from 'vitest';

import { filterOf, readLookalikes, weightsOf } from './search';

describe('the address of a search for lookalikes', () => {
  it('keeps seeds and weights between 0 and 1 and leaves out the rest', () => {
    const search = readLookalikes({ seeds: ['a', 1, 'b'], graph: 0, audience: 2, diversity: 0.5, maxPrice: -1 });
    expect(search).toEqual({ seeds: ['a', 'b'], graph: 0, diversity: 0.5 });
    expect(weightsOf(search)).toEqual({ graph: 0 });
    expect(filterOf(search)).toBeNull();
  });

  it('asks with the learned weights when no slider was moved', () => {
    expect(weightsOf(readLookalikes({ seeds: ['a'] }))).toBeNull();
  });

  it('bounds price and followers', () => {
    expect(filterOf(readLookalikes({ seeds: ['a'], maxPrice: 500_000, maxFollowers: 100_000 }))).toEqual({
      price: { format: 'SHORT_VIDEO', lte: 500_000 },
      followers: { lte: 100_000 },
    });
  });
});
