import { useAsk } from '../api/ask';
import {
  CreatorAudience,
  CreatorAudienceResponse,
  CreatorBrands,
  CreatorCollaborators,
  CreatorContents,
  CreatorContracts,
  CreatorLookalikes,
  CreatorRecommended,
} from '../api/generated/documents';
import type { SegmentDimension } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney } from '../entity/naming';
import { Recommendations } from '../entity/Recommendations';
import { useSettings } from '../shell/settings';
import { DataTable } from '../ui/DataTable';
import { AskPanel } from '../ui/Panel';
import { ShareBars } from '../ui/ShareBars';
import styles from './entityPage.module.css';

// The panels of a creator's page. Each asks its own question, so that a slow one keeps none waiting.

interface Of {
  /** The creator's key. */
  of: string;
}

const dimensions: readonly SegmentDimension[] = ['GENDER', 'AGE', 'REGION', 'INTEREST', 'DEVICE'];

export function Audience({ of }: Of) {
  const { t, format } = useSettings();
  const asked = useAsk(CreatorAudience, { key: of });
  const response = useAsk(CreatorAudienceResponse, { key: of }).data?.creator?.audienceResponse ?? null;
  return (
    <AskPanel
      asked={asked}
      title={t('audience')}
      note={response === null ? t('audienceNote') : t('audienceResponds', format.ratio(response))}
      skeleton={8}
      isEmpty={(data) => !data.creator?.audience.length}
    >
      {(data) => (
        <div className={styles['dimensions']}>
          {dimensions.map((dimension) => {
            const shares = data.creator!.audience.filter((a) => a.segment.dimension === dimension);
            if (shares.length === 0) return null;
            return (
              <section key={dimension}>
                <h3>{t(dimension)}</h3>
                <ShareBars
                  label={t(dimension)}
                  shares={shares.map((a) => ({
                    id: a.segment.id,
                    label: a.segment.name,
                    share: a.share,
                    value: format.rate(a.share, 1),
                  }))}
                />
              </section>
            );
          })}
        </div>
      )}
    </AskPanel>
  );
}

export function Collaborators({ of }: Of) {
  const { t, format } = useSettings();
  const asked = useAsk(CreatorCollaborators, { key: of });
  const connection = asked.data?.creator?.collaborators;
  return (
    <AskPanel
      asked={asked}
      title={t('collaborators')}
      note={connection && t('shown', format.whole(connection.edges.length), format.whole(connection.totalCount))}
      isFlush
      isEmpty={(data) => !data.creator?.collaborators.edges.length}
    >
      {(data) => (
        <DataTable
          label={t('collaborators')}
          rows={data.creator!.collaborators.edges}
          idOf={(edge) => edge.node.id}
          columns={[
            { id: 'name', label: t('CREATOR'), cell: (e) => <EntityLink entity={e.node} /> },
            { id: 'followers', label: t('followers'), isNumber: true, cell: (e) => format.count(e.node.followers) },
            { id: 'campaigns', label: t('campaigns'), isNumber: true, cell: (e) => format.whole(e.campaignsTogether) },
            { id: 'contents', label: t('contents'), isNumber: true, cell: (e) => format.whole(e.contentsTogether) },
            { id: 'brands', label: t('brands'), isNumber: true, cell: (e) => format.whole(e.brandsTogether) },
            { id: 'last', label: t('last'), isNumber: true, cell: (e) => format.day(e.last) },
          ]}
        />
      )}
    </AskPanel>
  );
}

export function Brands({ of }: Of) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(CreatorBrands, { key: of });
  const connection = asked.data?.creator?.brands;
  return (
    <AskPanel
      asked={asked}
      title={t('brandsWorkedWith')}
      note={connection && t('shown', format.whole(connection.edges.length), format.whole(connection.totalCount))}
      isFlush
      isEmpty={(data) => !data.creator?.brands.edges.length}
    >
      {(data) => (
        <DataTable
          label={t('brandsWorkedWith')}
          rows={data.creator!.brands.edges}
          idOf={(edge) => edge.brand.id}
          columns={[
            { id: 'name', label: t('BRAND'), cell: (e) => <EntityLink entity={e.brand} /> },
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

export function Contents({ of }: Of) {
  const { t, format } = useSettings();
  const asked = useAsk(CreatorContents, { key: of });
  const connection = asked.data?.creator?.contents;
  return (
    <AskPanel
      asked={asked}
      title={t('latestContents')}
      note={connection && t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))}
      isFlush
      isEmpty={(data) => !data.creator?.contents.nodes.length}
    >
      {(data) => (
        <DataTable
          label={t('latestContents')}
          rows={data.creator!.contents.nodes}
          idOf={(content) => content.id}
          columns={[
            { id: 'name', label: t('CONTENT'), cell: (c) => <EntityLink entity={c} /> },
            { id: 'format', label: t('format'), cell: (c) => t(c.format) },
            { id: 'published', label: t('published'), cell: (c) => format.day(c.published) },
            {
              id: 'campaign',
              label: t('sponsored'),
              cell: (c) => (c.campaign ? <EntityLink entity={c.campaign} /> : t('organic')),
            },
            { id: 'views', label: t('views'), isNumber: true, cell: (c) => format.count(c.metrics.at(-1)?.views) },
          ]}
        />
      )}
    </AskPanel>
  );
}

export function Recommended({ of }: Of) {
  const { t } = useSettings();
  const asked = useAsk(CreatorRecommended, { key: of });
  return (
    <AskPanel
      asked={asked}
      title={t('recommendedCollaborators')}
      note={t('recommendedNote')}
      isFlush
      isEmpty={(data) => !data.creator?.recommendedCollaborators.length}
    >
      {(data) => <Recommendations rows={data.creator!.recommendedCollaborators} />}
    </AskPanel>
  );
}

export function Lookalikes({ of }: Of) {
  const { t } = useSettings();
  const asked = useAsk(CreatorLookalikes, { key: of });
  return (
    <AskPanel asked={asked} title={t('lookalikes')} isFlush isEmpty={(data) => !data.creator?.lookalikes.edges.length}>
      {(data) => (
        <Recommendations rows={data.creator!.lookalikes.edges.map(({ node, ...rest }) => ({ ...rest, entity: node }))} />
      )}
    </AskPanel>
  );
}

export function Contracts({ of }: Of) {
  const { t, format } = useSettings();
  const asked = useAsk(CreatorContracts, { key: of });
  return (
    <AskPanel asked={asked} title={t('contracts')} isFlush isEmpty={(data) => !data.creator?.contracts.nodes.length}>
      {(data) => (
        <DataTable
          label={t('contracts')}
          rows={data.creator!.contracts.nodes}
          idOf={(contract) => contract.agency.id + contract.since}
          columns={[
            { id: 'agency', label: t('AGENCY'), cell: (c) => <EntityLink entity={c.agency} /> },
            { id: 'since', label: t('since'), cell: (c) => format.day(c.since) },
            { id: 'until', label: t('until'), cell: (c) => (c.until ? format.day(c.until) : t('openEnd')) },
            {
              id: 'exclusive',
              label: t('exclusive'),
              cell: (c) => (c.exclusive == null ? format.absent('unknown') : t(c.exclusive ? 'yes' : 'no')),
            },
          ]}
        />
      )}
    </AskPanel>
  );
}
