import { getRouteApi, Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { CategoryBrands, CategoryCampaigns, CategoryCreators, CategoryFamily, CategoryPage as CategoryDocument } from '../api/generated/documents';
import type { CategoryFamilyQuery, CreatorFilter } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { KindMark } from '../entity/KindMark';
import { useMoney, type Named } from '../entity/naming';
import { useSettings } from '../shell/settings';
import button from '../ui/Button.module.css';
import { DataTable } from '../ui/DataTable';
import { Figures } from '../ui/Figures';
import { Columns, Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import { Empty, State } from '../ui/State';
import styles from './entityPage.module.css';
import { useGroupFigures } from './groupFigures';
import { Spread } from './Spread';

const route = getRouteApi('/categories/$key');

interface Family {
  self: Named;
  parent: Named | null;
  narrower: { entity: Named; count: number }[];
}

/** A category with the wider one and the narrower ones; null where no creator is in it or in a narrower one. */
function familyOf(data: CategoryFamilyQuery, key: string): Family | null {
  const all = data.creators.facets.flatMap(({ entity, count }) => (entity ? [{ entity, count, parent: 'parent' in entity ? (entity.parent ?? null) : null }] : []));
  const own = all.find(({ entity }) => entity.key === key);
  const narrower = all.filter(({ parent }) => parent?.key === key);
  const self = own?.entity ?? narrower[0]?.parent;
  return self ? { self, parent: own?.parent ?? null, narrower } : null;
}

/** A category: its creators, the brands and campaigns in it, and its place among the others. */
export function CategoryPage() {
  const { key } = route.useParams();
  const { t } = useSettings();
  const asked = useAsk(CategoryFamily, {});
  return (
    <Page>
      <State asked={asked} skeleton={10}>
        {(data) => {
          const family = familyOf(data, key);
          if (!family) return <Empty isPage title={t('gone')}>{t('goneText', t('categoryWhat', key))}</Empty>;
          return <Filled key={key} family={family} />;
        }}
      </State>
    </Page>
  );
}

function Filled({ family }: { family: Family }) {
  const { t, format } = useSettings();
  const keys = [family.self, ...family.narrower.map((n) => n.entity)].map((entity) => entity.key!);
  const filter: CreatorFilter = { categories: keys };
  return (
    <div className={styles['stack']}>
      <PageHead
        mark={<KindMark kind="CATEGORY" size={24} />}
        title={family.self.name}
        facts={
          <>
            {family.parent && (
              <>
                <span>{t('categoryPart')}</span>
                <EntityLink entity={family.parent} />
              </>
            )}
            {family.narrower.length > 0 && <span>{t('withNarrower')}</span>}
          </>
        }
        actions={
          <>
            <Link to="/creators" search={{ category: keys }} className={button['link']!}>
              {t('openInFinder')}
            </Link>
            <Link to="/explore" search={{ of: family.self.id }} className={button['link']!}>
              {t('openInGraph')}
            </Link>
          </>
        }
      />
      <Columns
        main={
          <>
            <Totals filter={filter} keys={keys} />
            <Creators filter={filter} />
            <Campaigns keys={keys} />
          </>
        }
        side={
          <>
            {family.narrower.length > 0 && (
              <section className={styles['narrower']} aria-label={t('narrowerCategories')}>
                <h2>{t('narrowerCategories')}</h2>
                <ul className={styles['rows']}>
                  {family.narrower.map(({ entity, count }) => (
                    <li key={entity.id}>
                      <EntityLink entity={entity} />
                      <span>{format.whole(count)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Spreads filter={filter} keys={keys} />
            <Brands keys={keys} />
          </>
        }
      />
    </div>
  );
}

function Totals({ filter }: { filter: CreatorFilter; keys: string[] }) {
  const { t } = useSettings();
  const figures = useGroupFigures();
  const asked = useAsk(CategoryDocument, { filter });
  return (
    <AskPanel asked={asked} title={t('overview')} skeleton={2}>
      {(data) => <Figures figures={figures(data.creators.aggregates)} />}
    </AskPanel>
  );
}

function Spreads({ filter, keys }: { filter: CreatorFilter; keys: string[] }) {
  const { t } = useSettings();
  const asked = useAsk(CategoryDocument, { filter });
  return (
    <AskPanel asked={asked} title={t('spread')} skeleton={12}>
      {({ creators }) => {
        const of = creators.aggregates.count;
        return (
          <div className={styles['spreads']}>
            <Spread title={t('spreadBySize')} values={creators.tiers} of={of} />
            <Spread title={t('spreadByRegion')} values={creators.regions} of={of} />
            <Spread none={t('noAgency')} title={t('spreadByAgency')} values={creators.agencies} of={of} />
            <Spread title={t('alsoIn')} values={creators.categories.filter((c) => !keys.includes(c.key ?? ''))} of={of} />
          </div>
        );
      }}
    </AskPanel>
  );
}

function Creators({ filter }: { filter: CreatorFilter }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(CategoryCreators, { filter, orderBy: [{ field: 'FOLLOWERS', direction: 'DESC' }] });
  const found = asked.data?.creators;
  return (
    <AskPanel
      asked={asked}
      title={t('categoryCreators')}
      note={found && t('shown', format.whole(found.nodes.length), format.whole(found.totalCount))}
      isFlush
      skeleton={12}
      isEmpty={(data) => data.creators.nodes.length === 0}
    >
      {(data) => (
        <DataTable
          label={t('categoryCreators')}
          rows={data.creators.nodes}
          idOf={(c) => c.id}
          columns={[
            { id: 'name', label: t('CREATOR'), cell: (c) => <EntityLink entity={c} /> },
            { id: 'followers', label: t('followers'), isNumber: true, cell: (c) => format.count(c.followers, 'unknown') },
            { id: 'price', label: t('SHORT_VIDEO'), isNumber: true, cell: (c) => money(c.shortVideo) },
            { id: 'campaigns', label: t('campaigns'), isNumber: true, cell: (c) => format.whole(c.performance.participations) },
            { id: 'spend', label: t('spend'), isNumber: true, cell: (c) => money(c.performance.fee) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (c) => money(c.performance.cpm) },
          ]}
        />
      )}
    </AskPanel>
  );
}

function Brands({ keys }: { keys: string[] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(CategoryBrands, { keys });
  const found = asked.data?.brands;
  return (
    <AskPanel
      asked={asked}
      title={t('categoryBrands')}
      note={found && t('shown', format.whole(found.nodes.length), format.whole(found.totalCount))}
      isFlush
      isEmpty={(data) => data.brands.nodes.length === 0}
    >
      {(data) => (
        <DataTable
          label={t('categoryBrands')}
          rows={data.brands.nodes}
          idOf={(b) => b.id}
          columns={[
            { id: 'name', label: t('BRAND'), cell: (b) => <EntityLink entity={b} /> },
            { id: 'spend', label: t('spend'), isNumber: true, cell: (b) => money(b.performance.fee) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (b) => money(b.performance.cpm) },
          ]}
        />
      )}
    </AskPanel>
  );
}

function Campaigns({ keys }: { keys: string[] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(CategoryCampaigns, { keys });
  const found = asked.data?.campaigns;
  return (
    <AskPanel
      asked={asked}
      title={t('categoryCampaigns')}
      note={found && t('shown', format.whole(found.nodes.length), format.whole(found.totalCount))}
      isFlush
      isEmpty={(data) => data.campaigns.nodes.length === 0}
    >
      {(data) => (
        <DataTable
          label={t('categoryCampaigns')}
          rows={data.campaigns.nodes}
          idOf={(c) => c.id}
          columns={[
            { id: 'name', label: t('CAMPAIGN'), cell: (c) => <EntityLink entity={c} /> },
            { id: 'brand', label: t('BRAND'), cell: (c) => (c.brand ? <EntityLink entity={c.brand} /> : format.absent('unknown')) },
            { id: 'starts', label: t('since'), cell: (c) => format.day(c.starts) },
            { id: 'ends', label: t('until'), cell: (c) => format.day(c.ends) },
            { id: 'budget', label: t('budget'), isNumber: true, cell: (c) => money(c.budget) },
          ]}
        />
      )}
    </AskPanel>
  );
}
