import { expect, it } from 'vitest';

import { slotOf, weeksOf } from './weeks';

it('begins weeks on Mondays and covers the campaign, at most twelve', () => {
  expect(weeksOf('2026-12-02', '2026-12-15')).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
  expect(weeksOf('2026-01-01', '2026-12-31')).toHaveLength(12);
  expect(weeksOf(null, '2026-12-31')).toEqual([]);
});

it('gives a week the state of its most taken day, and to the campaign itself what is its own', () => {
  const slots = [
    { from: '2026-11-30', to: '2026-12-03', state: 'FREE' as const, campaign: null },
    { from: '2026-12-04', to: '2026-12-08', state: 'HELD' as const, campaign: null },
    { from: '2026-12-09', to: '2026-12-20', state: 'BOOKED' as const, campaign: { id: 'this' } },
  ];
  expect(slotOf(slots, '2026-11-30', 'this', false)).toBe('HELD');
  expect(slotOf(slots, '2026-12-14', 'this', false)).toBe('OURS');
  expect(slotOf(slots, '2026-12-14', 'other', false)).toBe('BOOKED');
  expect(slotOf(slots.slice(0, 1), '2026-11-30', 'this', false)).toBe('FREE');
});

it('gives the campaign the free weeks of who accepted, and not those that somebody else has', () => {
  const slots = [
    { from: '2026-12-14', to: '2026-12-20', state: 'FREE' as const, campaign: null },
    { from: '2026-12-21', to: '2026-12-27', state: 'BOOKED' as const, campaign: { id: 'other' } },
  ];
  expect(slotOf(slots, '2026-12-14', 'this', true)).toBe('OURS');
  expect(slotOf(slots, '2026-12-21', 'this', true)).toBe('BOOKED');
});
