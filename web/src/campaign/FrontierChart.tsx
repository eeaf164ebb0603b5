import { useId } from 'react';

import { useMoney } from '../entity/naming';
import { useSettings } from '../shell/settings';
import chart from '../ui/chart.module.css';
import { DataTable } from '../ui/DataTable';
import { useReading } from '../ui/useReading';
import { useWidth } from '../ui/useWidth';
import styles from './campaign.module.css';

export interface FrontierPoint {
  fee: number;
  reach: number;
  creators: number;
}

/** The plan that is shown, as a point of the chart. */
export interface PlanMark {
  fee: number;
  reach: number;
  low: number;
  high: number;
  bound: number;
}

const height = 240;
const margin = { left: 64, right: 16, top: 16, bottom: 40 };

/** The points that no cheaper one surpasses, by fee. Frontiers of several questions are found with unlike care; all of them can be had. */
function best(points: readonly FrontierPoint[]): FrontierPoint[] {
  let most = 0;
  return [...points]
    .sort((a, b) => a.fee - b.fee || b.reach - a.reach)
    .filter((p) => {
      if (p.reach <= most) return false;
      most = p.reach;
      return true;
    });
}

/** How many people each budget reaches at best, with the plan on it; and the same as a table. */
export function FrontierChart({ points: given, mark, most }: { points: readonly FrontierPoint[]; mark: PlanMark | null; most: number }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const id = useId();
  const [measure, width] = useWidth(1000);
  const points = best(given);
  const [at, setAt, keys] = useReading(points.length);
  const line = [{ fee: 0, reach: 0, creators: 0 }, ...points];
  const top = Math.max(...line.map((p) => p.reach), mark?.high ?? 0, mark?.bound ?? 0, 1) * 1.04;
  const x = (fee: number) => margin.left + (Math.min(fee, most) / Math.max(1, most)) * (width - margin.left - margin.right);
  const y = (reach: number) => margin.top + (1 - reach / top) * (height - margin.top - margin.bottom);
  const path = line.map((p, i) => `${i ? 'L' : 'M'}${x(p.fee).toFixed(1)} ${y(p.reach).toFixed(1)}`).join('');
  const shown = at === null ? null : points[at];
  const summary = mark ? t('frontierSummary', money(mark.fee), format.count(mark.reach)) : t('frontierHint');
  return (
    <figure className={chart['figure']} ref={measure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={chart['chart']}
        role="img"
        aria-label={`${t('frontier')}. ${summary}`}
        aria-describedby={id}
        {...keys}
      >
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={margin.left} x2={width - margin.right} y1={y(value)} y2={y(value)} className={chart['grid']} />
            <text x={margin.left - 8} y={y(value) + 4} textAnchor="end" className={chart['tick']}>
              {format.count(value)}
            </text>
          </g>
        ))}
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <text key={part} x={x(part * most)} y={height - margin.bottom + 18} textAnchor={part === 1 ? 'end' : 'middle'} className={chart['tick']}>
            {money(part * most)}
          </text>
        ))}
        <text x={(margin.left + width - margin.right) / 2} y={height - 4} textAnchor="middle" className={chart['tick']}>
          {t('frontierAxes')}
        </text>
        <path d={path} className={chart['line']} />
        {points.map((p, i) => (
          <circle key={p.fee} cx={x(p.fee)} cy={y(p.reach)} r={at === i ? 5 : 3} className={at === i ? chart['dot'] : chart['dotSmall']} onPointerEnter={() => setAt(i)} onPointerLeave={() => setAt(null)} />
        ))}
        {mark && (
          <g>
            <line x1={x(mark.fee)} x2={x(mark.fee)} y1={y(mark.low)} y2={y(mark.high)} className={chart['whisker']} />
            <line x1={x(mark.fee) - 9} x2={x(mark.fee) + 9} y1={y(mark.bound)} y2={y(mark.bound)} className={chart['bound']} />
            <circle cx={x(mark.fee)} cy={y(mark.reach)} r="6" className={chart['dot']} />
          </g>
        )}
      </svg>
      <figcaption id={id} className={chart['caption']} aria-live="polite">
        {shown ? t('frontierPoint', money(shown.fee), format.count(shown.reach), shown.creators) : summary}
        {!shown && mark && ` ${t('frontierLegend')}`}
      </figcaption>
      <details className={styles['twin']}>
        <summary>{t('asTable')}</summary>
        <DataTable
          label={t('frontier')}
          rows={points.map((p, i) => ({ ...p, gain: p.reach - (line[i]?.reach ?? 0), cost: p.fee - (line[i]?.fee ?? 0) }))}
          idOf={(p) => String(p.fee)}
          columns={[
            { id: 'fee', label: t('spendMost'), isNumber: true, cell: (p) => money(p.fee, true) },
            { id: 'reach', label: t('reach'), isNumber: true, cell: (p) => format.whole(Math.round(p.reach)) },
            { id: 'creators', label: t('creators'), isNumber: true, cell: (p) => format.whole(p.creators) },
            { id: 'more', label: t('reachPer100'), isNumber: true, cell: (p) => format.count(p.cost > 0 ? Math.round((p.gain / p.cost) * 10_000) : null) },
          ]}
        />
      </details>
    </figure>
  );
}
