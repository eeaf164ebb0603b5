import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggle,
  Tooltip,
  TooltipTrigger,
  type ButtonProps,
  type ToggleButtonProps,
} from 'react-aria-components';

import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

type Look = 'plain' | 'primary' | 'quiet';

/** A button with words. */
export function Button({ look = 'plain', icon, children, className, ...rest }: ButtonProps & { look?: Look; icon?: IconName; children?: ReactNode; className?: string }) {
  return (
    <AriaButton {...rest} className={`${styles['button']} ${styles[look]} ${className ?? ''}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className'> {
  icon: IconName;
  /** The accessible name, also shown as a tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
}

/** A button with an icon only; its words are a tooltip. */
export function IconButton({ icon, label, shortcut, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton {...rest} aria-label={label} className={`${styles['button']} ${styles['icon']}`}>
        <Icon name={icon} />
      </AriaButton>
      <Tip label={label} shortcut={shortcut} />
    </TooltipTrigger>
  );
}

/** As IconButton, for something that is on or off. */
export function IconToggle({ icon, label, shortcut, ...rest }: Omit<ToggleButtonProps, 'children' | 'className'> & Pick<IconButtonProps, 'icon' | 'label' | 'shortcut'>) {
  return (
    <TooltipTrigger delay={400}>
      <AriaToggle {...rest} aria-label={label} className={`${styles['button']} ${styles['icon']}`}>
        <Icon name={icon} />
      </AriaToggle>
      <Tip label={label} shortcut={shortcut} />
    </TooltipTrigger>
  );
}

function Tip({ label, shortcut }: { label: string; shortcut?: string | undefined }) {
  return (
    <Tooltip className={styles['tip']!} offset={6}>
      {label}
      {shortcut && <kbd>{shortcut}</kbd>}
    </Tooltip>
  );
}
