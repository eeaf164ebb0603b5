import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CampaignComparison, CampaignEvaluationPanel, CampaignParticipations } from '../api/generated/documents';
import type { CampaignComparisonQuery, ComparedFragment, EvaluationMetric, FiguresFragment } from '../api/generated/types';
import { usePerformance } from '../entity/figures';
import { useMoney, useName } from '../entity/naming';
import type { Campaign } from '../pages/CampaignPage';
import { useSettings } from '../shell/settings';
import type { Translate } from '../text/catalogue';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Select } from '../ui/Field';
import { Figures } from '../ui/Figures';
import { Icon } from '../ui/Icon';
import { AskPanel } from '../ui/Panel';
import { bySize, type SizeTotals } from './bySize';
import styles from './campaign.module.css';
import { EffectBar, effectScale } from './EffectBar';
import { exportReview } from './sheets';
import { halfOf } from '../text/halves';

export type Comparison = NonNullable<CampaignComparisonQuery['campaign']>['evaluation'];

type Side = Pick<FiguresFragment, 'participations' | 'fee' | 'cpm' | 'ctr' | 'roi'>;

/** A campaign afterwards: beside its benchmark, recommended beside self-picked creators, and by category and agency. */
export function ReviewStep({ campaign }: { campaign: Campaign }) {
  const { t, format, isSafe } = useSettings();
  const performance = usePerformance();
  const nameOf = useName();
  const asked = useAsk(CampaignEvaluationPanel, { key: campaign.key });
  const [metric, setMetric] = useState<EvaluationMetric>('CPM');
  const compared = useAsk(CampaignComparison, { key: campaign.key, metric });
  const results = useAsk(CampaignParticipations, { key: campaign.key, ...allResults });
  const evaluation = asked.data?.campaign?.evaluation;
  const found = results.data?.campaign?.participations.nodes ?? [];
  const sizes = bySize(found);
  return (
    <>
      <AskPanel
        asked={asked}
        title={t('evaluation')}
        note={t('evaluationNote')}
        skeleton={4}
        actions={
          evaluation && (
            <Button icon="download" onPress={() => void exportReview(campaign.name, evaluation, sizes, compared.data?.campaign?.evaluation, t, isSafe)}>
              {t('exportXlsx')}
            </Button>
          )
        }
      >
        {(data) => (
          <Figures
            figures={[
              ...performance(data.campaign!.evaluation.total, data.campaign!.evaluation.benchmark).slice(6),
              { label: t('acceptanceRate'), value: format.rate(data.campaign!.evaluation.acceptanceRate, 1) },
            ]}
          />
        )}
      </AskPanel>
      <AskPanel
        asked={compared}
        title={t('bySource')}
        note={t('comparisonNote')}
        skeleton={6}
        actions={
          <Select
            isLabelHidden
            label={t('metric')}
            value={metric}
            options={(Object.keys(metrics) as EvaluationMetric[]).map((value) => ({ value, label: `${t(metrics[value][0])} · ${t(metrics[value][1] === 'less' ? 'lessIsBetter' : 'moreIsBetter')}` }))}
            onChange={setMetric}
          />
        }
      >
        {(data) => <Sources comparison={data.campaign!.evaluation} />}
      </AskPanel>
      {evaluation && (
        <div className={styles['thirds']}>
          <Split title="bySourceTotals" asked={asked} rows={evaluation.bySource.map((r) => ({ id: r.source ?? '', name: r.source ? t(r.source) : t('unknownValue'), side: r.performance }))} />
          <Split title="bySize" asked={results} rows={sizes.map((s) => ({ id: s.size ?? '', name: sizeName(s, t), side: s }))} />
          <Split title="byCategory" asked={asked} rows={evaluation.byCategory.map((r) => ({ id: r.category.id, name: r.category.name, side: r.performance }))} />
          <Split title="byAgency" asked={asked} rows={evaluation.byAgency.map((r) => ({ id: r.agency?.id ?? '', name: r.agency ? nameOf(r.agency) : t('noAgency'), side: r.performance }))} />
        </div>
      )}
    </>
  );
}

