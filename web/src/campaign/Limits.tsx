import { useAsk } from '../api/ask';
import { PlanOptions } from '../api/generated/documents';
import { useSettings } from '../shell/settings';
import { NumberInput, Select } from '../ui/Field';
import { Panel } from '../ui/Panel';
import { Slider } from '../ui/Slider';
import { fen } from './BriefForm';
import styles from './campaign.module.css';
import { At, type FieldProblem } from './problem';
import { defaultBudget, defaultMost, goals, risks, sizeNames, type PlanSearch, type Size, type SizeLimit } from './search';

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
  problem: FieldProblem | null;
}

/** What a plan must keep to. What collides is told at its field. */
export function Limits({ search, change, problem }: Part) {
  const { t, format } = useSettings();
  return (
    <Panel title={t('limits')}>
      <div className={styles['form']}>
        <At names={['budget', 'maxCreators']} problem={problem}>
          <div className={styles['pair']}>
            <NumberInput label={t('planBudget')} value={(search.spend ?? search.budget ?? defaultBudget) / 100} onCommit={(value) => change({ spend: fen(value) })} />
            <NumberInput label={t('planMost')} value={search.most ?? defaultMost} onCommit={(n) => change({ most: n ?? undefined })} />
          </div>
        </At>
        <Select label={t('planGoal')} value={search.goal ?? 'REACH'} options={goals.map((value) => ({ value, label: t(`goal${value}`) }))} onChange={(goal) => change({ goal })} />
        <Select label={t('planRisk')} value={search.risk ?? 'EXPECTED'} options={risks.map((value) => ({ value, label: t(`risk${value}`) }))} onChange={(risk) => change({ risk })} />
        <At names={['tiers']} problem={problem}>
          <Tiers search={search} change={change} />
        </At>
        <At names={['maxPerAgency', 'maxPerCategory']} problem={problem}>
          <div className={styles['pair']}>
            <NumberInput label={t('planPerAgency')} value={search.perAgency ?? null} onCommit={(n) => change({ perAgency: n ?? undefined })} />
            <NumberInput label={t('planPerCategory')} value={search.perCategory ?? null} onCommit={(n) => change({ perCategory: n ?? undefined })} />
          </div>
        </At>
        <At names={['reserve']} problem={problem}>
          <Slider label={t('planReserve')} value={search.reserve ?? 0} shown={format.rate(search.reserve ?? 0, 0)} onCommit={(reserve) => change({ reserve: Math.min(0.95, reserve) || undefined })} />
        </At>
        <At names={['minAcceptance']} problem={problem}>
          <Slider label={t('planMinAcceptance')} value={search.minAcceptance ?? 0} shown={format.rate(search.minAcceptance ?? 0, 0)} onCommit={(least) => change({ minAcceptance: least || undefined })} />
        </At>
        <At names={['explore']} problem={problem}>
          <Slider label={t('planExplore')} value={search.explore ?? 0} shown={format.rate(search.explore ?? 0, 0)} onCommit={(explore) => change({ explore: explore || undefined })} />
        </At>
        <At names={['maxFrequency']} problem={problem}>
          <NumberInput label={t('planMaxFrequency')} value={search.maxFrequency ?? null} onCommit={(n) => change({ maxFrequency: n === null ? undefined : Math.max(1, n) })} />
        </At>
        <At names={['platforms']} problem={problem}>
          <Platforms search={search} change={change} />
        </At>
      </div>
    </Panel>
  );
}

/** 头 / 腰 / 尾 / 素人: shares of the budget and numbers for each size. */
function Tiers({ search, change }: Omit<Part, 'problem'>) {
  const { t } = useSettings();
  const set = (size: Size, part: Partial<SizeLimit>) => {
    const limit = Object.fromEntries(Object.entries({ ...search.limits?.[size], ...part }).filter(([, v]) => v != null));
    const limits = { ...search.limits };
    delete limits[size];
    if (Object.keys(limit).length > 0) limits[size] = limit;
    change({ limits: Object.keys(limits).length > 0 ? limits : undefined });
  };
  const percent = (share: number | null | undefined) => (share == null ? null : Math.round(share * 100));
  const share = (value: number | null) => (value === null ? null : Math.min(100, value) / 100);
  return (
    <fieldset className={styles['boxes']}>
      <legend className={styles['strong']}>{t('tierMix')}</legend>
      <table className={styles['inputs']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('tierMinShare')}</th>
            <th scope="col">{t('tierMaxShare')}</th>
            <th scope="col">{t('tierMin')}</th>
            <th scope="col">{t('tierMax')}</th>
          </tr>
        </thead>
        <tbody>
          {sizeNames.map((size) => {
            const limit = search.limits?.[size] ?? {};
            const name = t(`size_${size}`);
            return (
              <tr key={size}>
                <th scope="row" title={t(`sizeOf_${size}`)}>
                  {name}
                </th>
                <td>
                  <NumberInput isLabelHidden label={`${name}: ${t('tierMinShare')}`} value={percent(limit.minShare)} onCommit={(n) => set(size, { minShare: share(n) })} />
                </td>
                <td>
                  <NumberInput isLabelHidden label={`${name}: ${t('tierMaxShare')}`} value={percent(limit.maxShare)} onCommit={(n) => set(size, { maxShare: share(n) })} />
                </td>
                <td>
                  <NumberInput isLabelHidden label={`${name}: ${t('tierMin')}`} value={limit.minCreators ?? null} onCommit={(n) => set(size, { minCreators: n })} />
                </td>
                <td>
                  <NumberInput isLabelHidden label={`${name}: ${t('tierMax')}`} value={limit.maxCreators ?? null} onCommit={(n) => set(size, { maxCreators: n })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles['hint']}>{t('tierHint')}</p>
    </fieldset>
  );
}

function Platforms({ search, change }: Omit<Part, 'problem'>) {
  const { t } = useSettings();
  const asked = useAsk(PlanOptions, {});
  const platforms = (asked.data?.all.platforms ?? []).filter((p) => p.key !== null);
  const set = (key: string, yuan: number | null) => {
    const rest = { ...search.perPlatform };
    delete rest[key];
    const next = yuan === null ? rest : { ...rest, [key]: yuan * 100 };
    change({ perPlatform: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <details className={styles['twin']} open={search.perPlatform !== undefined || undefined}>
      <summary>{t('planPerPlatform')}</summary>
      <div className={styles['pair']}>
        {platforms.map((p) => (
          <NumberInput key={p.key} label={p.label ?? p.key!} value={search.perPlatform?.[p.key!] === undefined ? null : search.perPlatform[p.key!]! / 100} onCommit={(yuan) => set(p.key!, yuan)} />
        ))}
      </div>
    </details>
  );
}
