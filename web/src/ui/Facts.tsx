import { Fragment, type ReactNode } from 'react';

import styles from './Facts.module.css';

/** A name and what stands beside it. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts in two columns, values at the right. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
