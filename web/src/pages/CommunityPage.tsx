import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CommunityMembers, CommunityPage as CommunityDocument, OtherCommunities } from '../api/generated/documents';
import { Chips } from '../entity/Chips';
import { CommunityLink, useCommunityName } from '../entity/CommunityLink';
import { EntityLink } from '../entity/EntityLink';
import { useMoney } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Figures } from '../ui/Figures';
import { Columns, Page, PageHead } from '../ui/Page';
import { AskPanel, Panel } from '../ui/Panel';
import { Empty, State } from '../ui/State';
import styles from './entityPage.module.css';
import { Spread } from './Spread';
import { useGroupFigures } from './groupFigures';

const route = getRouteApi('/communities/$key');

/** A community: creators who work with each other, what they are about, who stands in the middle. */
export function CommunityPage() {
  const { key } = route.useParams();
  const { t } = useSettings();
  const figures = useGroupFigures();
  const communityName = useCommunityName();
  const asked = useAsk(CommunityDocument, { id: key });
  return (
    <Page>
      <State asked={asked} skeleton={10}>
        {({ node }) => {
          if (node?.__typename !== 'Community') return <Empty isPage title={t('gone')}>{t('goneText', t('communityWhat'))}</Empty>;
          const { members } = node;
          return (
            <div className={styles['stack']}>
              <PageHead
                title={communityName(node.name)}
                facts={
                  <>
                    <span>{t('communityPage')}</span>
                    <Chips entities={node.topCategories} />
                    <span>{t('communityNote')}</span>
                  </>
                }
              />
              <Panel title={t('overview')} question={asked.question}>
                <Figures figures={figures(members.aggregates)} />
              </Panel>
              <Columns
                main={<Members of={key} />}
                side={
                  <>
                    <Panel title={t('spread')} question={asked.question}>
                      <div className={styles['spreads']}>
                        <Spread title={t('spreadByCategory')} values={members.categories} of={node.size} />
                        <Spread title={t('spreadBySize')} values={members.tiers} of={node.size} />
                        <Spread title={t('spreadByRegion')} values={members.regions} of={node.size} />
                        <Spread none={t('noAgency')} title={t('spreadByAgency')} values={members.agencies} of={node.size} />
                      </div>
                    </Panel>
                    <Others than={node.id} />
                  </>
                }
              />
            </div>
          );
        }}
      </State>
    </Page>
  );
}

const pageSize = 30;

function Members({ of }: { of: string }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const [first, setFirst] = useState(pageSize);
  const asked = useAsk(CommunityMembers, { id: of, first });
  const members = asked.data?.node?.__typename === 'Community' ? asked.data.node.members : null;
  const hasMore = members && members.nodes.length < members.totalCount;
  return (
    <AskPanel
      asked={asked}
      title={t('communityMembers')}
      note={members && t('shown', format.whole(members.nodes.length), format.whole(members.totalCount))}
      isFlush
      skeleton={20}
      actions={hasMore && <Button look="quiet" onPress={() => setFirst(first + 100)}>{t('showMore')}</Button>}
    >
      {() => (
        <DataTable
          label={t('communityMembers')}
          rows={members?.nodes ?? []}
          idOf={(creator) => creator.id}
          columns={[
            { id: 'name', label: t('CREATOR'), cell: (c) => <EntityLink entity={c} /> },
            {
              id: 'centrality',
              label: t('centrality'),
              isNumber: true,
              cell: (c) => <span title={t('centralityText')}>{format.ratio(c.centrality?.pageRank, 'unknown')}</span>,
            },
            { id: 'followers', label: t('followers'), isNumber: true, cell: (c) => format.count(c.followers, 'unknown') },
            { id: 'spend', label: t('spend'), isNumber: true, cell: (c) => money(c.performance.fee) },
            { id: 'cpm', label: t('cpm'), isNumber: true, cell: (c) => money(c.performance.cpm) },
            { id: 'agency', label: t('agency'), cell: (c) => (c.agency ? <EntityLink entity={c.agency} /> : format.absent('none')) },
          ]}
        />
      )}
    </AskPanel>
  );
}

function Others({ than }: { than: string }) {
  const { t, format } = useSettings();
  const asked = useAsk(OtherCommunities, {});
  return (
    <AskPanel asked={asked} title={t('otherCommunities')} isFlush>
      {(data) => (
        <ul className={styles['rows']}>
          {data.communities.nodes
            .filter((community) => community.id !== than)
            .map((community) => (
              <li key={community.id}>
                <CommunityLink community={community} />
                <span>{format.whole(community.size)}</span>
              </li>
            ))}
        </ul>
      )}
    </AskPanel>
  );
}
