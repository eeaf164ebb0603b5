// Days as the API writes them, YYYY-MM-DD, counted in UTC so that no clock change moves one.

const millisecondsOfDay = 86_400_000;

/** The number of a day since 1970. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay);
}

/** The day of a number. */
export function dayOf(number: number): string {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Today, where the reader is. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day a number of days later. */
export function plusDays(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}

/** The first day of the month of a day, a number of months later. */
export function monthOf(day: string, later = 0): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const at = new Date(Date.UTC(year, month - 1 + later, 1));
  return at.toISOString().slice(0, 10);
}

/** All days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => dayOf(first + i));
}

/** The day's place in a week that begins on Monday, 0 to 6. */
export function weekday(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** All months, YYYY-MM, from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(`${from}-01`); month.slice(0, 7) <= to; month = monthOf(month, 1)) months.push(month.slice(0, 7));
  return months;
}
