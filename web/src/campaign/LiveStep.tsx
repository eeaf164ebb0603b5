import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CampaignAdvice, CampaignParticipations, CampaignTotals } from '../api/generated/documents';
import type { AdvisedFragment, CampaignParticipationsQuery, ParticipationOrderField } from '../api/generated/types';
import { useLive, useLiveEach } from '../api/live';
import { EntityLink } from '../entity/EntityLink';
import { usePerformance } from '../entity/figures';
import { useMoney, useName } from '../entity/naming';
import type { Campaign } from '../pages/CampaignPage';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable, pressed, type Column, type Sorting } from '../ui/DataTable';
import { NumberInput } from '../ui/Field';
import { Figures } from '../ui/Figures';
import { AskPanel, Panel } from '../ui/Panel';
import { Empty, Skeleton } from '../ui/State';
import { attention } from './attention';
import styles from './campaign.module.css';
import { Contents } from './Contents';
import { exportAdvice, exportAttention } from './runSheets';
import { exportParticipations } from './sheets';
import { halfOf } from '../text/halves';

export type Participation = NonNullable<CampaignParticipationsQuery['campaign']>['participations']['nodes'][number];

/** A campaign while it runs: its totals as they change, what to look at first, and everybody's results. */
export function LiveStep({ campaign }: { campaign: Campaign }) {
  return (
    <>
      <Totals campaign={campaign} />
      <Advice campaign={campaign} />
      <Contents campaign={campaign} />
      <Attention campaign={campaign} />
      <Participations campaign={campaign} />
    </>
  );
}

function Totals({ campaign }: { campaign: Campaign }) {
  const { t } = useSettings();
  const performance = usePerformance();
  const variables = { id: campaign.id };
  const { data, isLive } = useLive(CampaignTotals, variables);
  return (
    <Panel title={t('liveTotals')} note={data && t(isLive ? 'liveNote' : 'liveLost')} question={{ document: CampaignTotals, variables }}>
      {data ? (
        <div aria-live="polite">
          <Figures figures={performance(data.campaignPerformance)} />
        </div>
      ) : (
        <Skeleton lines={3} />
      )}
    </Panel>
  );
}

const usualMoney = 100_000;

/** What money would bring on a content, or lose on it, in fen. */
function atStake({ forecast }: AdvisedFragment, money: number): number | null {
  if (!forecast || forecast.boostValue === null) return null;
  return forecast.advice === 'STOP' ? money - forecast.boostValue : forecast.boostValue;
}

const adviceWords = { BOOST: 'adviceBOOST', KEEP: 'adviceKEEP', STOP: 'adviceSTOP', TOO_EARLY: 'adviceTOO_EARLY' } as const;

/** Contents on which to spend more or less, most money at stake first. */
function Advice({ campaign }: { campaign: Campaign }) {
  const { t, format, language, isSafe } = useSettings();
  const nameOf = useName();
  const money = useMoney();
  const [spend, setSpend] = useState(usualMoney);
  const variables = { id: campaign.id, money: spend };
  const { events, isLive } = useLiveEach(CampaignAdvice, variables, (data) => data.contentAdvice.id);
  const contents = events
    .map((e) => e.contentAdvice)
    .filter((c) => c.forecast?.advice === 'BOOST' || c.forecast?.advice === 'STOP')
    .sort((a, b) => (atStake(b, spend) ?? 0) - (atStake(a, spend) ?? 0));
  return (
    <Panel
      title={t('advice')}
      note={t(isLive ? 'adviceNote' : 'adviceWaiting')}
      question={{ document: CampaignAdvice, variables }}
      isFlush
      actions={
        <>
          <span className={styles['inline']}>
            <span aria-hidden="true">{t('adviceMoney')}</span>
            <span className={styles['offer']}>
              <NumberInput isLabelHidden label={t('adviceMoney')} value={spend / 100} onCommit={(yuan) => setSpend(Math.max(100, Math.round((yuan ?? 1_000) * 100)))} />
            </span>
          </span>
          <Button icon="download" isDisabled={contents.length === 0} onPress={() => void exportAdvice(campaign.name, contents.map((c) => [c, t(adviceWords[c.forecast!.advice]), atStake(c, spend)]), language, t, nameOf, isSafe)}>
            {t('exportXlsx')}
          </Button>
        </>
      }
    >
      {contents.length === 0 ? (
        <Empty title={t('adviceNone')}>{t('adviceNoneText')}</Empty>
      ) : (
        <DataTable
          label={t('advice')}
          rows={contents}
          idOf={(c) => c.id}
          columns={[
            { id: 'advice', label: t('adviceDo'), cell: (c) => <span className={styles['advice']} data-advice={c.forecast!.advice}>{t(adviceWords[c.forecast!.advice])}</span> },
            { id: 'content', label: t('CONTENT'), cell: (c) => <EntityLink entity={c} /> },
            { id: 'creator', label: t('CREATOR'), cell: (c) => <EntityLink entity={c.creator} /> },
            { id: 'stake', label: t('atStake'), isNumber: true, cell: (c) => money(atStake(c, spend)) },
            { id: 'now', label: t('viewsNow'), isNumber: true, cell: (c) => format.count(c.forecast!.counted) },
            { id: 'week', label: t('viewsWeek'), isNumber: true, cell: (c) => <span title={t('interval80', format.count(c.forecast!.views), format.count(c.forecast!.low), format.count(c.forecast!.high))}>{format.count(c.forecast!.views)}</span> },
            { id: 'why', label: t('reasons'), cell: (c) => <span className={styles['why']}>{halfOf(c.forecast!.reason, language)}</span> },
          ]}
        />
      )}
    </Panel>
  );
}

