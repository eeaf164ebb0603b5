import type { ReactNode } from 'react';

import styles from './ShareBars.module.css';

export interface Share {
  id: string;
  label: ReactNode;
  /** 0 to 1, the length of the bar. */
  share: number;
  value: ReactNode;
}

/** Named bars, one below the other. The values are text; the bars only help the eye. */
export function ShareBars({ shares, label }: { shares: readonly Share[]; label?: string }) {
  return (
    <ul className={styles['bars']} aria-label={label}>
      {shares.map(({ id, label: name, share, value }) => (
        <li key={id} className={styles['row']}>
          <span className={styles['label']}>{name}</span>
          <svg className={styles['bar']} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
            <rect width="100" height="6" className={styles['rest']} />
            <rect width={Math.max(0, Math.min(1, share)) * 100} height="6" className={styles['filled']} />
          </svg>
          <span className={styles['value']}>{value}</span>
        </li>
      ))}
    </ul>
  );
}
