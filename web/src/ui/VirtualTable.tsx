import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type ReactNode } from 'react';

import { useSettings } from '../shell/settings';
import styles from './VirtualTable.module.css';

export interface VirtualColumn<Row> {
  id: string;
  label: string;
  isNumber?: boolean;
  /** In CSS; what is left is shared among those without. */
  width?: string;
  cell: (row: Row) => ReactNode;
  title?: (row: Row) => string | undefined;
  /** Makes the column one to sort by. */
  compare?: (a: Row, b: Row) => number;
}

/** In pixels, as --row. */
const rowHeight = 32;

/**
 * A table of any number of rows, of which only those in view are in the page; each says its place among all.
 * With `onSelect` its rows can be selected.
 */
export function VirtualTable<Row>({
  label,
  columns,
  rows: given,
  idOf,
  nameOf,
  selected,
  onSelect,
  onOpen,
  minWidth,
}: {
  label: string;
  columns: readonly VirtualColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** What its checkbox is called. */
  nameOf?: (row: Row) => string;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: string[]) => void;
  onOpen?: ((id: string) => void) | undefined;
  /** In pixels; a narrower place scrolls sideways. */
  minWidth?: number;
}) {
  const { t } = useSettings();
  const [order, setOrder] = useState<{ by: string; isUp: boolean } | null>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const rows = useMemo(() => {
    const compare = order && columns.find(({ id }) => id === order.by)?.compare;
    if (!compare) return given;
    const sorted = [...given].sort(compare);
    return order.isUp ? sorted : sorted.reverse();
  }, [given, order, columns]);

  // The compiler of React leaves components with this hook as they are, which is meant.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  const chosen = selected ?? new Set<string>();
  const toggle = (id: string, isOn: boolean) => onSelect?.(isOn ? [...chosen, id] : [...chosen].filter((other) => other !== id));
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(idOf(row)));

  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['table']} aria-label={label} aria-rowcount={rows.length + 1} style={{ minWidth }}>
        <colgroup>
          {onSelect && <col className={styles['checkColumn']} />}
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {onSelect && (
              <th className={styles['check']}>
                <input
                  type="checkbox"
                  aria-label={t('selectAll')}
                  checked={isAll}
                  onChange={() => onSelect(isAll ? [] : rows.map(idOf))}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.id} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} aria-hidden="true" />}
          {items.map(({ index }) => {
            const row = rows[index]!;
            const id = idOf(row);
            const isSelected = chosen.has(id);
            return (
              <tr
                key={id}
                aria-rowindex={index + 2}
                aria-selected={onSelect ? isSelected : undefined}
                className={styles['row']}
                onDoubleClick={() => onOpen?.(id)}
                onClick={(event) => {
                  if (!onSelect || event.target instanceof HTMLInputElement) return;
                  if (event.shiftKey || event.metaKey || event.ctrlKey) toggle(id, !isSelected);
                  else onSelect([id]);
                }}
              >
                {onSelect && (
                  <td className={styles['check']}>
                    <input
                      type="checkbox"
                      aria-label={`${t('select')} ${nameOf?.(row) ?? id}`}
                      checked={isSelected}
                      onChange={(event) => toggle(id, event.target.checked)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.id} className={column.isNumber ? styles['number'] : undefined} dir="auto" title={column.title?.(row)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden="true" />}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, order, onOrder }: { column: VirtualColumn<Row>; order: { by: string; isUp: boolean } | null; onOrder: (order: { by: string; isUp: boolean }) => void }) {
  const { t } = useSettings();
  const { id, label, isNumber = false, compare } = column;
  const isOrdered = order?.by === id;
  return (
    <th
      scope="col"
      className={isNumber ? styles['number'] : undefined}
      aria-sort={isOrdered ? (order.isUp ? 'ascending' : 'descending') : undefined}
    >
      {compare ? (
        <button
          className={styles['sort']}
          title={t('sortBy', label)}
          onClick={() => onOrder({ by: id, isUp: isOrdered ? !order.isUp : !isNumber })}
        >
          {label}
          <span aria-hidden="true">{isOrdered ? (order.isUp ? ' ↑' : ' ↓') : ''}</span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}
