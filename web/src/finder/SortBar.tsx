import { useSettings } from '../shell/settings';
import type { TextKey } from '../text/catalogue';
import { IconButton } from '../ui/Button';
import { Select } from '../ui/Field';
import { sorts, type Order, type Sort } from './search';
import styles from './SortBar.module.css';

const names = {
  FOLLOWERS: 'followers',
  PRICE: 'sortPrice',
  CPM: 'cpm',
  CAMPAIGNS: 'campaigns',
  BRANDS: 'sortBrands',
  SPEND: 'sortSpend',
  GROWTH: 'sortGrowth',
  NAME: 'name',
} as const satisfies Record<Sort, TextKey>;

/** How many orders one search has at most. */
const most = 3;

/** By what creators are ordered, first by one, then by the next: all of it shown, each to change or to take back. */
export function SortBar({ orders, onChange }: { orders: readonly Order[]; onChange: (orders: readonly Order[]) => void }) {
  const { t } = useSettings();
  const free = sorts.filter((sort) => !orders.some((order) => order.field === sort));
  const set = (at: number, order: Order) => onChange(orders.map((old, i) => (i === at ? order : old)));
  return (
    <div className={styles['bar']} role="group" aria-label={t('orderedBy')}>
      {orders.map((order, i) => (
        <span key={order.field} className={styles['order']}>
          <span className={styles['word']}>{i === 0 ? t('orderedBy') : t('thenBy')}</span>
          <Select
            label={i === 0 ? t('orderedBy') : t('thenBy')}
            isLabelHidden
            value={order.field}
            options={sorts.filter((sort) => sort === order.field || free.includes(sort)).map((value) => ({ value, label: t(names[value]) }))}
            onChange={(field) => set(i, { field, isDescending: field !== 'NAME' })}
          />
          <button
            type="button"
            className={styles['direction']}
            onClick={() => set(i, { ...order, isDescending: !order.isDescending })}
          >
            {t(order.isDescending ? 'directionDown' : 'directionUp')}
          </button>
          {i > 0 && (
            <IconButton icon="close" label={t('removeOrder', t(names[order.field]))} onPress={() => onChange(orders.filter((_, at) => at !== i))} />
          )}
        </span>
      ))}
      {orders.length < most && (
        <Select
          label={t('addOrder')}
          isLabelHidden
          value=""
          options={[{ value: '', label: t('addOrder') }, ...free.map((value) => ({ value, label: t(names[value]) }))]}
          onChange={(field) => {
            if (field !== '') onChange([...orders, { field, isDescending: field !== 'NAME' }]);
          }}
        />
      )}
    </div>
  );
}
