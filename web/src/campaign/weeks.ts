import type { SlotState } from '../api/generated/types';

// The schedule (排期) by week.

const day = 86_400_000;

/** How many weeks the schedule shows at most. */
const mostWeeks = 12;

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The day some days after another. */
export function plusDays(date: string, days: number): string {
  return isoOf(Date.parse(date) + days * day);
}

/** The Mondays of the weeks from one day to another; empty when either is unknown. */
export function weeksOf(starts: string | null, ends: string | null): string[] {
  if (!starts || !ends) return [];
  const first = Date.parse(starts);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * day;
  const weeks: string[] = [];
  for (let at = monday; at <= Date.parse(ends) && weeks.length < mostWeeks; at += 7 * day) weeks.push(isoOf(at));
  return weeks;
}

export interface Slot {
  from: string;
  to: string;
  state: SlotState;
  campaign: { id: string } | null;
}

/** How a creator's week stands; OURS is booked or held for the campaign itself. */
export type WeekState = SlotState | 'OURS';

/**
 * The most taken state of the days of a week; that of the campaign itself goes before all. Who accepted works for the campaign in
 * each week in which nobody else holds or books the creator.
 */
export function slotOf(slots: readonly Slot[], monday: string, campaign: string, hasAccepted: boolean): WeekState {
  const sunday = plusDays(monday, 6);
  const within = slots.filter((s) => s.from <= sunday && s.to >= monday);
  if (within.some((s) => s.campaign?.id === campaign)) return 'OURS';
  if (within.some((s) => s.state === 'BOOKED')) return 'BOOKED';
  if (within.some((s) => s.state === 'HELD')) return 'HELD';
  return hasAccepted ? 'OURS' : 'FREE';
}
