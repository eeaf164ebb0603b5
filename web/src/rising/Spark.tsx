import styles from './rising.module.css';

interface Point {
  date: string;
  followers: number;
}

interface Ahead {
  from: string;
  days: number;
  median: number;
  low: number;
  high: number;
}

const day = 86_400_000;

/** How many days of history stand before the forecast. */
const behind = 120;

/** A history of followers and what is expected, as one small picture: the line, then the interval that holds it four times in five. */
export function Spark({ history, ahead, text, width = 168, height = 36 }: { history: readonly Point[]; ahead: Ahead; text: string; width?: number; height?: number }) {
  const from = Date.parse(ahead.from);
  const seen = history.map((p) => ({ at: (Date.parse(p.date) - from) / day, value: p.followers })).filter((p) => p.at >= -behind && p.at <= 0);
  const last = seen.at(-1);
  if (!last) return null;
  const values = [...seen.map((p) => p.value), ahead.low, ahead.high];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (at: number) => 2 + ((at + behind) / (behind + ahead.days)) * (width - 4);
  const y = (value: number) => 3 + (1 - (value - low) / Math.max(1, high - low)) * (height - 6);
  const line = seen.map((p, i) => `${i ? 'L' : 'M'}${x(p.at).toFixed(1)} ${y(p.value).toFixed(1)}`).join('');
  const fan = `${x(0)},${y(last.value)} ${x(ahead.days)},${y(ahead.high)} ${x(ahead.days)},${y(ahead.low)}`;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text} className={styles['spark']}>
      <line x1={x(0)} x2={x(0)} y1="2" y2={height - 2} className={styles['today']} />
      <polygon points={fan} className={styles['fan']} />
      <path d={line} className={styles['line']} />
      <line x1={x(0)} y1={y(last.value)} x2={x(ahead.days)} y2={y(ahead.median)} className={styles['ahead']} />
    </svg>
  );
}