const all = { orderBy: [{ field: 'FEE' as const, direction: 'DESC' as const }], first: 500 };

/** Who is late, dear or cheap, most money at stake first. */
function Attention({ campaign }: { campaign: Campaign }) {
  const { t, format, isSafe } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const asked = useAsk(CampaignParticipations, { key: campaign.key, ...all });
  const today = new Date().toISOString().slice(0, 10);
  const participations = asked.data?.campaign?.participations.nodes ?? [];
  const known = participations.filter((p) => p.fee !== null && p.impressions);
  const fee = known.reduce((sum, p) => sum + p.fee!, 0);
  const impressions = known.reduce((sum, p) => sum + p.impressions!, 0);
  const found = attention(participations, impressions > 0 ? (fee * 1000) / impressions : null, campaign.starts !== null && campaign.starts <= today);
  return (
    <AskPanel
      asked={asked}
      title={t('attention')}
      note={t('attentionNote')}
      actions={
        <Button icon="download" isDisabled={found.length === 0} onPress={() => void exportAttention(campaign.name, found, t, nameOf, isSafe)}>
          {t('exportXlsx')}
        </Button>
      }
      isFlush
    >
      {() => {
        if (found.length === 0) return <Empty title={t('attentionNone')} />;
        return (
          <DataTable
            label={t('attention')}
            rows={found.slice(0, 12)}
            idOf={(a) => a.of.creator.id}
            columns={[
              { id: 'creator', label: t('CREATOR'), cell: (a) => <EntityLink entity={a.of.creator} /> },
              { id: 'matter', label: t('matter'), cell: (a) => <span className={styles['advice']} data-advice={a.matter}>{t(`matter_${a.matter}`)}</span> },
              { id: 'stake', label: t('atStake'), isNumber: true, cell: (a) => money(a.atStake) },
              { id: 'fee', label: t('fee'), isNumber: true, cell: (a) => money(a.of.fee) },
              { id: 'impressions', label: t('impressions'), isNumber: true, cell: (a) => format.count(a.of.impressions) },
              { id: 'cpm', label: t('cpm'), isNumber: true, cell: (a) => money(a.of.cpm) },
            ]}
          />
        );
      }}
    </AskPanel>
  );
}

const pageSize = 20;

function Participations({ campaign }: { campaign: Campaign }) {
  const { t, format, isSafe } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const [sorting, setSorting] = useState<Sorting>({ id: 'FEE', isDescending: true });
  const [first, setFirst] = useState(pageSize);
  const asked = useAsk(CampaignParticipations, {
    key: campaign.key,
    orderBy: [{ field: sorting.id as ParticipationOrderField, direction: sorting.isDescending ? 'DESC' : 'ASC' }],
    first,
  });
  const connection = asked.data?.campaign?.participations;
  const columns: Column<Participation>[] = [
    { id: 'KEY', label: t('CREATOR'), cell: (p) => <EntityLink entity={p.creator} /> },
    { id: 'source', label: t('source'), cell: (p) => (p.source ? t(p.source) : format.absent('unknown')) },
    { id: 'FEE', label: t('fee'), isNumber: true, isSortable: true, cell: (p) => money(p.fee) },
    { id: 'IMPRESSIONS', label: t('impressions'), isNumber: true, isSortable: true, cell: (p) => format.count(p.impressions) },
    { id: 'CLICKS', label: t('clicks'), isNumber: true, isSortable: true, cell: (p) => format.count(p.clicks) },
    { id: 'CPM', label: t('cpm'), isNumber: true, isSortable: true, cell: (p) => money(p.cpm) },
    { id: 'CTR', label: t('ctr'), isNumber: true, isSortable: true, cell: (p) => format.rate(p.ctr) },
    { id: 'ROI', label: t('roi'), isNumber: true, isSortable: true, cell: (p) => format.ratio(p.roi) },
  ];
  return (
    <AskPanel
      asked={asked}
      title={t('participationsOf')}
      note={connection && t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))}
      actions={
        connection && (
          <>
            {connection.totalCount > connection.nodes.length && (
              <Button look="quiet" onPress={() => setFirst(first + 100)}>
                {t('showMore')}
              </Button>
            )}
            <Button icon="download" onPress={() => void exportParticipations(campaign.name, connection.nodes, t, nameOf, isSafe)}>
              {t('exportXlsx')}
            </Button>
          </>
        )
      }
      isFlush
      isEmpty={(data) => !data.campaign?.participations.nodes.length}
    >
      {(data) => (
        <DataTable
          label={t('participationsOf')}
          rows={data.campaign!.participations.nodes}
          idOf={(p) => p.creator.id}
          columns={columns}
          sorting={sorting}
          onSort={(id) => setSorting((s) => pressed(s, id))}
        />
      )}
    </AskPanel>
  );
}
