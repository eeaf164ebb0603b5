import type { WhyFragment } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { halfOf } from '../text/halves';
import styles from './Reasons.module.css';

/** Why something is recommended: each reason's share of the score as a bar, with its sentence. The weights add up to the score. */
export function Reasons({ reasons, most }: { reasons: readonly WhyFragment[]; most?: number }) {
  const { t, format, isSafe, language } = useSettings();
  const largest = most ?? Math.max(...reasons.map((r) => Math.abs(r.weight)), 1e-9);
  return (
    <ul className={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={reason.kind + reason.text} className={styles['reason']}>
          <svg viewBox="0 0 64 8" width="64" height="8" aria-hidden="true">
            <rect width="64" height="8" rx="2" className={styles['rest']} />
            <rect
              width={(Math.abs(reason.weight) / largest) * 64}
              height="8"
              rx="2"
              className={reason.weight < 0 ? styles['against'] : styles['for']}
            />
          </svg>
          <span className={styles['weight']}>
            {reason.weight < 0 ? '−' : '+'}
            {format.ratio(Math.abs(reason.weight))}
          </span>
          {/* The sentence holds names and prices. */}
          <span>{isSafe ? t(`reason_${reason.kind}`) : halfOf(reason.text, language)}</span>
        </li>
      ))}
    </ul>
  );
}
