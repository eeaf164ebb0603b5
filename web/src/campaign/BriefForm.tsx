import { useAsk } from '../api/ask';
import { PlanBrand, PlanOptions } from '../api/generated/documents';
import type { PlanOptionsQuery, SegmentDimension } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useName } from '../entity/naming';
import { FacetList } from '../finder/FacetList';
import { formats } from '../finder/search';
import { SearchBox } from '../shell/SearchBox';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { DayInput, NumberInput, Select } from '../ui/Field';
import { AskPanel } from '../ui/Panel';
import styles from './campaign.module.css';
import { At, type FieldProblem } from './problem';
import { defaultBudget, objectives, toggled, type PlanSearch } from './search';

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
  problem: FieldProblem | null;
}

const yuan = (fen: number | undefined) => (fen === undefined ? null : fen / 100);
export const fen = (yuanGiven: number | null) => (yuanGiven === null ? undefined : Math.round(yuanGiven * 100));

/** The brief as a form. What is refused stands at its field. */
export function BriefForm(part: Part) {
  const { t } = useSettings();
  const asked = useAsk(PlanOptions, {});
  return (
    <AskPanel asked={asked} title={t('brief')} skeleton={20}>
      {(data) => (
        <div className={styles['form']}>
          <Basics {...part} />
          <Choices {...part} options={data} />
        </div>
      )}
    </AskPanel>
  );
}

function Basics({ search, change, problem }: Part) {
  const { t } = useSettings();
  return (
    <>
      <Brand search={search} change={change} problem={problem} />
      <At names={['objective']} problem={problem}>
        <Select
          label={t('objective')}
          value={search.objective ?? 'AWARENESS'}
          options={objectives.map((value) => ({ value, label: t(value) }))}
          onChange={(objective) => change({ objective })}
        />
      </At>
      <At names={['budget', 'maxFee']} problem={problem}>
        <div className={styles['pair']}>
          <NumberInput label={t('briefBudget')} value={yuan(search.budget ?? defaultBudget)} onCommit={(value) => change({ budget: fen(value) })} />
          <NumberInput label={t('briefMaxFee')} value={yuan(search.maxFee)} onCommit={(value) => change({ maxFee: fen(value) })} />
        </div>
      </At>
      <At names={['starts', 'ends']} problem={problem}>
        <div className={styles['pair']}>
          <DayInput label={t('briefStarts')} value={search.starts ?? null} onCommit={(starts) => change({ starts: starts ?? undefined })} />
          <DayInput label={t('briefEnds')} value={search.ends ?? null} onCommit={(ends) => change({ ends: ends ?? undefined })} />
        </div>
      </At>
      <At names={['minFollowers', 'maxFollowers']} problem={problem}>
        <div className={styles['pair']}>
          <NumberInput label={t('minFollowers')} value={search.minFollowers ?? null} onCommit={(n) => change({ minFollowers: n ?? undefined })} />
          <NumberInput label={t('maxFollowers')} value={search.maxFollowers ?? null} onCommit={(n) => change({ maxFollowers: n ?? undefined })} />
        </div>
      </At>
    </>
  );
}

/** The brand that pays: chosen, or to be searched for. */
export function Brand({ search, change, problem }: Part) {
  const { t } = useSettings();
  const nameOf = useName();
  const asked = useAsk(PlanBrand, { id: search.brand ?? '' }, { off: !search.brand });
  const brand = search.brand ? asked.data?.node : null;
  return (
    <At names={['brand', 'excludeCompetitorsOf']} problem={problem}>
      {brand?.__typename === 'Brand' ? (
        <>
          <span className={styles['chosen']}>
            <EntityLink entity={brand} />
            <IconButton icon="close" label={t('remove', nameOf(brand))} onPress={() => change({ brand: undefined, noRivals: undefined })} />
          </span>
          <Checkbox isSelected={search.noRivals ?? false} onChange={(is) => change({ noRivals: is || undefined })}>
            {t('briefNoRivals')}
          </Checkbox>
        </>
      ) : (
        <>
          <span className={styles['label']}>{t('briefBrand')}</span>
          <SearchBox isInline label={t('briefBrand')} onPick={(entity) => entity.kind === 'BRAND' && change({ brand: entity.id })} />
        </>
      )}
    </At>
  );
}

const dimensions: readonly SegmentDimension[] = ['GENDER', 'AGE', 'REGION', 'INTEREST', 'DEVICE'];

function Choices({ search, change, problem, options }: Part & { options: PlanOptionsQuery }) {
  const { t, format } = useSettings();
  const segments = segmentsOf(options, format.compare);
  const named = ({ key, label }: { key: string; label: string | null }) => label ?? key;
  return (
    <>
      <At names={['categories']} problem={problem}>
        <FacetList
          title={t('briefCategories')}
          values={options.all.categories}
          chosen={search.categories ?? []}
          nameOf={named}
          onToggle={(key) => change({ categories: toggled(search.categories, key) })}
        />
      </At>
      <At names={['targetSegments']} problem={problem}>
        <div className={styles['group']}>
          <span className={styles['groupTitle']}>{t('briefSegments')}</span>
          {dimensions.map((dimension) => (
            <Boxes
              key={dimension}
              label={t(dimension)}
              values={segments.filter((s) => s.dimension === dimension)}
              chosen={search.segments}
              onToggle={(key) => change({ segments: toggled(search.segments, key) })}
            />
          ))}
        </div>
      </At>
      <At names={['formats']} problem={problem}>
        <Boxes
          label={t('briefFormats')}
          values={formats.map((key) => ({ key, name: t(key) }))}
          chosen={search.formats}
          onToggle={(key) => change({ formats: toggled(search.formats, key) as PlanSearch['formats'] })}
        />
      </At>
      <At names={['platforms']} problem={problem}>
        <FacetList
          title={t('platforms')}
          values={options.all.platforms}
          chosen={search.platforms ?? []}
          nameOf={named}
          onToggle={(key) => change({ platforms: toggled(search.platforms, key) })}
        />
      </At>
      <At names={['regions']} problem={problem}>
        <FacetList
          title={t('briefRegions')}
          values={options.all.regions}
          chosen={search.regions ?? []}
          nameOf={named}
          onToggle={(key) => change({ regions: toggled(search.regions, key) })}
        />
      </At>
    </>
  );
}

type Segment = PlanOptionsQuery['audiences']['nodes'][number]['audience'][number]['segment'];

function segmentsOf(options: PlanOptionsQuery, compare: (a: string, b: string) => number): Segment[] {
  const all = new Map(options.audiences.nodes.flatMap((n) => n.audience.map(({ segment }) => [segment.key, segment] as const)));
  return [...all.values()].sort((a, b) => compare(a.name, b.name));
}

/** A few values to tick, in a line that wraps. */
function Boxes({ label, values, chosen, onToggle }: { label: string; values: readonly { key: string; name: string }[]; chosen: readonly string[] | undefined; onToggle: (key: string) => void }) {
  if (values.length === 0) return null;
  return (
    <fieldset className={styles['boxes']}>
      <legend>{label}</legend>
      <div>
        {values.map(({ key, name }) => (
          <Checkbox key={key} isSelected={chosen?.includes(key) ?? false} onChange={() => onToggle(key)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
