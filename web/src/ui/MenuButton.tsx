import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import { Button, IconButton } from './Button';
import type { IconName } from './Icon';
import styles from './MenuButton.module.css';

export interface MenuAction {
  id: string;
  label: string;
  onAction: () => void;
  isDisabled?: boolean;
}

/** A button that opens a list of actions. */
export function MenuButton({ label, icon, isIconOnly, actions }: { label: string; icon?: IconName; isIconOnly?: boolean; actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      {isIconOnly ? <IconButton icon={icon ?? 'more'} label={label} /> : <Button icon={icon}>{label}</Button>}
      <Popover className={styles['popover']!} offset={4}>
        <Menu
          className={styles['menu']!}
          aria-label={label}
          disabledKeys={actions.filter((a) => a.isDisabled).map((a) => a.id)}
          onAction={(id) => actions.find((a) => a.id === id)?.onAction()}
        >
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} className={styles['item']!}>
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
