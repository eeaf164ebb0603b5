import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { Asked } from '../api/ask';
import { KindMark } from '../entity/KindMark';
import { useName, type Named } from '../entity/naming';
import { useSettings } from '../shell/settings';
import button from '../ui/Button.module.css';
import { Page, PageHead } from '../ui/Page';
import { Empty, State } from '../ui/State';
import styles from './entityPage.module.css';

/** A page about one entity: its head, or what stands there while it loads and when there is none. */
export function EntityPage<Result, E extends Named>({
  asked,
  pick,
  what,
  facts,
  actions,
  children,
}: {
  asked: Asked<Result>;
  /** The entity in the answer. */
  pick: (data: Result) => E | null;
  /** What to say is missing, such as "creator cr-000042". */
  what: string;
  facts?: (entity: E) => ReactNode;
  actions?: (entity: E) => ReactNode;
  children: (entity: E) => ReactNode;
}) {
  const { t } = useSettings();
  const nameOf = useName();
  return (
    <Page>
      <State asked={asked} skeleton={10}>
        {(data) => {
          const entity = pick(data);
          if (!entity) return <Empty title={t('gone')}>{t('goneText', what)}</Empty>;
          return (
            <div className={styles['stack']}>
              <PageHead
                mark={<KindMark kind={entity.kind} size={24} />}
                title={nameOf(entity)}
                facts={facts?.(entity)}
                actions={
                  <>
                    {actions?.(entity)}
                    <Link to="/explore" search={{ of: entity.id }} className={button['link']!}>
                      {t('openInGraph')}
                    </Link>
                  </>
                }
              />
              {children(entity)}
            </div>
          );
        }}
      </State>
    </Page>
  );
}
