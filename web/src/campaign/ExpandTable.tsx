import { Fragment, useState, type ReactNode } from 'react';

import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import type { Column } from '../ui/DataTable';
import table from '../ui/DataTable.module.css';
import styles from './campaign.module.css';

const words = { why: 'planWhy', swaps: 'planSwapsOf', offer: 'planOfferOf' } as const;

/** A table of rows that open to show more. */
export function ExpandTable<Row>({
  label,
  columns,
  rows,
  idOf,
  nameOf,
  verb = 'why',
  detail,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** What the button that opens a row is called after. */
  nameOf: (row: Row) => string;
  /** What is behind a row: reasons, stand-ins, offers. */
  verb?: keyof typeof words;
  detail: (row: Row) => ReactNode;
}) {
  const { t } = useSettings();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className={styles['framed']}>
      <div className={table['scroll']} tabIndex={0} role="group" aria-label={label}>
        <table className={table['table']}>
          <caption className={table['hidden']}>{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-number={column.isNumber || undefined}>
                  {column.label}
                </th>
              ))}
              <th scope="col">
                <span className={styles['hidden']}>{t('planDetails')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const id = idOf(row);
              const isOpen = id === open;
              return (
                <Fragment key={id}>
                  <tr data-open={isOpen || undefined}>
                    {columns.map((column) => (
                      <td key={column.id} data-number={column.isNumber || undefined}>
                        {column.cell(row)}
                      </td>
                    ))}
                    <td data-number>
                      <IconButton
                        icon={isOpen ? 'minus' : 'plus'}
                        label={t(isOpen ? 'planHide' : words[verb], nameOf(row))}
                        aria-expanded={isOpen}
                        onPress={() => setOpen(isOpen ? null : id)}
                      />
                    </td>
                  </tr>
                  {isOpen && (
                    <tr>
                      <td colSpan={columns.length + 1} className={styles['detail']}>
                        <div className={styles['pinned']}>{detail(row)}</div>
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
