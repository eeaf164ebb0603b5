import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components';

import styles from './Checkbox.module.css';
import { Icon } from './Icon';

/** A box to tick. Without children it needs an aria-label. */
export function Checkbox({ children, ...rest }: Omit<CheckboxProps, 'className' | 'children'> & { children?: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className={styles['checkbox']!}>
      <span className={styles['box']}>
        <Icon name="check" size={12} />
      </span>
      {children}
    </AriaCheckbox>
  );
}
