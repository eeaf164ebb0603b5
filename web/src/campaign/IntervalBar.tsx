import styles from './campaign.module.css';

/** The ends of a scale that several intervals share. */
export type Scale = readonly [low: number, high: number];

/** A scale that holds all values above 0; logarithmic, since creators differ by powers of ten. */
export function scaleOf(values: readonly (number | null | undefined)[]): Scale {
  const known = values.filter((v): v is number => v != null && v > 0);
  return known.length > 0 ? [Math.min(...known), Math.max(...known)] : [1, 10];
}

const width = 48;

function place(value: number, [low, high]: Scale): number {
  const room = Math.log(high / low) || 1;
  return 3 + Math.max(0, Math.min(1, Math.log(Math.max(value, low) / low) / room)) * (width - 6);
}

/** A value with its interval, on a scale that the rows of a column share. `text` says both to a reader without eyes. */
export function IntervalBar({ low, value, high, scale, shown, text }: { low: number | null; value: number | null; high: number | null; scale: Scale; shown: string; text: string }) {
  return (
    <span className={styles['interval']} title={text}>
      <span aria-hidden="true">{shown}</span>
      <span className={styles['hidden']}>{text}</span>
      <svg width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
        <line x1="0" x2={width} y1="6" y2="6" className={styles['intervalTrack']} />
        {low !== null && high !== null && (
          <rect x={place(low, scale)} width={Math.max(2, place(high, scale) - place(low, scale))} y="3.5" height="5" rx="2.5" className={styles['intervalRange']} />
        )}
        {value !== null && <circle cx={place(value, scale)} cy="6" r="3" className={styles['intervalDot']} />}
      </svg>
    </span>
  );
}
