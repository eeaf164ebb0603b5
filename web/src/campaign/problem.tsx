import type { ReactNode } from 'react';

import type { RequestError } from '../api/request';
import { Icon } from '../ui/Icon';
import styles from './campaign.module.css';
import { fieldOf } from './search';

/** What the server refused: its words, and the field that its path names. */
export interface FieldProblem {
  field: string | null;
  message: string;
}

export function problemOf(error: RequestError | null): FieldProblem | null {
  if (!error || error.isAway) return null;
  return { field: fieldOf(error.path), message: error.message };
}

/** Fields of a form, with the problem that names one of them below. */
export function At({ names, problem, children }: { names: readonly string[]; problem: FieldProblem | null; children: ReactNode }) {
  const isHere = problem?.field != null && names.includes(problem.field);
  return (
    <div className={styles['at']} data-problem={isHere || undefined}>
      {children}
      {isHere && (
        <p className={styles['problem']} role="alert">
          <Icon name="warning" size={12} />
          <span>{problem.message}</span>
        </p>
      )}
    </div>
  );
}