/** As many as the running campaign's page reads. */
const allResults = { orderBy: [{ field: 'FEE' as const, direction: 'DESC' as const }], first: 500 };

export const sizeName = ({ size }: SizeTotals, t: Translate) => (size === null ? t('unknownValue') : t(`size_${size}`));

/** What sources are compared by, and whether less of it is better. */
export const metrics = {
  CPM: ['cpm', 'less'],
  COST_PER_CLICK: ['cpc', 'less'],
  CPE: ['cpe', 'less'],
  CTR: ['ctr', 'more'],
  CVR: ['cvr', 'more'],
  ROI: ['revenueForFee', 'more'],
} as const satisfies Record<EvaluationMetric, readonly [word: string, better: 'less' | 'more']>;

const ways = [
  ['raw', 'effectRaw', 'effectRawNote'],
  ['byBrief', 'effectBrief', 'effectBriefNote'],
  ['likeForLike', 'effectLike', 'effectLikeNote'],
] as const;

/** Recommended ÷ self-picked, three ways, each with its interval and what it means. */
function Sources({ comparison: { comparison, warnings } }: { comparison: Comparison }) {
  const { t, format, language } = useSettings();
  return (
    <div className={styles['form']}>
      {warnings.length > 0 && (
        <ul className={styles['warnings']} aria-label={t('comparisonWarnings')}>
          {warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warning" />
              {halfOf(warning, language)}
            </li>
          ))}
        </ul>
      )}
      {comparison === null ? (
        <p className={styles['hint']}>{t('comparisonNone')}</p>
      ) : (
        <DataTable
          label={t('bySource')}
          rows={ways}
          idOf={([field]) => field}
          columns={[
            { id: 'way', label: t('effectWay'), cell: ([, name]) => t(name) },
            { id: 'ratio', label: t('effectRatio'), cell: ([field]) => <Effect of={comparison} field={field} /> },
            { id: 'note', label: t('effectMeans'), cell: ([, , note]) => <span className={styles['hint']}>{t(note)}</span> },
          ]}
        />
      )}
      <p className={styles['hint']}>
        {t('comparisonLegend')} {comparison && t('effectSize', format.whole(Math.round(comparison.effectiveSize)))}
      </p>
    </div>
  );
}

function Effect({ of, field }: { of: ComparedFragment; field: (typeof ways)[number][0] }) {
  const { t } = useSettings();
  const effect = of[field];
  if (!effect) return <span className={styles['hint']}>{t('comparisonUnfair')}</span>;
  return <EffectBar effect={effect} better={metrics[of.metric][1]} scale={effectScale([of.raw, of.byBrief, of.likeForLike])} />;
}

/** A campaign's results by one property. */
function Split({ title, asked, rows }: { title: 'bySourceTotals' | 'bySize' | 'byCategory' | 'byAgency'; asked: Parameters<typeof AskPanel>[0]['asked']; rows: { id: string; name: string; side: Side }[] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  if (rows.length === 0) return null;
  return (
    <AskPanel asked={asked} title={t(title)} isFlush>
      {() => (
        <DataTable
          label={t(title)}
          rows={rows}
          idOf={(row) => row.id}
          columns={[
            { id: 'name', label: t('name'), cell: (r) => r.name },
            { id: 'participations', label: t('creators'), isNumber: true, cell: (r) => format.whole(r.side.participations) },
            { id: 'fee', label: t('fee'), isNumber: true, cell: (r) => money(r.side.fee) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (r) => money(r.side.cpm) },
            { id: 'ctr', label: t('ctr'), isNumber: true, cell: (r) => format.rate(r.side.ctr) },
            { id: 'roi', label: t('roi'), isNumber: true, cell: (r) => format.ratio(r.side.roi) },
          ]}
        />
      )}
    </AskPanel>
  );
}
