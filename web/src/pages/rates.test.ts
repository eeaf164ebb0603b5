import { describe, expect, it } from 'vitest';

import type { RatePartsFragment } from '../api/generated/types';
import { rateLines } from './rates';

const rate = (price: number, since: string | null, maxSeconds: number | null = 20, until: string | null = null): RatePartsFragment => ({
  format: 'SHORT_VIDEO',
  minSeconds: null,
  maxSeconds,
  price,
  since,
  until,
});

describe('the rates of a creator', () => {
  it('stand by format and length, each with its course and the price before', () => {
    const now = rate(300, '2026-06-01');
    const next = rate(400, '2027-01-01');
    const first = rate(100, null);
    const second = rate(200, '2026-01-01');
    const long = rate(900, '2026-01-01', 60);
    const [short, longer] = rateLines([now, long], [next, now, second, long, first]);
    expect(short).toMatchObject({ today: now, before: second, course: [first, second, now, next] });
    expect(longer).toMatchObject({ today: long, before: null, course: [long] });
  });

  it('tell what is not offered any more, with its last price', () => {
    const gone = rate(100, '2025-01-01', 20, '2025-12-31');
    expect(rateLines([], [gone])).toMatchObject([{ today: null, before: gone }]);
  });
});
