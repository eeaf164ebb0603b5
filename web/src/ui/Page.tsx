import type { ReactNode } from 'react';

import { usePageTitle } from '../shell/pageTitle';
import styles from './Page.module.css';

/** A page: its head, and its panels in one or two columns. */
export function Page({ children }: { children: ReactNode }) {
  return <div className={styles['page']}>{children}</div>;
}

/** What the page is about: mark, name, which is the tab's too, a line of facts, and what can be done. */
export function PageHead({
  mark,
  title,
  facts,
  actions,
}: {
  mark?: ReactNode;
  title: string;
  facts?: ReactNode;
  actions?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <header className={styles['head']}>
      {mark}
      <div className={styles['headText']}>
        <h1 className={styles['title']} dir="auto">
          {title}
        </h1>
        {facts && <div className={styles['facts']}>{facts}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}

/** Panels beside each other where there is room: the wide ones at the left. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>{main}</div>
      <div className={styles['column']}>{side}</div>
    </div>
  );
}
