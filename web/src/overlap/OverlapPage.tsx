import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

import { useAsk, type Asked } from '../api/ask';
import { CompareOverlap, OverlapCreators, OverlapList } from '../api/generated/documents';
import type { CompareOverlapQuery } from '../api/generated/types';
import { creatorsOf } from '../entity/creators';
import { EntityLink } from '../entity/EntityLink';
import { useListName, useMoney, useName, useSentence, type Named } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Figures } from '../ui/Figures';
import { Page, PageHead } from '../ui/Page';
import { AskPanel, Panel } from '../ui/Panel';
import { Empty, State } from '../ui/State';
import { drops, orderedDrops, type Drop, type DropOrder } from './drop';
import { Matrix } from './Matrix';
import styles from './OverlapPage.module.css';

const route = getRouteApi('/overlap');

/** How many creators one overlap is computed of. */
const most = 50;

interface Candidate extends Named {
  followers: number | null;
  price: number | null;
}

/** The overlap of up to fifty audiences, of a selection or of a list, and whom to leave out. */
export function OverlapPage() {
  const { ids, list } = route.useSearch();
  const { t } = useSettings();
  if (list !== undefined) return <OfList list={list} />;
  if (ids.length >= 2) return <OfIds ids={ids} />;
  return (
    <Page>
      <PageHead title={t('overlapTitle')} />
      <Empty
        title={t('overlapFew')}
        actions={
          <>
            <Link to="/creators">{t('navCreators')}</Link>
            <Link to="/lists">{t('navLists')}</Link>
          </>
        }
      />
    </Page>
  );
}

function OfList({ list }: { list: string }) {
  const { t } = useSettings();
  const listName = useListName();
  const asked = useAsk(OverlapList, { key: list });
  return (
    <Frame
      asked={asked}
      facts={
        asked.data?.creatorList && (
          <Link to="/lists/$key" params={{ key: list }}>
            {t('overlapOf', listName(asked.data.creatorList))}
          </Link>
        )
      }
      candidates={(data) =>
        data.creatorList?.items.nodes
          // Who was refused or has refused reaches nobody.
          .filter((item) => item.status !== 'REJECTED' && item.status !== 'DECLINED')
          .map(({ creator, currentPrice }) => ({ ...creator, price: currentPrice ?? creator.shortVideo })) ?? []
      }
    />
  );
}

function OfIds({ ids }: { ids: readonly string[] }) {
  const asked = useAsk(OverlapCreators, { ids: [...ids] });
  return <Frame asked={asked} candidates={(data) => creatorsOf(data.nodes).map((creator) => ({ ...creator, price: creator.shortVideo }))} />;
}

function Frame<Result>({ asked, facts, candidates }: { asked: Asked<Result>; facts?: ReactNode; candidates: (data: Result) => Candidate[] }) {
  const { t, format } = useSettings();
  const { without } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useName();
  return (
    <Page>
      <PageHead
        title={t('overlapTitle')}
        facts={facts}
        actions={
          without.length > 0 && (
            <>
              <span className={styles['faint']}>{t('dropped', format.whole(without.length))}</span>
              <Button onPress={() => void navigate({ search: (old) => ({ ...old, without: [] }) })}>{t('dropBack')}</Button>
            </>
          )
        }
      />
      <State asked={asked} skeleton={12}>
        {(data) => {
          const all = candidates(data);
          const unknown = all.filter((c) => c.followers === null);
          const known = all.filter((c) => c.followers !== null && !without.includes(c.id));
          if (known.length < 2) return <Empty title={all.length < 2 ? t('overlapGone') : t('overlapFew')} />;
          return (
            <div className={styles['stack']}>
              {known.length > most && <p className={styles['faint']}>{t('overlapCut', format.whole(most), format.whole(known.length))}</p>}
              {unknown.length > 0 && <p className={styles['faint']}>{t('overlapUnknown', format.list(unknown.map(nameOf)))}</p>}
              <Overlap creators={known.slice(0, most)} />
            </div>
          );
        }}
      </State>
    </Page>
  );
}

