import { useAsk } from '../api/ask';
import { CreatorFacets } from '../api/generated/documents';
import { useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DayInput, NumberInput, Select, TextInput } from '../ui/Field';
import { AskPanel } from '../ui/Panel';
import { FacetList } from './FacetList';
import styles from './Filters.module.css';
import { Histogram } from './Histogram';
import { facetTitle, useValueName } from './naming';
import { defaultFormat, facets, filterOf, formats, isFiltered, periodOf, toggled, withoutConditions, type FinderSearch } from './search';

/** What can be asked for. Every value says how many creators it leaves together with all other conditions. */
export function Filters({
  search,
  isWaiting,
  onChange,
}: {
  search: FinderSearch;
  /** Asks nothing yet: who fits comes before how many there would be otherwise. */
  isWaiting: boolean;
  onChange: (next: FinderSearch) => void;
}) {
  const { t } = useSettings();
  const valueName = useValueName();
  const nameOf = useName();
  const asked = useAsk(CreatorFacets, {
    category: filterOf(search, 'category'),
    platform: filterOf(search, 'platform'),
    region: filterOf(search, 'region'),
    tier: filterOf(search, 'tier'),
    gender: filterOf(search, 'gender'),
    agency: filterOf(search, 'agency'),
  }, { off: isWaiting });
  return (
    <AskPanel
      asked={asked}
      title={t('filters')}
      skeleton={20}
      actions={
        isFiltered(search) && (
          <Button look="quiet" onPress={() => onChange(withoutConditions(search))}>
            {t('clearFilters')}
          </Button>
        )
      }
    >
      {(data) => (
        <div className={styles['filters']}>
          <Ranges search={search} isWaiting={isWaiting || asked.isOld} onChange={onChange} />
          {facets.map((facet) => (
            <FacetList
              key={facet}
              title={t(facetTitle[facet])}
              values={data[facet].facets}
              chosen={search[facet] ?? []}
              nameOf={({ key, label }) =>
                facet === 'agency'
                  ? nameOf({ id: key, key, name: label ?? key, kind: 'AGENCY' })
                  : valueName(facet, key, label)
              }
              onToggle={(key) => onChange(toggled(search, facet, key))}
            />
          ))}
        </div>
      )}
    </AskPanel>
  );
}

function Ranges({ search, isWaiting, onChange }: { search: FinderSearch; isWaiting: boolean; onChange: (next: FinderSearch) => void }) {
  const { t, format, isSafe } = useSettings();
  const set = (part: { [Name in keyof FinderSearch]?: FinderSearch[Name] | undefined }) => onChange(cleared({ ...search, ...part }));
  const priced = search.format ?? defaultFormat;
  const isWrong = Boolean((search.freeFrom ?? search.freeTo) && !periodOf(search));
  return (
    <>
      <TextInput label={t('name')} value={search.text ?? ''} onCommit={(text) => set({ text: text.trim() || undefined })} />
      <Histogram
        of="followers"
        title={t('histogramFollowers')}
        search={search}
        isWaiting={isWaiting}
        scale={1}
        show={format.count}
        least={search.minFollowers}
        most={search.maxFollowers}
        onChange={(minFollowers, maxFollowers) => set({ minFollowers, maxFollowers })}
      />
      {!isSafe && (
        <Histogram
          of="price"
          title={t('histogramPrice', t(priced))}
          search={search}
          isWaiting={isWaiting}
          scale={100}
          show={format.money}
          least={search.minPrice}
          most={search.maxPrice}
          onChange={(minPrice, maxPrice) => set({ minPrice, maxPrice })}
        />
      )}
      <div className={styles['ranges']}>
        <Select
          label={t('priceFormat')}
          value={priced}
          options={formats.map((value) => ({ value, label: t(value) }))}
          onChange={(chosen) => set({ format: chosen })}
        />
        {!isSafe && (
          <NumberInput
            label={t('filterRebate')}
            value={search.minRebate === undefined ? null : Math.round(search.minRebate * 100)}
            onCommit={(percent) => set({ minRebate: percent ? Math.min(100, percent) / 100 : undefined })}
          />
        )}
        <div className={styles['wide']}>
          <DayInput label={t('filterAvailable')} value={search.freeFrom ?? null} onCommit={(day) => set({ freeFrom: day ?? undefined })} />
        </div>
        <div className={styles['wide']}>
          <DayInput label={t('filterAvailableTo')} value={search.freeTo ?? null} onCommit={(day) => set({ freeTo: day ?? undefined })} />
        </div>
        {isWrong && <p className={styles['wrong']}>{t('periodWrong')}</p>}
      </div>
    </>
  );
}

/** A search without the parameters that are undefined. */
function cleared(search: { [Name in keyof FinderSearch]?: FinderSearch[Name] | undefined }): FinderSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as FinderSearch;
}
