import { getRouteApi } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import {
  BrandCampaigns,
  BrandCompetitors,
  BrandCreators,
  BrandLookalikes,
  BrandPage as BrandDocument,
} from '../api/generated/documents';
import { Chips } from '../entity/Chips';
import { EntityLink } from '../entity/EntityLink';
import { usePerformance } from '../entity/figures';
import { useMoney } from '../entity/naming';
import { Recommendations } from '../entity/Recommendations';
import { useSettings } from '../shell/settings';
import { DataTable } from '../ui/DataTable';
import { Figures } from '../ui/Figures';
import { Columns } from '../ui/Page';
import { AskPanel, Panel } from '../ui/Panel';
import { EntityPage } from './entityPage';

const route = getRouteApi('/brands/$key');

/** One brand: its campaigns, whom it hires, and who hires the same. */
export function BrandPage() {
  const { key } = route.useParams();
  const { t } = useSettings();
  const performance = usePerformance();
  const asked = useAsk(BrandDocument, { key });
  return (
    <EntityPage
      asked={asked}
      pick={(data) => data.brand}
      what={`${t('BRAND')} ${key}`}
      facts={(brand) => (
        <>
          {brand.industry && <span>{brand.industry}</span>}
          <Chips entities={brand.categories} />
        </>
      )}
    >
      {(brand) => (
        <>
          <Panel title={t('performance')} question={asked.question}>
            <Figures figures={performance(brand.performance)} />
          </Panel>
          <Columns
            main={
              <>
                <Campaigns of={key} />
                <Creators of={key} />
              </>
            }
            side={
              <>
                <Competitors of={key} />
                <Lookalikes of={key} />
              </>
            }
          />
        </>
      )}
    </EntityPage>
  );
}

function Campaigns({ of }: { of: string }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(BrandCampaigns, { key: of });
  const connection = asked.data?.brand?.campaigns;
  return (
    <AskPanel
      asked={asked}
      title={t('brandCampaigns')}
      note={connection && t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))}
      isFlush
      isEmpty={(data) => !data.brand?.campaigns.nodes.length}
    >
      {(data) => (
        <DataTable
          label={t('brandCampaigns')}
          rows={data.brand!.campaigns.nodes}
          idOf={(campaign) => campaign.id}
          columns={[
            { id: 'name', label: t('CAMPAIGN'), cell: (c) => <EntityLink entity={c} /> },
            { id: 'objective', label: t('objective'), cell: (c) => (c.objective ? t(c.objective) : format.absent('unknown')) },
            { id: 'starts', label: t('since'), cell: (c) => format.day(c.starts) },
            { id: 'ends', label: t('until'), cell: (c) => (c.ends ? format.day(c.ends) : t('openEnd')) },
            { id: 'budget', label: t('budget'), isNumber: true, cell: (c) => money(c.budget) },
            { id: 'creators', label: t('creators'), isNumber: true, cell: (c) => format.whole(c.performance.participations) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (c) => money(c.performance.cpm) },
            { id: 'ctr', label: t('ctr'), isNumber: true, cell: (c) => format.rate(c.performance.ctr) },
          ]}
        />
      )}
    </AskPanel>
  );
}

function Creators({ of }: { of: string }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(BrandCreators, { key: of });
  const connection = asked.data?.brand?.creators;
  return (
    <AskPanel
      asked={asked}
      title={t('brandCreators')}
      note={connection && t('shown', format.whole(connection.edges.length), format.whole(connection.totalCount))}
      isFlush
      isEmpty={(data) => !data.brand?.creators.edges.length}
    >
      {(data) => (
        <DataTable
          label={t('brandCreators')}
          rows={data.brand!.creators.edges}
          idOf={(edge) => edge.creator.id}
          columns={[
            { id: 'name', label: t('CREATOR'), cell: (e) => <EntityLink entity={e.creator} /> },
            { id: 'followers', label: t('followers'), isNumber: true, cell: (e) => format.count(e.creator.followers) },
            { id: 'campaigns', label: t('campaigns'), isNumber: true, cell: (e) => format.whole(e.campaigns) },
            { id: 'fee', label: t('fee'), isNumber: true, cell: (e) => money(e.fee) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (e) => money(e.performance.cpm) },
            { id: 'ctr', label: t('ctr'), isNumber: true, cell: (e) => format.rate(e.performance.ctr) },
            { id: 'last', label: t('last'), isNumber: true, cell: (e) => format.day(e.last) },
          ]}
        />
      )}
    </AskPanel>
  );
}

function Competitors({ of }: { of: string }) {
  const { t } = useSettings();
  const asked = useAsk(BrandCompetitors, { key: of });
  return (
    <AskPanel
      asked={asked}
      title={t('competitors')}
      note={t('competitorsNote')}
      isFlush
      isEmpty={(data) => !data.brand?.competitors.length}
    >
      {(data) => <Recommendations rows={data.brand!.competitors} />}
    </AskPanel>
  );
}

function Lookalikes({ of }: { of: string }) {
  const { t } = useSettings();
  const asked = useAsk(BrandLookalikes, { key: of });
  return (
    <AskPanel asked={asked} title={t('lookalikes')} isFlush isEmpty={(data) => !data.brand?.lookalikes.edges.length}>
      {(data) => (
        <Recommendations rows={data.brand!.lookalikes.edges.map(({ node, ...rest }) => ({ ...rest, entity: node }))} />
      )}
    </AskPanel>
  );
}
