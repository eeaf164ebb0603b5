import { describe, expect, it } from 'vitest';

import { briefOf, constraintsOf, fieldOf, placed, planOf, readPlan, stoodIn } from './search';

describe('readPlan', () => {
  it('keeps what makes sense and leaves out the rest', () => {
    const read = readPlan({
      step: 'plan',
      objective: 'FAME',
      categories: ['home', 7, ''],
      budget: 5_000_000,
      reserve: 1.5,
      starts: '2026-12-01',
      ends: 'soon',
      limits: { head: { minShare: 0.3, maxShare: 'x' }, giant: { minShare: 1 } },
      plans: [['a', 'b'], []],
    });
    expect(read).toEqual({
      step: 'plan',
      categories: ['home'],
      budget: 5_000_000,
      starts: '2026-12-01',
      limits: { head: { minShare: 0.3 } },
      plans: [['a', 'b']],
    });
  });

  it('reads its own result unchanged', () => {
    const once = readPlan({ categories: ['home'], locked: ['x'], perPlatform: { douyin: 100 }, noRivals: true });
    expect(readPlan(once as Record<string, unknown>)).toEqual(once);
  });
});

describe('what the API is asked', () => {
  it('names only what was said', () => {
    expect(briefOf({ categories: ['home'] })).toEqual({ objective: 'AWARENESS', categories: ['home'], budget: 10_000_000 });
    expect(constraintsOf({ categories: ['home'] })).toBeNull();
  });

  it('gives sizes their bounds, the largest without an end', () => {
    const constraints = constraintsOf({ limits: { head: { maxCreators: 1 }, koc: { minShare: 0.1 } } });
    expect(constraints?.tiers).toEqual([
      { minFollowers: 1_000_000, maxCreators: 1 },
      { minFollowers: 0, maxFollowers: 10_000, minShare: 0.1 },
    ]);
  });

  it('leaves out competitors only of the brand that is chosen', () => {
    expect(briefOf({ brand: 'b', noRivals: true }).excludeCompetitorsOf).toBe('b');
    expect(planOf({ noRivals: true }).brief.excludeCompetitorsOf).toBeUndefined();
  });
});

describe('placed', () => {
  it('never leaves a creator both locked and excluded', () => {
    const locked = placed({ excluded: ['x'] }, 'x', 'locked');
    expect(locked).toMatchObject({ locked: ['x'], excluded: undefined });
    expect(placed(locked, 'x', null)).toMatchObject({ locked: undefined, excluded: undefined });
  });
});

describe('stoodIn', () => {
  it('locks the stand-in as one that the plan proposed, until it is placed by hand', () => {
    const search = stoodIn({ locked: ['x'] }, 'x', 'y');
    expect(search).toMatchObject({ locked: ['y'], standIns: ['y'], excluded: ['x'] });
    expect(readPlan(search as Record<string, unknown>)).toEqual(search);
    expect(placed(search, 'y', 'locked')).toMatchObject({ locked: ['y'], standIns: undefined });
  });
});

describe('fieldOf', () => {
  it('finds the field that an error names', () => {
    expect(fieldOf(['planCampaign', 'constraints', 'tiers', 0, 'minShare'])).toBe('tiers');
    expect(fieldOf(['matchCreators', 'brief', 'regions'])).toBe('regions');
    expect(fieldOf(['planCampaign', 'budget'])).toBe('budget');
    expect(fieldOf([])).toBeNull();
  });
});
