import { getRouteApi } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import {
  AgencyBrands,
  AgencyCategories,
  AgencyLookalikes,
  AgencyPage as AgencyDocument,
  AgencyPartners,
  AgencyRoster,
} from '../api/generated/documents';
import { Chips } from '../entity/Chips';
import { EntityLink } from '../entity/EntityLink';
import { usePerformance } from '../entity/figures';
import { useMoney } from '../entity/naming';
import { isTier, tierWord } from '../entity/tier';
import { Recommendations } from '../entity/Recommendations';
import { useSettings } from '../shell/settings';
import { DataTable } from '../ui/DataTable';
import { Figures } from '../ui/Figures';
import { Columns } from '../ui/Page';
import { AskPanel, Panel } from '../ui/Panel';
import { ShareBars } from '../ui/ShareBars';
import { EntityPage } from './entityPage';
import styles from './entityPage.module.css';

const route = getRouteApi('/agencies/$key');

/** One agency: its roster, the brands that hire it, and the agencies it works with. */
export function AgencyPage() {
  const { key } = route.useParams();
  const { t, format } = useSettings();
  const performance = usePerformance();
  const asked = useAsk(AgencyDocument, { key });
  return (
    <EntityPage
      asked={asked}
      pick={(data) => data.agency}
      what={`${t('AGENCY')} ${key}`}
      facts={(agency) => (
        <>
          {agency.region && <span>{agency.region}</span>}
          {agency.founded && <span>{`${t('founded')} ${format.day(agency.founded)}`}</span>}
        </>
      )}
    >
      {(agency) => (
        <>
          <Panel title={t('performance')} question={asked.question}>
            <Figures figures={performance(agency.performance)} />
          </Panel>
          <Columns
            main={
              <>
                <Roster of={key} />
                <Brands of={key} />
              </>
            }
            side={
              <>
                <Distribution of={key} />
                <Partners of={key} />
                <Lookalikes of={key} />
              </>
            }
          />
        </>
      )}
    </EntityPage>
  );
}

function Roster({ of }: { of: string }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(AgencyRoster, { key: of });
  const connection = asked.data?.agency?.creators;
  return (
    <AskPanel
      asked={asked}
      title={t('roster')}
      note={
        connection
          ? `${t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))} · ${t('rosterNote')}`
          : t('rosterNote')
      }
      isFlush
      isEmpty={(data) => !data.agency?.creators.nodes.length}
    >
      {(data) => (
        <DataTable
          label={t('roster')}
          rows={data.agency!.creators.nodes}
          idOf={(creator) => creator.id}
          columns={[
            { id: 'name', label: t('CREATOR'), cell: (c) => <EntityLink entity={c} /> },
            { id: 'followers', label: t('followers'), isNumber: true, cell: (c) => format.count(c.followers) },
            { id: 'category', label: t('category'), cell: (c) => c.categories[0]?.name ?? format.absent('unknown') },
            { id: 'campaigns', label: t('campaigns'), isNumber: true, cell: (c) => format.whole(c.performance.participations) },
            { id: 'fee', label: t('fee'), isNumber: true, cell: (c) => money(c.performance.fee) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (c) => money(c.performance.cpm) },
            { id: 'ctr', label: t('ctr'), isNumber: true, cell: (c) => format.rate(c.performance.ctr) },
          ]}
        />
      )}
    </AskPanel>
  );
}

function Distribution({ of }: { of: string }) {
  const { t, format } = useSettings();
  const asked = useAsk(AgencyCategories, { key: of });
  return (
    <AskPanel asked={asked} title={t('rosterByCategory')} isEmpty={(data) => !data.agency?.creators.totalCount}>
      {(data) => {
        const { totalCount, byCategory, byTier } = data.agency!.creators;
        const shares = (buckets: typeof byCategory) =>
          buckets.map((b) => ({
            id: b.key ?? '',
            label: isTier(b.key) ? t(tierWord[b.key]) : (b.label ?? b.key ?? t('unknownValue')),
            share: b.count / totalCount,
            value: format.whole(b.count),
          }));
        return (
          <div className={styles['dimensions']}>
            <section>
              <h3>{t('category')}</h3>
              <ShareBars label={t('rosterByCategory')} shares={shares(byCategory)} />
            </section>
            <section>
              <h3>{t('facetTier')}</h3>
              <ShareBars label={t('rosterBySize')} shares={shares(byTier)} />
            </section>
          </div>
        );
      }}
    </AskPanel>
  );
}

function Brands({ of }: { of: string }) {
  const { t, format } = useSettings();
  const asked = useAsk(AgencyBrands, { key: of });
  const connection = asked.data?.agency?.brands;
  return (
    <AskPanel
      asked={asked}
      title={t('brandsOfRoster')}
      note={connection && t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))}
      isEmpty={(data) => !data.agency?.brands.nodes.length}
    >
      {(data) => <Chips entities={data.agency!.brands.nodes} />}
    </AskPanel>
  );
}

function Partners({ of }: { of: string }) {
  const { t } = useSettings();
  const asked = useAsk(AgencyPartners, { key: of });
  return (
    <AskPanel asked={asked} title={t('partners')} isFlush isEmpty={(data) => !data.agency?.partners.length}>
      {(data) => <Recommendations rows={data.agency!.partners} />}
    </AskPanel>
  );
}

function Lookalikes({ of }: { of: string }) {
  const { t } = useSettings();
  const asked = useAsk(AgencyLookalikes, { key: of });
  return (
    <AskPanel asked={asked} title={t('lookalikes')} isFlush isEmpty={(data) => !data.agency?.lookalikes.edges.length}>
      {(data) => (
        <Recommendations rows={data.agency!.lookalikes.edges.map(({ node, ...rest }) => ({ ...rest, entity: node }))} />
      )}
    </AskPanel>
  );
}
