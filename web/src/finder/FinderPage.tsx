import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk } from '../api/ask';
import { FindCreators } from '../api/generated/documents';
import { SelectionBar } from '../choose/SelectionBar';
import { nextDays } from '../entity/terms';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import { CreatorTable } from './CreatorTable';
import { Filters } from './Filters';
import styles from './FinderPage.module.css';
import { NothingFound } from './NothingFound';
import { filterOf, ordered, orderOf, ordersOf, periodOf, type FinderSearch, type Order } from './search';
import { SortBar } from './SortBar';

const route = getRouteApi('/creators');

const pageSize = 50;

/** The creator search (达人广场): filters with counts at the left, who fits at the right, what to do with them below. */
export function FinderPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t, format } = useSettings();
  const [first, setFirst] = useState(pageSize);
  const filter = filterOf(search);
  const asked = useAsk(FindCreators, { filter, orderBy: orderOf(search), first });
  const connection = asked.data?.creators;

  const change = (next: FinderSearch) => {
    setFirst(pageSize);
    void navigate({ search: next, replace: true });
  };
  const orders = ordersOf(search);
  const order = (next: readonly Order[]) => {
    const [first, ...then] = next;
    if (first) change(ordered(search, first, then));
  };
  // The same head again turns the order round; numbers begin with the largest, names with the first.
  const sort = (id: string) =>
    order([{ field: id as Order['field'], isDescending: orders[0]!.field === id ? !orders[0]!.isDescending : id !== 'NAME' }]);

  return (
    <Page>
      <PageHead title={t('finderTitle')} />
      <div className={styles['layout']}>
        <Filters search={search} isWaiting={asked.isOld || (!asked.data && !asked.error)} onChange={change} />
        <div className={styles['found']}>
          <SortBar orders={orders} onChange={order} />
          <AskPanel
            asked={asked}
            title={connection ? t('found', format.whole(connection.totalCount)) : t('creators')}
            note={connection && t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))}
            isFlush
            skeleton={20}
          >
            {(data) =>
              data.creators.nodes.length === 0 ? (
                <NothingFound search={search} onChange={change} />
              ) : (
                <CreatorTable
                  creators={data.creators.nodes}
                  format={search.format}
                  sorting={{ id: orders[0]!.field, isDescending: orders[0]!.isDescending }}
                  period={periodOf(search) ?? nextDays()}
                  onSort={sort}
                />
              )
            }
          </AskPanel>
          {connection?.pageInfo.hasNextPage && (
            <Button onPress={() => setFirst(Math.min(1000, first + 100))}>{t('showMore')}</Button>
          )}
        </div>
      </div>
      <SelectionBar />
    </Page>
  );
}
