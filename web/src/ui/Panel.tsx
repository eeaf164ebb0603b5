import { lazy, Suspense, useId, useState, type ReactNode } from 'react';

import type { Asked, Question } from '../api/ask';
import { useSettings } from '../shell/settings';
import { IconButton } from './Button';
import styles from './Panel.module.css';
import { State } from './State';

const QueryDialog = lazy(async () => ({ default: (await import('../query/QueryDialog')).QueryDialog }));

interface PanelProps {
  title: string;
  /** What the panel shows; "show the query" opens it. Several when several answers stand in it. */
  question?: Question | Question[] | undefined;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** A sentence beside the title: what is shown of how much, as of when. */
  note?: ReactNode;
  /** Without an inner margin: for tables and lists that reach the edge. */
  isFlush?: boolean;
  /** Of the heading; 2 unless the panel stands within another. */
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of a page under a title, with the query behind it. */
export function Panel({ title, question, actions, note, isFlush, level = 2, children }: PanelProps) {
  const { t } = useSettings();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const Heading = `h${level}` as const;
  const questions = question ? [question].flat() : [];
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <header className={styles['head']}>
        <Heading id={id} className={styles['title']}>
          {title}
        </Heading>
        {note && <span className={styles['note']}>{note}</span>}
        <span className={styles['actions']}>
          {actions}
          {questions.length > 0 && (
            <IconButton icon="code" label={t('showQuery')} onPress={() => setOpen(true)} />
          )}
        </span>
      </header>
      <div className={isFlush ? styles['flush'] : styles['body']}>{children}</div>
      {isOpen && (
        <Suspense>
          <QueryDialog questions={questions} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** A panel of one question: its loading, failed, empty and away states, and its data. */
export function AskPanel<Result>({
  asked,
  isEmpty,
  skeleton = 4,
  children,
  ...rest
}: Omit<PanelProps, 'question' | 'children'> & {
  asked: Asked<Result>;
  /** Whether the answer holds nothing to show. */
  isEmpty?: (data: Result) => boolean;
  /** Lines of the skeleton while the first answer is awaited. */
  skeleton?: number;
  children: (data: Result) => ReactNode;
}) {
  return (
    <Panel {...rest} question={asked.question}>
      <State asked={asked} isEmpty={isEmpty} skeleton={skeleton} isFlush={rest.isFlush}>
        {children}
      </State>
    </Panel>
  );
}
