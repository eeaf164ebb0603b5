import { useId } from 'react';

import styles from './chart.module.css';
import { useReading } from './useReading';
import { useWidth } from './useWidth';

export interface Point {
  /** Where on the axis, such as a day's number. */
  at: number;
  value: number;
  /** The point's name, such as the day. */
  label: string;
}

/** What is expected after the last point: a value and the interval around it. */
export interface Ahead extends Point {
  low: number;
  high: number;
}

const height = 176;
const margin = { left: 56, right: 12, top: 12, bottom: 24 };

/** One line over time. A reader without eyes gets `summary`; the arrows read point by point. */
export function LineChart({
  points,
  ahead,
  format,
  summary,
}: {
  points: readonly Point[];
  /** Drawn as a dashed line in a band. */
  ahead?: Ahead | null | undefined;
  format: (value: number) => string;
  summary: string;
}) {
  const id = useId();
  const [measure, width] = useWidth(640);
  const all: readonly Point[] = ahead ? [...points, ahead] : points;
  const [at, setAt, keys] = useReading(all.length);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const end = all.at(-1)!;
  const [low, high] = bounds(ahead ? [...points, { ...ahead, value: ahead.low }, { ...ahead, value: ahead.high }] : points);
  const x = (value: number) =>
    margin.left + ((value - first.at) / Math.max(1, end.at - first.at)) * (width - margin.left - margin.right);
  const y = (value: number) =>
    margin.top + (1 - (value - low) / Math.max(1e-9, high - low)) * (height - margin.top - margin.bottom);
  const line = points.map((p, i) => `${i ? 'L' : 'M'}${x(p.at).toFixed(1)} ${y(p.value).toFixed(1)}`).join('');
  const shown = at === null ? null : all[at];

  const nearest = (clientX: number, element: Element) => {
    const box = element.getBoundingClientRect();
    const wanted = ((clientX - box.left) / box.width) * width;
    let best = 0;
    all.forEach((p, i) => {
      if (Math.abs(x(p.at) - wanted) < Math.abs(x(all[best]!.at) - wanted)) best = i;
    });
    return best;
  };

  return (
    <figure className={styles['figure']} ref={measure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles['chart']}
        role="img"
        aria-label={summary}
        aria-describedby={id}
        onPointerMove={(event) => setAt(nearest(event.clientX, event.currentTarget))}
        onPointerLeave={() => setAt(null)}
        {...keys}
      >
        {[low, (low + high) / 2, high].map((value) => (
          <g key={value}>
            <line x1={margin.left} x2={width - margin.right} y1={y(value)} y2={y(value)} className={styles['grid']} />
            <text x={margin.left - 8} y={y(value) + 4} textAnchor="end" className={styles['tick']}>
              {format(value)}
            </text>
          </g>
        ))}
        <text x={margin.left} y={height - 6} className={styles['tick']}>
          {first.label}
        </text>
        <text x={width - margin.right} y={height - 6} textAnchor="end" className={styles['tick']}>
          {end.label}
        </text>
        {ahead && (
          <>
            <path
              d={`M${x(last.at)} ${y(last.value)}L${x(ahead.at)} ${y(ahead.high)}V${y(ahead.low)}Z`}
              className={styles['band']}
            />
            <line x1={x(last.at)} y1={y(last.value)} x2={x(ahead.at)} y2={y(ahead.value)} className={styles['ahead']} />
          </>
        )}
        <path d={line} className={styles['line']} />
        {shown && <circle cx={x(shown.at)} cy={y(shown.value)} r={4} className={styles['dot']} />}
      </svg>
      <figcaption id={id} className={styles['caption']} aria-live="polite">
        {shown ? `${shown.label}: ${format(shown.value)}${ahead && shown === ahead ? ` (${format(ahead.low)} – ${format(ahead.high)})` : ''}` : summary}
      </figcaption>
    </figure>
  );
}

/** From a round number below all points to one above; never an axis that makes a flat line steep. */
function bounds(points: readonly Point[]): [number, number] {
  const values = points.map((p) => p.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max((high - low) * 0.08, high * 0.02, 1);
  return [Math.max(0, low - room), high + room];
}
