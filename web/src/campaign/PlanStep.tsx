import { useAsk } from '../api/ask';
import { PlanCampaign, PlanFrontier } from '../api/generated/documents';
import type { PlanCampaignQuery } from '../api/generated/types';
import { useMoney, useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import type { Translate } from '../text/catalogue';
import { Button } from '../ui/Button';
import { Figures } from '../ui/Figures';
import { Icon } from '../ui/Icon';
import { AskPanel } from '../ui/Panel';
import { ShareBars } from '../ui/ShareBars';
import { Slider } from '../ui/Slider';
import styles from './campaign.module.css';
import { sizeOf } from './bySize';
import { FrontierChart } from './FrontierChart';
import { Limits } from './Limits';
import { Picks } from './Picks';
import { problemOf } from './problem';
import { defaultBudget, planOf, sizeNames, usualEffort, type PlanSearch } from './search';
import { exportPlan } from './sheets';
import { halfOf } from '../text/halves';

export type Plan = PlanCampaignQuery['planCampaign'];

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
}

/** The plan: what it must keep to at the left; what it reaches, how good it is and who is in it at the right. */
export function PlanStep({ search, change }: Part) {
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  const asked = useAsk(PlanCampaign, planOf(search));
  const plan = asked.data?.planCampaign;
  const ids = plan?.picks.map((p) => p.creator.id) ?? [];
  const kept = search.plans ?? [];
  return (
    <div className={styles['layout']}>
      <Limits search={search} change={change} problem={problemOf(asked.error)} />
      <div className={styles['stack']}>
        <AskPanel
          asked={asked}
          title={t('stepPlan')}
          skeleton={12}
          actions={
            plan && (
              <>
                <Button isDisabled={ids.length === 0 || kept.length >= 6} onPress={() => change({ plans: [...kept, ids] })}>
                  {t('planKeep')}
                </Button>
                <Button icon="download" onPress={() => void exportPlan(plan, search, t, nameOf, isSafe)}>
                  {t('exportXlsx')}
                </Button>
              </>
            )
          }
        >
          {(data) => <Outcome plan={data.planCampaign} search={search} change={change} />}
        </AskPanel>
        {plan && (
          <>
            <Picks asked={asked} search={search} change={change} />
            <div className={styles['halves']}>
              <Costs asked={asked} />
              <Mix asked={asked} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

type Asked = ReturnType<typeof useAsk<PlanCampaignQuery, ReturnType<typeof planOf>>>;

/** How sure it is that no plan is better, in words. `certified` is rounded down. */
export function certificate(plan: Pick<Plan, 'certified' | 'complete' | 'picks'>, t: Translate): string {
  if (plan.picks.length === 0) return t('planNobody');
  const percent = (Math.floor(plan.certified * 1000) / 10).toFixed(1);
  if (plan.complete && plan.certified > 0.9999) return t('certifiedBest');
  return plan.complete ? t('certifiedComplete', percent) : t('certifiedSoFar', percent);
}

function Outcome({ plan, search, change }: Part & { plan: Plan }) {
  const { t, format, language } = useSettings();
  const money = useMoney();
  const most = 2 * (search.budget ?? defaultBudget);
  const wide = useAsk(PlanFrontier, { ...planOf({ ...search, spend: most }), effort: 10 });
  const spend = search.spend ?? search.budget ?? defaultBudget;
  return (
    <div className={styles['form']}>
      <Figures
        figures={[
          { label: t('reach'), value: format.count(plan.reach), title: format.whole(Math.round(plan.reach)), note: t('between80', format.count(plan.reachLow), format.count(plan.reachHigh)) },
          { label: t('spendMost'), value: money(plan.fee), title: money(plan.fee, true), note: t('spendExpected', money(plan.spend.expected)) },
          { label: t('creators'), value: format.whole(plan.picks.length), note: t('acceptedExpected', plan.spend.accepted.toFixed(1)) },
          { label: t('impressions'), value: format.count(plan.impressions), title: format.whole(Math.round(plan.impressions)) },
          { label: t('cpm'), value: money(plan.cpm) },
          { label: t('ctr'), value: format.rate(plan.ctr) },
          { label: t('roi'), value: format.ratio(plan.roi) },
        ]}
      />
      <p className={styles['certificate']}>
        <Icon name={plan.complete ? 'check' : 'history'} />
        <span>
          {certificate(plan, t)} {plan.picks.length > 0 && t('boundIs', format.count(plan.bound))}
        </span>
        {!plan.complete && (
          <Button look="quiet" onPress={() => change({ effort: Math.min(10_000, (search.effort ?? usualEffort) * 10) })}>
            {t('searchLonger')}
          </Button>
        )}
      </p>
      {plan.warnings.length > 0 && (
        <ul className={styles['warnings']}>
          {plan.warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warning" />
              {halfOf(warning, language)}
            </li>
          ))}
        </ul>
      )}
      <FrontierChart
        points={[...(wide.data?.planCampaign.frontier ?? []), ...plan.frontier, { fee: plan.fee, reach: plan.reach, creators: plan.picks.length }]}
        mark={plan.picks.length > 0 ? { fee: plan.fee, reach: plan.reach, low: plan.reachLow, high: plan.reachHigh, bound: plan.bound } : null}
        most={most}
      />
      <Slider label={t('budgetSlider')} value={Math.min(1, spend / most)} shown={money(spend)} onCommit={(part) => change({ spend: Math.round(Math.max(0.05, part) * most) })} />
    </div>
  );
}

/** What each limit costs, and how often people see the plan. */
function Costs({ asked }: { asked: Asked }) {
  const { t, format, language } = useSettings();
  const money = useMoney();
  return (
    <AskPanel asked={asked} title={t('binding')}>
      {({ planCampaign: plan }) => (
        <div className={styles['form']}>
          {plan.binding.length === 0 ? (
            <p className={styles['hint']}>{t('bindingNone')}</p>
          ) : (
            <ul className={styles['facts']}>
              {plan.binding.map(({ constraint, gain, unit }) => {
                const of = halfOf(unit.split(' / ')[0] ?? '', language);
                const per = constraint === 'budget' ? money(10_000) : t('oneCreator');
                return (
                  <li key={constraint}>
                    {t('bindingGain', t(limitWords[constraint.replace(/\[.*/, '')] ?? 'limits'), format.count(gain), of, per)}
                  </li>
                );
              })}
            </ul>
          )}
          <h3 className={styles['subhead']}>{t('frequency')}</h3>
          <ShareBars
            label={t('frequency')}
            shares={plan.frequency
              .filter((f) => f.people >= 1)
              .map((f) => ({ id: String(f.contacts), label: t('contacts', f.contacts), share: f.people / Math.max(1, plan.reach), value: format.count(f.people) }))}
          />
        </div>
      )}
    </AskPanel>
  );
}

const limitWords: Record<string, 'planBudget' | 'planMost' | 'planPerAgency' | 'planPerCategory' | 'tierMix' | 'planPerPlatform' | 'planMinAcceptance' | 'planMaxFrequency' | 'planReserve'> = {
  budget: 'planBudget',
  maxCreators: 'planMost',
  maxPerAgency: 'planPerAgency',
  maxPerCategory: 'planPerCategory',
  tiers: 'tierMix',
  platforms: 'planPerPlatform',
  minAcceptance: 'planMinAcceptance',
  maxFrequency: 'planMaxFrequency',
  reserve: 'planReserve',
};

/** What the money goes to: sizes and platforms. */
function Mix({ asked }: { asked: Asked }) {
  const { t, format } = useSettings();
  const money = useMoney();
  return (
    <AskPanel asked={asked} title={t('mix')} note={t('mixNote')}>
      {({ planCampaign: plan }) => {
        const sizes = sizeNames.map((size) => {
          const picks = plan.picks.filter((p) => sizeOf(p.creator.followers) === size);
          return { size, count: picks.length, fee: picks.reduce((sum, p) => sum + p.predicted.fee, 0) };
        });
        const share = (fee: number) => fee / Math.max(1, plan.fee);
        return (
          <div className={styles['form']}>
            <ShareBars
              label={t('tierMix')}
              shares={sizes.map(({ size, count, fee }) => ({
                id: size,
                label: `${t(`size_${size}`)} · ${format.whole(count)}`,
                share: share(fee),
                value: `${format.rate(share(fee), 0)} ${money(fee)}`,
              }))}
            />
            <h3 className={styles['subhead']}>{t('platforms')}</h3>
            <ShareBars
              label={t('platforms')}
              shares={plan.byPlatform.map((p) => ({ id: p.label, label: `${p.label} · ${format.whole(p.creators)}`, share: share(p.fee), value: `${format.rate(share(p.fee), 0)} ${money(p.fee)}` }))}
            />
          </div>
        );
      }}
    </AskPanel>
  );
}
