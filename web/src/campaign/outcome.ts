import type { MatchFragment, Objective } from '../api/generated/types';

type Outcome = MatchFragment['predicted'];

export interface Interval {
  low: number;
  value: number;
  high: number;
}

/** What an objective pays for. */
export const unitWord = { AWARENESS: 'cpm', CONSIDERATION: 'cpc', CONVERSION: 'cpa' } as const satisfies Record<Objective, string>;

/**
 * The fee for what the objective counts (a thousand impressions, a click, a conversion), in fen, with its 80 % interval; null where
 * it is not known. The logarithms of impressions and of clicks per impression are taken to err independently, so that the sides of
 * their intervals add up as squares; conversions per click have no interval, and theirs is that of clicks.
 */
export function unitCost(p: Outcome, objective: Objective): Interval | null {
  const impressions = interval(p.impressionsLow, p.impressions, p.impressionsHigh);
  if (!impressions) return null;
  if (objective === 'AWARENESS') return costOf(p.fee * 1000, impressions);
  const ctr = interval(p.ctrLow, p.ctr, p.ctrHigh);
  if (!ctr) return null;
  const clicks = product(impressions, ctr);
  if (objective === 'CONSIDERATION') return costOf(p.fee, clicks);
  if (!p.cvr) return null;
  return costOf(p.fee / p.cvr, clicks);
}

function interval(low: number | null, value: number | null, high: number | null): Interval | null {
  if (value === null || value <= 0) return null;
  return { low: low !== null && low > 0 ? low : value, value, high: high ?? value };
}

function product(a: Interval, b: Interval): Interval {
  const value = a.value * b.value;
  const down = Math.hypot(Math.log(a.value / a.low), Math.log(b.value / b.low));
  const up = Math.hypot(Math.log(a.high / a.value), Math.log(b.high / b.value));
  return { low: value * Math.exp(-down), value, high: value * Math.exp(up) };
}

function costOf(fee: number, of: Interval): Interval {
  return { low: fee / of.high, value: fee / of.value, high: fee / of.low };
}
