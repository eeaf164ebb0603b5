// When a link held: from its own properties, or from the campaign or content at one of its ends.

import type { Months, SceneLink, SceneNode } from './scene';

/** A month as year × 12 + month from 0; null for what is no date. */
export function monthOf(day: unknown): number | null {
  const parts = typeof day === 'string' ? /^(\d{4})-(\d{2})/.exec(day) : null;
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : null;
}

/** 2026-03, which sorts and both languages read. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** A contract that has not ended. */
const open = 9999 * 12;

/** The months of a link; null when it has no date. */
export function monthsOf(link: SceneLink, nodes: ReadonlyMap<string, SceneNode>): Months | null {
  const { properties } = link;
  const since = monthOf(properties?.['since']);
  if (since !== null) return [since, monthOf(properties?.['until']) ?? open];
  for (const end of [link.from, link.to]) {
    const days = nodes.get(end)?.facts?.days;
    const from = monthOf(days?.[0]);
    if (from !== null) return [from, monthOf(days?.[1]) ?? from];
  }
  const last = monthOf(properties?.['last'] ?? properties?.['at']);
  return last === null ? null : [last, last];
}

/** The day of a link as text, from and to where it has both; empty without a date. */
export function daysOf(link: SceneLink, nodes: ReadonlyMap<string, SceneNode>): string {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : '');
  const { properties } = link;
  if (properties?.['since']) return `${text(properties['since'])} – ${text(properties['until'])}`.trim();
  for (const end of [link.from, link.to]) {
    const days = nodes.get(end)?.facts?.days;
    if (days) return days[0].slice(0, 10) === days[1].slice(0, 10) ? text(days[0]) : `${text(days[0])} – ${text(days[1])}`;
  }
  return text(properties?.['last'] ?? properties?.['at']);
}

export function overlaps([from, to]: Months, [first, last]: Months): boolean {
  return from <= last && to >= first;
}

/** How many dated links held in each month, from the first to the last; empty when nothing is dated. */
export function monthCounts(links: readonly SceneLink[], nodes: ReadonlyMap<string, SceneNode>, now: number): { first: number; counts: number[] } {
  const found = links.flatMap((link) => {
    const months = monthsOf(link, nodes);
    return months ? [months] : [];
  });
  if (found.length === 0) return { first: 0, counts: [] };
  const first = Math.min(...found.map(([from]) => from));
  // A contract without an end, or one that ends in years, says nothing of the months to come.
  const last = Math.max(first, ...found.map(([from, to]) => Math.max(from, Math.min(to, now))));
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (const [from, to] of found) for (let month = from; month <= Math.min(to, last); month++) counts[month - first]!++;
  return { first, counts };
}
