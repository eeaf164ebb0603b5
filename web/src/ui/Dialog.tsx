import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { useSettings } from '../shell/settings';
import { IconButton } from './Button';
import styles from './Dialog.module.css';

/** A dialog in the middle, or at the right edge for what is read beside the page. */
export function Dialog({ title, note, isSide, isWide, onClose, actions, children }: { title: string; note?: ReactNode; isSide?: boolean; isWide?: boolean; onClose: () => void; actions?: ReactNode; children: ReactNode }) {
  const { t } = useSettings();
  return (
    <ModalOverlay
      className={styles['veil']!}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`${styles['modal']} ${isSide ? styles['side'] : ''} ${isWide ? styles['wide'] : ''}`}>
        <AriaDialog className={styles['dialog']!}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title']!}>
              {title}
            </Heading>
            {note && <span className={styles['note']}>{note}</span>}
            <span className={styles['close']}>
              <IconButton icon="close" label={t('close')} onPress={onClose} />
            </span>
          </header>
          <div className={styles['content']}>{children}</div>
          {actions && <footer className={styles['actions']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
