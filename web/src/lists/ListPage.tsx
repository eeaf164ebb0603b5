import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { queryClient, useAsk, type Question } from '../api/ask';
import { CreatorListLive, CreatorListPage as ListDocument, CreatorListReach } from '../api/generated/documents';
import type { CreatorListPageQuery, ListStatus } from '../api/generated/types';
import { useLive } from '../api/live';
import { EntityLink } from '../entity/EntityLink';
import { useListName, useMoney, useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import button from '../ui/Button.module.css';
import { Dialog } from '../ui/Dialog';
import { TextInput } from '../ui/Field';
import { Figures } from '../ui/Figures';
import { Page, PageHead } from '../ui/Page';
import { AskPanel, Panel } from '../ui/Panel';
import { Problem } from '../ui/Problem';
import { Empty, State } from '../ui/State';
import { ItemTable } from './ItemTable';
import { exportSheet } from './exportSheet';
import { MergeReview } from './MergeReview';
import { Paste } from './Paste';
import { statuses } from './status';
import styles from './lists.module.css';
import { useWrite } from './useWrite';
import { ConflictError, deleteList, saveList } from './write';

const route = getRouteApi('/lists/$key');

export type List = NonNullable<CreatorListPageQuery['creatorList']>;

/** One list: what it adds up to, and who is on it. What others change appears at once. */
export function ListPage() {
  const { key } = route.useParams();
  const { t, format } = useSettings();
  const [status, setStatus] = useState<ListStatus | null>(null);
  const asked = useAsk(ListDocument, { key, status: status && [status] });
  const list = asked.data?.creatorList;
  return (
    <Page>
      <State asked={asked} skeleton={12}>
        {(data) =>
          data.creatorList ? (
            <div className={styles['stack']}>
              <Head key={data.creatorList.version} list={data.creatorList} status={status} />
              <Totals list={data.creatorList} question={asked.question} />
            </div>
          ) : (
            <Empty title={t('gone')}>{t('goneText', `${t('listGone')}: ${key}`)}</Empty>
          )
        }
      </State>
      {list && (
        <>
          <Watch list={list.id} />
          <StatusTabs list={list} chosen={status} onChoose={setStatus} />
          <AskPanel
            asked={asked}
            title={t('creators')}
            note={list.items.nodes.length < list.items.totalCount ? t('shown', format.whole(list.items.nodes.length), format.whole(list.items.totalCount)) : t('listLive')}
            isFlush
            isEmpty={(data) => !data.creatorList}
          >
            {(data) =>
              data.creatorList!.items.nodes.length === 0 ? (
                <Empty title={t('listEmpty')} actions={<Link to="/creators">{t('navCreators')}</Link>}>
                  {t('listEmptyText')}
                </Empty>
              ) : (
                <ItemTable list={data.creatorList!} />
              )
            }
          </AskPanel>
        </>
      )}
    </Page>
  );
}

/** Asks for the list again whenever anybody has changed it, and when nothing more is told of it: it may be deleted. */
function Watch({ list }: { list: string }) {
  const { data, isLive } = useLive(CreatorListLive, { list });
  const changed = data?.creatorListChanged.changed;
  useEffect(() => {
    if (!changed) return;
    void queryClient.invalidateQueries({ queryKey: [ListDocument.name] });
    void queryClient.invalidateQueries({ queryKey: [CreatorListReach.name] });
  }, [changed, isLive]);
  return null;
}

function Head({ list, status }: { list: List; status: ListStatus | null }) {
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  const title = useListName()(list);
  const navigate = useNavigate();
  const { isRunning, error, run } = useWrite();
  const [name, setName] = useState(list.name);
  const [note, setNote] = useState(list.note ?? '');
  const [version, setVersion] = useState(list.version);
  const [isDeleting, setDeleting] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const isChanged = name !== list.name || note !== (list.note ?? '');
  const save = () =>
    run(async () => {
      try {
        await saveList({ id: list.id, name, note: note || null, campaign: list.campaign?.id ?? null, version });
      } catch (cause) {
        // The next press of Save replaces what the other one saved, which is shown first.
        if (cause instanceof ConflictError && cause.current) {
          setVersion(cause.current.version);
          throw new Error(`${t('listConflict')} ${cause.current.name}: ${cause.current.note ?? ''}`, { cause });
        }
        throw cause;
      }
    });
  return (
    <>
      <PageHead
        title={title}
        facts={list.campaign && <EntityLink entity={list.campaign} />}
        actions={
          <>
            <Button icon="download" isDisabled={isRunning} onPress={() => run(() => exportSheet(list, status, title, t, nameOf, isSafe))}>
              {t('exportSheet')}
            </Button>
            <MergeReview list={list} />
            {list.totals.creators >= 2 && (
              <Link to="/overlap" search={{ ids: [], without: [], list: list.key }} className={button['link']!}>
                {t('overlapOpen')}
              </Link>
            )}
            <Button icon="plus" onPress={() => setPasting(true)}>
              {t('paste')}
            </Button>
            <Button look="quiet" onPress={() => setDeleting(true)}>
              {t('listDelete')}
            </Button>
          </>
        }
      />
      {!isSafe && (
        <div className={styles['head']}>
          <TextInput label={t('listName')} value={name} isLive onCommit={setName} />
          <TextInput label={t('listNote')} value={note} isLive onCommit={setNote} />
          <Button look="primary" isDisabled={!isChanged || isRunning} onPress={save}>
            {t('listSave')}
          </Button>
        </div>
      )}
      {error && <Problem error={error} />}
      {isPasting && <Paste list={list} onClose={() => setPasting(false)} />}
      {isDeleting && (
        <Dialog title={t('listDelete')} onClose={() => setDeleting(false)}>
          <p>{t('listDeleteSure', title)}</p>
          <Button
            look="primary"
            isDisabled={isRunning}
            onPress={() =>
              run(async () => {
                await deleteList(list.id);
                await navigate({ to: '/lists' });
              })
            }
          >
            {t('listDelete')}
          </Button>
        </Dialog>
      )}
    </>
  );
}

function Totals({ list, question }: { list: List; question: Question }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const reach = useAsk(CreatorListReach, { key: list.key });
  const { totals } = list;
  const unique = reach.data?.creatorList?.totals.unique;
  return (
    <Panel title={t('listTotals')} question={[question, reach.question]}>
      <Figures
        figures={[
          { label: t('creators'), value: format.whole(totals.creators) },
          {
            label: t('price'),
            value: money(totals.price),
            title: money(totals.price, true),
            ...(totals.unpriced > 0 && { note: t('listUnpriced', format.whole(totals.unpriced)) }),
          },
          { label: t('totalReach'), value: format.count(totals.followers), title: format.whole(totals.followers) },
          { label: t('uniqueReach'), value: format.count(unique), note: t('overlapNote') },
        ]}
      />
    </Panel>
  );
}

function StatusTabs({
  list,
  chosen,
  onChoose,
}: {
  list: List;
  chosen: ListStatus | null;
  onChoose: (status: ListStatus | null) => void;
}) {
  const { t, format } = useSettings();
  const counts = new Map(list.totals.byStatus.map((s) => [s.status, s.count]));
  const all: (ListStatus | null)[] = [null, ...statuses.filter((s) => counts.get(s))];
  return (
    <div className={styles['tabs']} role="group" aria-label={t('listStatus')}>
      {all.map((status) => (
        <button
          key={status ?? 'all'}
          type="button"
          className={styles['tab']}
          aria-pressed={status === chosen}
          onClick={() => onChoose(status)}
        >
          {status ? t(status) : t('allStatuses')}
          <span>{format.whole(status ? counts.get(status) : list.totals.creators)}</span>
        </button>
      ))}
    </div>
  );
}
