import { useSettings } from '../shell/settings';
import styles from './campaign.module.css';
import type { Scale } from './IntervalBar';

interface Effect {
  ratio: number;
  low: number;
  high: number;
}

/** A scale of ratios around 1, the same to both sides, that holds all effects: at least half and twice. */
export function effectScale(effects: readonly (Effect | null)[]): Scale {
  const ends = effects.flatMap((e) => (e ? [e.low, e.high, e.ratio] : [])).filter((r) => r > 0);
  const far = Math.min(16, Math.max(2, ...ends.map((r) => Math.exp(Math.abs(Math.log(r))))));
  return [1 / far, far];
}

const width = 120;

/** A ratio with its interval, beside 1; blue where it is better for certain, orange where worse, grey where 1 is in the interval. */
export function EffectBar({ effect, better, scale }: { effect: Effect; better: 'less' | 'more'; scale: Scale }) {
  const { t, format } = useSettings();
  const [low, high] = scale;
  const x = (ratio: number) => 4 + Math.max(0, Math.min(1, Math.log(Math.max(ratio, low) / low) / Math.log(high / low))) * (width - 8);
  const isShown = effect.low > 1 || effect.high < 1;
  const isBetter = effect.ratio < 1 === (better === 'less');
  const look = !isShown ? 'unsure' : isBetter ? 'better' : 'worse';
  const word = !isShown ? 'effectUnsure' : isBetter ? 'effectBetter' : 'effectWorse';
  return (
    <span className={styles['effect']} title={t('interval95', format.ratio(effect.low), format.ratio(effect.high))}>
      <span className={styles['effectRatio']}>{`× ${format.ratio(effect.ratio)}`}</span>
      <svg width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden="true" data-look={look}>
        <line x1="0" x2={width} y1="7" y2="7" className={styles['intervalTrack']} />
        <line x1={x(1)} x2={x(1)} y1="1" y2="13" className={styles['one']} />
        <rect x={x(effect.low)} width={Math.max(2, x(effect.high) - x(effect.low))} y="5" height="4" rx="2" className={styles['effectRange']} />
        <circle cx={x(effect.ratio)} cy="7" r="3.5" className={styles['effectDot']} />
      </svg>
      <span className={styles['effectWord']}>
        {t(word)} <span className={styles['hidden']}>{t('interval95', format.ratio(effect.low), format.ratio(effect.high))}</span>
      </span>
    </span>
  );
}
