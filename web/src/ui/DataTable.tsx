import type { ReactNode } from 'react';

import styles from './DataTable.module.css';
import { Icon } from './Icon';

export interface Column<Row> {
  /** Unique; also the order that onSort is told. */
  id: string;
  /** Empty where the cells say it all, as of names of rows, or of buttons. */
  label: string;
  /** Numbers stand at the right. */
  isNumber?: boolean;
  /** Whether onSort can order by it. */
  isSortable?: boolean;
  /** Stays at the right when the table is wider than its place: for what is done with a row. */
  isPinned?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface Sorting {
  id: string;
  isDescending: boolean;
}

/** The order after a press on a column's head: its greatest first, and the other way round when pressed again. */
export function pressed(sorting: Sorting | undefined, id: string): Sorting {
  return { id, isDescending: sorting?.id === id ? !sorting.isDescending : true };
}

/** A table of rows. Its head stays, its first column does too when the table is wider than its place. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  idOf,
  sorting,
  onSort,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  sorting?: Sorting | undefined;
  onSort?: (id: string) => void;
}) {
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['table']}>
        <caption className={styles['hidden']}>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {columns.map((column) => (
                <td key={column.id} data-number={column.isNumber || undefined} data-pinned={column.isPinned || undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: ((id: string) => void) | undefined;
}) {
  if (column.label === '') return <td className={styles['head']} data-pinned={column.isPinned || undefined} />; // a heading says something
  const isSorted = sorting?.id === column.id;
  const direction = sorting?.isDescending ? ('descending' as const) : ('ascending' as const);
  return (
    <th
      scope="col"
      data-number={column.isNumber || undefined}
      aria-sort={isSorted ? direction : undefined}
    >
      {column.isSortable && onSort ? (
        <button type="button" className={styles['sort']} onClick={() => onSort(column.id)}>
          {column.label}
          <span className={styles['arrow']} data-sorted={isSorted ? direction : undefined}>
            <Icon name="chevron" size={12} />
          </span>
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}
