import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import styles from './NoticeLine.module.css';
import type { Explorer, Notice } from './useExplorer';

/** One line above the canvas: what went wrong, what was left out. */
export function NoticeLine({ explorer }: { explorer: Explorer }) {
  const { t } = useSettings();
  const { notice, setNotice } = explorer;
  if (!notice) return null;
  const words = (of: Notice): string => {
    switch (of.type) {
      case 'error':
        return of.error.isAway ? t('away') : of.error.message;
      case 'brokenLink':
        return t('noticeBrokenLink');
      case 'full':
        return t('noticeFull');
      case 'noPath':
        return t('noticeNoPath');
      case 'nothingNew':
        return t('noticeNothingNew');
      case 'nothingToFold':
        return t('noticeNothingToFold');
      case 'notAllAsked':
        return t('noticeNotAllAsked');
    }
  };
  return (
    <p className={styles['line']} role="status">
      {words(notice)}
      <IconButton icon="close" label={t('close')} onPress={() => setNotice(null)} />
    </p>
  );
}
