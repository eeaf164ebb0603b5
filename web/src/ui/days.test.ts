import { expect, it } from 'vitest';

import { daysBetween, monthOf, monthsBetween, plusDays, weekday } from './days';

it('counts days over the ends of months and years', () => {
  expect(plusDays('2026-12-30', 3)).toBe('2027-01-02');
  expect(daysBetween('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(daysBetween('2026-01-02', '2026-01-01')).toEqual([]);
});

it('begins weeks on Monday and months on the first', () => {
  expect(weekday('2026-11-30')).toBe(0);
  expect(weekday('1969-12-28')).toBe(6);
  expect(monthOf('2026-11-30', 2)).toBe('2027-01-01');
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});
