import type { ReactNode } from 'react';

import styles from './Figures.module.css';

export interface Figure {
  label: string;
  value: ReactNode;
  /** Every digit, where the value is shortened. */
  title?: string;
  /** What the value is compared with, below it. */
  note?: ReactNode;
}

/** Numbers with their names, in a row that wraps. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles['figures']}>
      {figures.map(({ label, value, title, note }) => (
        <div key={label} className={styles['figure']}>
          <dt>{label}</dt>
          <dd title={title}>{value}</dd>
          {note && <dd className={styles['note']}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
