import { describe, expect, it } from 'vitest';

import { filterOf, isFiltered, orderOf, readSearch, toggled } from './search';

describe('the address of a creator search', () => {
  it('keeps what makes sense and leaves out the rest', () => {
    expect(
      readSearch({
        category: ['cat-1', 7],
        region: 'Beijing',
        minFollowers: '1000',
        maxPrice: -1,
        format: 'SONG',
        sort: 'CPM',
        ascending: 'true',
        text: '  ',
      }),
    ).toEqual({ category: ['cat-1'], region: ['Beijing'], minFollowers: 1000, sort: 'CPM', ascending: true });
  });

  it('has no conditions when only an order is chosen', () => {
    expect(isFiltered(readSearch({ sort: 'CPM' }))).toBe(false);
    expect(isFiltered(readSearch({ text: '美妆' }))).toBe(true);
  });
});

describe('the filter of a creator search', () => {
  const search = readSearch({ category: ['cat-1'], tier: ['MID', 'MEGA', 'HUGE'], maxPrice: 500_000, text: ' 美妆 ' });

  it('takes sizes as ranges that touch and do not overlap', () => {
    expect(filterOf(search)).toEqual({
      categories: ['cat-1'],
      OR: [{ followers: { gte: 20_000, lt: 100_000 } }, { followers: { gte: 1_000_000 } }],
      name: { contains: '美妆' },
      price: { format: 'SHORT_VIDEO', lte: 500_000 },
    });
  });

  it('leaves out the facet whose values are counted', () => {
    expect(filterOf(search, 'category').categories).toBeUndefined();
    expect(filterOf(search, 'tier').OR).toBeUndefined();
    expect(filterOf(search, 'tier').categories).toEqual(['cat-1']);
  });

  it('chooses a value and takes it back', () => {
    const chosen = toggled({}, 'region', 'Beijing');
    expect(chosen).toEqual({ region: ['Beijing'] });
    expect(toggled(chosen, 'region', 'Beijing')).toEqual({});
  });

  it('orders by the price of the chosen format', () => {
    expect(orderOf({})).toEqual([{ field: 'FOLLOWERS', direction: 'DESC' }]);
    expect(orderOf({ sort: 'PRICE', ascending: true, format: 'LIVE' })).toEqual([
      { field: 'PRICE', direction: 'ASC', format: 'LIVE' },
    ]);
  });
});
