import styles from './Spark.module.css';

const width = 72;
const height = 20;

/** A line of steps without axes, beside its numbers: each value holds until the next. `label` says it in words. */
export function StepSpark({ points, label }: { points: readonly { at: number; value: number }[]; label: string }) {
  if (points.length < 2) return null;
  const first = points[0]!.at;
  const span = Math.max(1, points.at(-1)!.at - first);
  const most = Math.max(...points.map((p) => p.value));
  const least = Math.min(...points.map((p) => p.value));
  const x = (at: number) => 1 + ((at - first) / span) * (width - 2);
  const y = (value: number) => height - 3 - ((value - least) / Math.max(1, most - least)) * (height - 6);
  const line = points.map((p, i) => (i ? `H${x(p.at).toFixed(1)}V${y(p.value).toFixed(1)}` : `M${x(p.at).toFixed(1)} ${y(p.value).toFixed(1)}`)).join('');
  return (
    <svg className={styles['spark']} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={line} />
    </svg>
  );
}
