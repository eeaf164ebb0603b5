import { useEffect, useState, type ReactNode } from 'react';

import type { Asked } from '../api/ask';
import type { RequestError } from '../api/request';
import { useSettings } from '../shell/settings';
import { Button } from './Button';
import { Icon } from './Icon';
import styles from './State.module.css';

/** Shows the data of one question, or the state that it is in. Old data stay on screen under a note. */
export function State<Result>({
  asked,
  isEmpty,
  skeleton = 4,
  isFlush,
  children,
}: {
  asked: Asked<Result>;
  isEmpty?: ((data: Result) => boolean) | undefined;
  skeleton?: number;
  isFlush?: boolean | undefined;
  children: (data: Result) => ReactNode;
}) {
  const { t } = useSettings();
  const { data, error } = asked;
  if (data === undefined) {
    if (error) return <Failure error={error} again={asked.again} />;
    if (asked.isStopped) return <Stopped again={asked.again} />;
    return <Skeleton lines={skeleton} isFlush={isFlush} cancel={asked.cancel} />;
  }
  return (
    <>
      {error && <AwayNote error={error} at={asked.at} />}
      {isEmpty?.(data) ? <Empty title={t('nothing')} /> : (
        <div className={asked.isOld ? styles['old'] : undefined} aria-busy={asked.isOld || undefined}>
          {children(data)}
        </div>
      )}
    </>
  );
}

/** Lines in the size of what will come; nothing for the first 100 ms, a way to cancel after a second. */
export function Skeleton({ lines, isFlush, cancel }: { lines: number; isFlush?: boolean | undefined; cancel?: (() => void) | undefined }) {
  const { t } = useSettings();
  const [age, setAge] = useState<'new' | 'seen' | 'slow'>('new');
  useEffect(() => {
    const seen = setTimeout(() => setAge('seen'), 100);
    const slow = setTimeout(() => setAge('slow'), 1_000);
    return () => {
      clearTimeout(seen);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div className={`${styles['skeleton']} ${isFlush ? styles['inset'] : ''}`} role="status" data-age={age}>
      <span className={styles['hidden']}>{t('loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className={styles['line']} style={{ width: `${[92, 76, 84, 60][i % 4]}%` }} />
      ))}
      {age === 'slow' && cancel && (
        <Button look="quiet" onPress={cancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, isPage, children, actions }: { title: string; isPage?: boolean; children?: ReactNode; actions?: ReactNode }) {
  // Where it is all of a page, its title is the page's heading.
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles['empty']}>
      <Title className={styles['emptyTitle']}>{title}</Title>
      {children && <div className={styles['emptyText']}>{children}</div>}
      {actions && <div className={styles['emptyActions']}>{actions}</div>}
    </div>
  );
}

/** A question that was not answered: the server's own words, and another try. */
export function Failure({ error, again }: { error: RequestError; again?: () => void }) {
  const { t } = useSettings();
  return (
    <div role="alert">
      <Empty
        title={error.isAway ? t('away') : t('failed')}
        actions={again && <Button onPress={again}>{t('retry')}</Button>}
      >
        {error.isAway ? t('awayNothing') : error.message}
      </Empty>
    </div>
  );
}

/** A question that was cancelled before its answer came. */
export function Stopped({ again }: { again: () => void }) {
  const { t } = useSettings();
  return <Empty title={t('stopped')} actions={<Button onPress={again}>{t('retry')}</Button>} />;
}

function AwayNote({ error, at }: { error: RequestError; at: number }) {
  const { t, format } = useSettings();
  return (
    <p className={styles['away']} role="status">
      <Icon name="warning" />
      {error.isAway ? `${t('away')}. ${t('awayShown', format.time(at))}` : error.message}
    </p>
  );
}
