import { useState } from 'react';

import type { ItemFragment, ListItemInput } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName, useRemark } from '../entity/naming';
import { nextDays, useTermColumns } from '../entity/terms';
import { priceOf } from '../finder/CreatorTable';
import { defaultFormat, formats } from '../finder/search';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { DataTable, pressed, type Sorting } from '../ui/DataTable';
import { NumberInput, Select, TextInput } from '../ui/Field';
import { Problem } from '../ui/Problem';
import type { List } from './ListPage';
import styles from './lists.module.css';
import { Replace } from './Replace';
import { statuses } from './status';
import { useWrite } from './useWrite';
import { removeItems, saveItems } from './write';

/** Who is on a list. Each cell saves itself, so that two people can work on one list. */
export function ItemTable({ list }: { list: List }) {
  const { t, format, isSafe } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const { error, run } = useWrite();
  const [rebate, ...watched] = useTermColumns<ItemFragment>(
    list.items.nodes.map((item) => item.creator.id),
    (item) => item.creator.id,
    nextDays(),
  );
  const [replaced, setReplaced] = useState<ItemFragment | null>(null);
  const [sorting, setSorting] = useState<Sorting>();
  const set = (item: ItemFragment, part: Omit<ListItemInput, 'creator'>) =>
    run(() => saveItems(list.id, [{ creator: item.creator.id, ...part }]));
  return (
    <>
      {error && <Problem error={error} />}
      <DataTable
        label={t('creators')}
        rows={sorting ? list.items.nodes.toSorted(orderOf(sorting)) : list.items.nodes}
        idOf={(item) => item.creator.id}
        sorting={sorting}
        onSort={(id) => setSorting((s) => pressed(s, id))}
        columns={[
          {
            id: 'name',
            label: t('CREATOR'),
            cell: (item) => (
              <span className={styles['who']}>
                <EntityLink entity={item.creator} />
                {item.replaces && <span className={styles['faint']}>{t('replaces', nameOf(item.replaces))}</span>}
              </span>
            ),
          },
          {
            id: 'status',
            label: t('listStatus'),
            isSortable: true,
            cell: (item) => (
              <span className={styles['choice']}>
                <Select
                  label={t('listStatus')}
                  isLabelHidden
                  value={item.status}
                  options={statuses.map((value) => ({ value, label: t(value) }))}
                  onChange={(status) => set(item, { status })}
                />
              </span>
            ),
          },
          {
            id: 'grade',
            label: t('listGrade'),
            isSortable: true,
            cell: (item) => (
              <span className={styles['narrow']}>
                <TextInput label={t('listGrade')} isLabelHidden value={item.grade ?? ''} onCommit={(grade) => set(item, { grade: grade || null })} />
              </span>
            ),
          },
          { id: 'followers', label: t('followers'), isNumber: true, isSortable: true, cell: (item) => format.count(item.creator.followers) },
          {
            id: 'format',
            label: t('format'),
            cell: (item) => (
              <span className={styles['choice']}>
                <Select
                  label={t('format')}
                  isLabelHidden
                  value={item.format ?? ''}
                  options={[{ value: '', label: format.absent('none') }, ...formats.map((value) => ({ value, label: t(value) }))]}
                  onChange={(value) => set(item, { format: value === '' ? null : value })}
                />
              </span>
            ),
          },
          {
            id: 'asking',
            label: t('askingPrices'),
            isNumber: true,
            isSortable: true,
            cell: (item) => money(priceOf(item.creator, item.format ?? defaultFormat)),
          },
          {
            id: 'price',
            label: t('listPrice'),
            isNumber: true,
            isSortable: true,
            cell: (item) =>
              isSafe ? (
                format.absent('denied')
              ) : (
                <span className={styles['number']}>
                  <NumberInput
                    label={t('listPrice')}
                    isLabelHidden
                    value={item.price === null ? null : item.price / 100}
                    onCommit={(yuan) => set(item, { price: yuan === null ? null : Math.round(yuan * 100) })}
                  />
                </span>
              ),
          },
          ...[rebate, watched.at(-1)].filter((column) => column !== undefined),
          { id: 'cpm', label: t('cpm'), isNumber: true, isSortable: true, cell: (item) => money(item.creator.performance.cpm) },
          {
            id: 'tags',
            label: t('listTags'),
            cell: (item) => <Remark label={t('listTags')} text={item.tags.join(', ') || null} onCommit={(typed) => set(item, { tags: tagsOf(typed) })} />,
          },
          {
            id: 'reason',
            label: t('sheetReason'),
            cell: (item) => <Remark label={t('sheetReason')} text={item.reason} onCommit={(reason) => set(item, { reason })} />,
          },
          {
            id: 'note',
            label: t('listNote'),
            cell: (item) => <Remark label={t('listNote')} text={item.note} onCommit={(note) => set(item, { note })} />,
          },
          ...watched.slice(0, -1),
          {
            id: 'remove',
            label: '',
            isPinned: true,
            cell: (item) => (
              <span className={styles['acts']}>
                <IconButton icon="redo" label={`${t('replace')}: ${nameOf(item.creator)}`} onPress={() => setReplaced(item)} />
                <IconButton
                  icon="close"
                  label={`${t('listRemove')}: ${nameOf(item.creator)}`}
                  onPress={() => run(() => removeItems(list.id, [item.creator.id]))}
                />
              </span>
            ),
          },
        ]}
      />
      {replaced && <Replace list={list} item={replaced} onClose={() => setReplaced(null)} />}
    </>
  );
}

/** What items can be ordered by; numbers the greatest first, statuses from the shortlist on. */
const orders: Record<string, (item: ItemFragment) => number | string | null> = {
  status: (item) => -statuses.indexOf(item.status),
  grade: (item) => item.grade,
  followers: (item) => item.creator.followers,
  asking: (item) => priceOf(item.creator, item.format ?? defaultFormat),
  price: (item) => item.price,
  cpm: (item) => item.creator.performance.cpm,
};

/** Compares items; what is unknown comes last either way. */
export function orderOf({ id, isDescending }: Sorting) {
  return (a: ItemFragment, b: ItemFragment) => {
    const [x, y] = [orders[id]!(a), orders[id]!(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const by = typeof x === 'string' ? x.localeCompare(String(y), 'zh-CN') : x - Number(y);
    return isDescending ? -by : by;
  };
}

/** The tags that somebody typed, each once: any usual sign separates them. */
export function tagsOf(typed: string | null): string[] {
  const tags = (typed ?? '').split(/[,，、;；|\n]/).map((tag) => tag.trim().replace(/^#/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** What somebody wrote of an item. */
function Remark({ label, text, onCommit }: { label: string; text: string | null; onCommit: (text: string | null) => void }) {
  const { isSafe } = useSettings();
  const remark = useRemark();
  if (isSafe) return remark(text);
  return (
    <span className={styles['wide']}>
      <TextInput label={label} isLabelHidden value={text ?? ''} onCommit={(typed) => onCommit(typed || null)} />
    </span>
  );
}
