import type { RatePartsFragment } from '../api/generated/types';

/** All prices of one format and length: what applies today, and the course that led there, oldest first. */
export interface RateLine {
  id: string;
  format: RatePartsFragment['format'];
  minSeconds: number | null;
  maxSeconds: number | null;
  today: RatePartsFragment | null;
  /** The price before the one of today, or the last one if there is none today. */
  before: RatePartsFragment | null;
  course: RatePartsFragment[];
}

const idOf = (rate: RatePartsFragment) => [rate.format, rate.minSeconds ?? '', rate.maxSeconds ?? ''].join('|');

/** Rates by format and length: those in force first, each with its course. `rates` and `history` are the API's. */
export function rateLines(rates: readonly RatePartsFragment[], history: readonly RatePartsFragment[]): RateLine[] {
  const lines = new Map<string, RateLine>();
  const line = (rate: RatePartsFragment) => {
    const { format, minSeconds, maxSeconds } = rate;
    const known = lines.get(idOf(rate)) ?? { id: idOf(rate), format, minSeconds, maxSeconds, today: null, before: null, course: [] };
    lines.set(known.id, known);
    return known;
  };
  for (const rate of rates) line(rate).today = rate;
  // The history begins with the latest; an unknown beginning is the earliest.
  for (const rate of [...history].reverse()) line(rate).course.push(rate);
  for (const found of lines.values()) {
    const began = found.today?.since ?? '';
    const earlier = found.course.filter((rate) => (found.today ? (rate.since ?? '') < began : true));
    found.before = earlier.at(-1) ?? null;
  }
  return [...lines.values()];
}
