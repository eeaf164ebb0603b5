import { useAsk } from '../api/ask';
import { ComparePlans } from '../api/generated/documents';
import type { ComparePlansQuery } from '../api/generated/types';
import { useSelection } from '../choose/selection';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import table from '../ui/DataTable.module.css';
import { AskPanel, Panel } from '../ui/Panel';
import { Empty } from '../ui/State';
import styles from './campaign.module.css';
import { briefOf, type PlanSearch } from './search';
import { exportComparison } from './sheets';

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
}

export type Compared = ComparePlansQuery['comparePlans'][number];

/** Plans side by side: kept ones, and one made by hand of the creators that are selected. */
export function CompareStep({ search, change }: Part) {
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  const selected = useSelection();
  const plans = search.plans ?? [];
  const asked = useAsk(ComparePlans, { brief: briefOf(search), plans }, { off: plans.length === 0 });
  const add = selected.length > 0 && (
    <Button isDisabled={plans.length >= 6} onPress={() => change({ plans: [...plans, selected.map((s) => s.id)] })}>
      {t('compareAddSelected', selected.length)}
    </Button>
  );
  if (plans.length === 0) {
    return (
      <Panel title={t('stepCompare')}>
        <Empty title={t('compareNone')} actions={add}>
          {t('compareNoneText')}
        </Empty>
      </Panel>
    );
  }
  return (
    <AskPanel
      asked={asked}
      title={t('stepCompare')}
      note={t('compareNote')}
      isFlush
      skeleton={14}
      actions={
        <>
          {add}
          {asked.data && (
            <Button icon="download" onPress={() => void exportComparison(asked.data!.comparePlans, t, nameOf, isSafe)}>
              {t('exportXlsx')}
            </Button>
          )}
        </>
      }
    >
      {(data) => <SideBySide plans={data.comparePlans} kept={plans} change={change} />}
    </AskPanel>
  );
}

function SideBySide({ plans, kept, change }: { plans: readonly Compared[]; kept: readonly string[][]; change: Part['change'] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const best = Math.max(...plans.map((p) => p.reach));
  const rows: [label: string, cell: (plan: Compared) => React.ReactNode][] = [
    [t('reach'), (p) => (p.reach === best && plans.length > 1 ? <strong>{`${format.count(p.reach)} ${t('compareMost')}`}</strong> : format.count(p.reach))],
    [t('interval'), (p) => `${format.count(p.reachLow)} – ${format.count(p.reachHigh)}`],
    [t('compareBound'), (p) => format.count(p.bound)],
    [t('compareCertified'), (p) => `≥ ${(Math.floor(p.certified * 1000) / 10).toFixed(1)}%`],
    [t('creators'), (p) => format.whole(p.picks.length)],
    [t('spendMost'), (p) => money(p.fee)],
    [t('spendExpectedName'), (p) => money(p.spend.expected)],
    [t('impressions'), (p) => format.count(p.impressions)],
    [t('cpm'), (p) => money(p.cpm)],
    [t('ctr'), (p) => format.rate(p.ctr)],
    [t('roi'), (p) => format.ratio(p.roi)],
    [t('meanFrequency'), (p) => format.ratio(p.reach > 0 ? p.impressions / p.reach : null)],
    [t('tierMix'), (p) => p.byTier.map((part) => `${part.label} ${format.whole(part.creators)}`).join(' · ')],
    [
      t('picks'),
      (p) => (
        <ul className={styles['names']}>
          {p.picks.slice(0, 8).map(({ creator }) => (
            <li key={creator.id}>
              <EntityLink entity={creator} />
            </li>
          ))}
          {p.picks.length > 8 && <li className={styles['hint']}>{t('facetMore', format.whole(p.picks.length - 8))}</li>}
        </ul>
      ),
    ],
  ];
  return (
    <div className={table['scroll']} tabIndex={0} role="group" aria-label={t('stepCompare')}>
      <table className={`${table['table']} ${styles['compared']}`}>
        <thead>
          <tr>
            <th scope="col">{t('planNumber')}</th>
            {plans.map((_, i) => (
              <th key={i} scope="col">
                <span className={styles['chosen']}>
                  {t('planCalled', String.fromCharCode(65 + i))}
                  <IconButton
                    icon="close"
                    label={t('remove', t('planCalled', String.fromCharCode(65 + i)))}
                    onPress={() => {
                      const rest = kept.filter((_, j) => j !== i);
                      change({ plans: rest.length > 0 ? rest : undefined });
                    }}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {plans.map((plan, i) => (
                <td key={i}>{cell(plan)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
