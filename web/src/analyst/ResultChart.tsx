import { useState } from 'react';

import { useSettings } from '../shell/settings';
import { Select } from '../ui/Field';
import { ShareBars } from '../ui/ShareBars';
import { chartsOf, pointsOf, ticksOf, type Chart, type ChartKind } from './chart';
import styles from './ResultChart.module.css';
import { textOf, type Table } from './table';

const mostBars = 40;
const width = 720;
const height = 320;
const margin = { left: 64, right: 16, top: 12, bottom: 32 };

/** A table as bars, a line or points, whichever its columns allow. The table is its twin for who does not see it. */
export function ResultChart({ table }: { table: Table }) {
  const { t, format } = useSettings();
  const charts = chartsOf(table);
  const [kind, setKind] = useState<ChartKind | null>(null);
  const chart = charts.find((c) => c.kind === kind) ?? charts[0];
  if (!chart) return null;
  const words = { bar: t('chartBar'), line: t('chartLine'), scatter: t('chartScatter') };
  const title = t('chartOf', table.columns[chart.y]!, table.columns[chart.x]!);
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['caption']}>
        <span>{title}</span>
        {charts.length > 1 && (
          <Select label={t('chartKind')} isLabelHidden value={chart.kind} options={charts.map((c) => ({ value: c.kind, label: words[c.kind] }))} onChange={setKind} />
        )}
      </figcaption>
      {chart.kind === 'bar' ? <Bars table={table} chart={chart} /> : <Plot table={table} chart={chart} title={title} />}
      {chart.kind === 'bar' && table.rows.length > mostBars && (
        <p className={styles['note']}>{t('chartFirst', format.whole(mostBars), format.whole(table.rows.length))}</p>
      )}
    </figure>
  );
}

function Bars({ table, chart }: { table: Table; chart: Chart }) {
  const { format } = useSettings();
  const rows = table.rows.slice(0, mostBars);
  const most = Math.max(...rows.map((row) => Math.abs(Number(row[chart.y] ?? 0))), 1e-9);
  return (
    <ShareBars
      label={table.columns[chart.y]!}
      shares={rows.map((row, i) => ({
        id: String(i),
        label: textOf(row[chart.label]),
        share: Math.abs(Number(row[chart.y] ?? 0)) / most,
        value: numberText(row[chart.y] as number | null, format.count, format.ratio),
      }))}
    />
  );
}

function Plot({ table, chart, title }: { table: Table; chart: Chart; title: string }) {
  const { format } = useSettings();
  const points = pointsOf(table, chart);
  const isDays = typeof table.rows[0]?.[chart.x] === 'string';
  const [left, right] = range(points.map((p) => p.at));
  const [low, high] = range([...points.map((p) => p.value), ...(chart.kind === 'line' ? [0] : [])]);
  const x = (at: number) => margin.left + ((at - left) / (right - left || 1)) * (width - margin.left - margin.right);
  const y = (value: number) => height - margin.bottom - ((value - low) / (high - low || 1)) * (height - margin.top - margin.bottom);
  const text = (value: number) => numberText(value, format.count, format.ratio);
  const acrossTicks = isDays ? daysAcross(left, right) : ticksOf(left, right);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles['plot']} role="img" aria-label={title}>
      {ticksOf(low, high).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className={styles['grid']} />
          <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {text(tick)}
          </text>
        </g>
      ))}
      {acrossTicks.map((tick) => (
        <text key={tick} x={x(tick)} y={height - 10} textAnchor="middle">
          {isDays ? new Date(tick).toISOString().slice(0, 10) : text(tick)}
        </text>
      ))}
      {chart.kind === 'line' && <polyline points={points.map((p) => `${x(p.at).toFixed(1)},${y(p.value).toFixed(1)}`).join(' ')} className={styles['line']} />}
      {(chart.kind === 'scatter' || points.length <= 60) &&
        points.map((p, i) => (
          <circle key={i} cx={x(p.at)} cy={y(p.value)} r={chart.kind === 'scatter' ? 4 : 3} className={styles['point']}>
            <title>{`${p.label}: ${text(p.value)}`}</title>
          </circle>
        ))}
    </svg>
  );
}

function numberText(value: number | null, count: (v: number | null) => string, ratio: (v: number | null) => string): string {
  return value !== null && !Number.isInteger(value) && Math.abs(value) < 1_000 ? ratio(value) : count(value === null ? null : Math.round(value));
}

function range(values: readonly number[]): [number, number] {
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
}

function daysAcross(left: number, right: number): number[] {
  return right > left ? [0, 1, 2, 3, 4].map((i) => left + ((right - left) * (i * 2 + 1)) / 10) : [left];
}