function Overlap({ creators }: { creators: readonly Candidate[] }) {
  const { t, format } = useSettings();
  const sentence = useSentence();
  const asked = useAsk(CompareOverlap, { ids: creators.map((c) => c.id) });
  const overlap = asked.data?.audienceOverlap;
  const method = overlap && t(overlap.method === 'MEASURED' ? 'overlapMeasured' : 'overlapNote');
  return (
    <>
      <AskPanel asked={asked} title={t('overview')} note={method} skeleton={3}>
        {({ audienceOverlap }) => (
          <div className={styles['stack']}>
            <Figures
              figures={[
                { label: t('creators'), value: format.whole(audienceOverlap.shares.length) },
                { label: t('totalReach'), value: format.count(Math.round(audienceOverlap.total)) },
                { label: t('uniqueReach'), value: format.count(Math.round(audienceOverlap.unique)) },
                { label: t('efficiency'), value: format.rate(audienceOverlap.unique / audienceOverlap.total, 1) },
              ]}
            />
            {audienceOverlap.notes.map((note) => (
              <p key={note} className={styles['faint']}>
                {sentence(note)}
              </p>
            ))}
          </div>
        )}
      </AskPanel>
      {overlap && !asked.isOld && (
        <>
          <DropWhom overlap={overlap} creators={creators} question={asked.question} />
          <Panel title={t('matrixTitle')} note={t('matrixNote')} question={asked.question} isFlush>
            <Matrix overlap={overlap} />
          </Panel>
        </>
      )}
    </>
  );
}

function DropWhom({
  overlap,
  creators,
  question,
}: {
  overlap: CompareOverlapQuery['audienceOverlap'];
  creators: readonly Candidate[];
  question: Asked<unknown>['question'];
}) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const navigate = route.useNavigate();
  const byId = new Map(creators.map((c) => [c.id, c]));
  const shareOf = new Map(overlap.shares.map((s) => [s.creator.id, s.unique]));
  const [order, setOrder] = useState<DropOrder>('lost');
  const all = drops(
    overlap.shares.map(({ creator, unique }) => ({
      id: creator.id,
      followers: creator.followers ?? 0,
      unique,
      price: byId.get(creator.id)?.price ?? null,
    })),
    overlap.unique,
  );
  const rows = orderedDrops(all, order);
  const drop = (id: string) => void navigate({ search: (old) => ({ ...old, without: [...old.without, id] }) });
  const best = rows[0];
  const named = (row: Drop) => nameOf(byId.get(row.id)!);
  return (
    <Panel title={t('dropTitle')} note={t('dropNote')} question={question} isFlush>
      {best && (
        <p className={styles['advice']} role="status">
          {best.saved === null
            ? t('dropAdviceUnpriced', named(best), format.rate(best.lostShare, 1))
            : t('dropAdvice', named(best), format.rate(best.lostShare, 1), money(best.saved))}
        </p>
      )}
      <DataTable
        label={t('dropTitle')}
        sorting={{ id: order, isDescending: order !== 'lost' }}
        onSort={(id) => setOrder(id as DropOrder)}
        rows={rows}
        idOf={(row) => row.id}
        columns={[
          { id: 'name', label: t('CREATOR'), cell: (row) => <EntityLink entity={byId.get(row.id)!} /> },
          { id: 'followers', label: t('followers'), isNumber: true, cell: (row) => format.count(byId.get(row.id)!.followers) },
          { id: 'unique', label: t('dropUnique'), isNumber: true, cell: (row) => format.rate(shareOf.get(row.id), 1) },
          { id: 'lost', label: t('dropLost'), isNumber: true, isSortable: true, cell: (row) => format.count(Math.round(row.lost)) },
          { id: 'share', label: t('dropLostShare'), isNumber: true, cell: (row) => format.rate(row.lostShare, 1) },
          { id: 'saved', label: t('dropSaved'), isNumber: true, isSortable: true, cell: (row) => money(row.saved) },
          { id: 'perHead', label: t('dropPerHead'), isNumber: true, isSortable: true, cell: (row) => money(row.perHead === null ? null : Math.round(row.perHead)) },
          {
            id: 'drop',
            label: '',
            isPinned: true,
            cell: (row) => rows.length > 2 && <IconButton icon="minus" label={t('dropIt', named(row))} onPress={() => drop(row.id)} />,
          },
        ]}
      />
    </Panel>
  );
}
