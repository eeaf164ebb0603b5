// Which chart a table can be, by the types of its columns.

import { isNumeric, textOf, type Table } from './table';

export type ChartKind = 'bar' | 'line' | 'scatter';

export interface Chart {
  kind: ChartKind;
  /** Places of columns: across, up, and what names a point. */
  x: number;
  y: number;
  label: number;
}

const day = /^\d{4}-\d{2}(-\d{2})?/;

function isDay(table: Table, column: number): boolean {
  const known = table.rows.map((row) => row[column]).filter((value) => value !== null);
  return known.length > 1 && known.every((value) => typeof value === 'string' && day.test(value));
}

/** The charts that fit, the most telling first: a line over days, points of two numbers, bars by name. */
export function chartsOf(table: Table): Chart[] {
  if (table.rows.length < 2) return [];
  const all = table.columns.map((_, i) => i);
  const numbers = all.filter((i) => isNumeric(table, i));
  const days = all.filter((i) => isDay(table, i));
  const others = all.filter((i) => !numbers.includes(i) && !days.includes(i));
  const named = table.columns.findIndex((column) => /name|title|名/i.test(column) && true);
  const label = named >= 0 && others.includes(named) ? named : (others[0] ?? days[0] ?? numbers[0] ?? 0);
  const y = numbers[0];
  if (y === undefined) return [];
  const found: Chart[] = [];
  if (days[0] !== undefined) found.push({ kind: 'line', x: days[0], y, label: days[0] });
  if (others.length > 0) found.push({ kind: 'bar', x: label, y, label });
  if (numbers[1] !== undefined && table.rows.length > 3) found.push({ kind: 'scatter', x: y, y: numbers[1], label });
  if (found.length === 0 && numbers[1] !== undefined) found.push({ kind: 'line', x: y, y: numbers[1], label: y });
  return found;
}

export interface ChartPoint {
  at: number;
  value: number;
  label: string;
}

/** The points of a line or a scatter, from left to right. */
export function pointsOf(table: Table, { kind, x, y, label }: Chart): ChartPoint[] {
  const at = (value: unknown) => (typeof value === 'number' ? value : Date.parse(String(value)));
  const points = table.rows.flatMap((row) => {
    const value = row[y];
    if (typeof value !== 'number' || row[x] === null) return [];
    return [{ at: at(row[x]), value, label: textOf(row[label]) }];
  });
  return kind === 'line' ? points.filter((p) => Number.isFinite(p.at)).sort((a, b) => a.at - b.at) : points;
}

/** Round numbers that cover a range, at most six. */
export function ticksOf(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step + 1e-9) + 1 }, (_, i) => Number((first + i * step).toPrecision(12)));
}
