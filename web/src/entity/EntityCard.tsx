import type { ReactNode } from 'react';

import { useAsk } from '../api/ask';
import { Card } from '../api/generated/documents';
import type { CardPerformanceFragment, CardQuery } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { Empty, State } from '../ui/State';
import { Facts, type Fact } from '../ui/Facts';
import styles from './EntityCard.module.css';
import { CommunityLink } from './CommunityLink';
import { EntityLink } from './EntityLink';
import { KindMark } from './KindMark';
import { useMoney, useName, type Named } from './naming';

type CardNode = Extract<NonNullable<CardQuery['node']>, { __typename: string }>;

/** The question behind a card, for "show the query". */
export function useCard(id: string) {
  return useAsk(Card, { id }, { keep: false });
}

/** What is known of an entity at a glance, by its kind. `actions` stand under its name. */
export function EntityCard({ asked, actions }: { asked: ReturnType<typeof useCard>; actions?: ReactNode }) {
  const { t } = useSettings();
  return (
    <State asked={asked} skeleton={6}>
      {({ node }) =>
        node && '__typename' in node ? (
          <Filled node={node as CardNode} actions={actions} />
        ) : (
          <Empty title={t('gone')}>{t('goneText', t('kind'))}</Empty>
        )
      }
    </State>
  );
}

function Filled({ node, actions }: { node: CardNode; actions?: ReactNode }) {
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  const facts = useFacts(node);
  return (
    <article className={styles['card']}>
      <header className={styles['head']}>
        <KindMark kind={node.kind} size={28} />
        <div className={styles['names']}>
          <h3 className={styles['name']} dir="auto">
            {nameOf(node)}
          </h3>
          <p className={styles['kind']}>
            {t(node.kind)}
            {!isSafe && ` · ${node.key}`}
            {node.__typename === 'Creator' && node.verified && ` · ${t('verified')}`}
          </p>
        </div>
      </header>
      {actions}
      <Facts facts={facts} />
    </article>
  );
}

function useFacts(node: CardNode): Fact[] {
  const { t, format } = useSettings();
  const money = useMoney();
  const performance = (p: CardPerformanceFragment): Fact[] => [
    [t('participations'), format.whole(p.participations)],
    [t('fee'), money(p.fee)],
    [t('impressions'), format.count(p.impressions, 'unknown')],
    [t('cpm'), money(p.cpm)],
    [t('ctr'), format.rate(p.ctr)],
    [t('roi'), format.ratio(p.roi)],
  ];
  switch (node.__typename) {
    case 'Creator':
      return [
        [t('followers'), <span title={format.whole(node.followers)}>{format.count(node.followers, 'unknown')}</span>],
        [t('region'), node.region ?? format.absent('unknown')],
        [t('agency'), node.agency ? <EntityLink entity={node.agency} /> : format.absent('none')],
        [t('platform'), <Links entities={node.platforms} />],
        [t('category'), <Links entities={node.categories} />],
        [`${t('price')} · ${t('SHORT_VIDEO')}`, money(node.shortVideo)],
        [`${t('price')} · ${t('IMAGE_TEXT')}`, money(node.imageText)],
        [`${t('price')} · ${t('LIVE')}`, money(node.live)],
        ...(node.community ? [[t('community'), <CommunityLink key="community" community={node.community} hasSize />] as Fact] : []),
        ...performance(node.performance),
      ];
    case 'Agency':
      return [
        [t('region'), node.region ?? format.absent('unknown')],
        [t('founded'), format.day(node.founded, 'unknown')],
        [t('creators'), format.whole(node.creators.totalCount)],
        ...performance(node.performance),
      ];
    case 'Brand':
      return [
        [t('industry'), node.industry ?? format.absent('unknown')],
        [t('category'), <Links entities={node.categories} />],
        [t('campaigns'), format.whole(node.campaigns.totalCount)],
        ...performance(node.performance),
      ];
    case 'Campaign':
      return [
        [t('brand'), <EntityLink entity={node.brand} />],
        [t('objective'), node.objective ? t(node.objective) : format.absent('unknown')],
        [t('budget'), money(node.budget)],
        [t('period'), `${format.day(node.starts)} – ${format.day(node.ends)}`],
        [t('category'), <Links entities={node.categories} />],
        ...performance(node.performance),
      ];
    case 'Content':
      return [
        [t('CREATOR'), <EntityLink entity={node.creator} />],
        [t('format'), t(node.format)],
        [t('published'), format.day(node.published)],
        [t('CAMPAIGN'), node.campaign ? <EntityLink entity={node.campaign} /> : format.absent('none')],
      ];
    case 'Category':
      return [
        [t('CATEGORY'), node.parent ? <EntityLink entity={node.parent} /> : format.absent('none')],
        [t('creators'), format.whole(node.creators.totalCount)],
      ];
    case 'Segment':
      return [[t('dimension'), t(node.dimension)]];
    case 'Programme':
      return [
        [t('period'), `${format.day(node.starts)} – ${format.day(node.ends)}`],
        [t('budget'), money(node.budget)],
      ];
    case 'Platform':
      return [];
  }
}

function Links({ entities }: { entities: readonly Named[] }) {
  const { format } = useSettings();
  if (entities.length === 0) return format.absent('none');
  return (
    <span className={styles['links']}>
      {entities.map((entity) => (
        <EntityLink key={entity.id} entity={entity} />
      ))}
    </span>
  );
}
