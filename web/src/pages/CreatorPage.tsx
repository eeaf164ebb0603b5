import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk, type Question } from '../api/ask';
import { CreatorPage as CreatorDocument } from '../api/generated/documents';
import type { ContentFormat, CreatorPageQuery } from '../api/generated/types';
import { AddToList } from '../choose/AddToList';
import { Chips } from '../entity/Chips';
import { CommunityLink } from '../entity/CommunityLink';
import { EntityLink } from '../entity/EntityLink';
import { usePerformance } from '../entity/figures';
import { useMoney } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import button from '../ui/Button.module.css';
import { Figures } from '../ui/Figures';
import { Columns } from '../ui/Page';
import { Panel } from '../ui/Panel';
import {
  Audience,
  Brands,
  Collaborators,
  Contents,
  Contracts,
  Lookalikes,
  Recommended,
} from './creatorPanels';
import { Followers } from './CreatorFollowers';
import { Availability, ContentStats, Rates } from './creatorTerms';
import { Timeline } from './CreatorTimeline';
import { EntityPage } from './entityPage';
import styles from './entityPage.module.css';

const route = getRouteApi('/creators/$key');

type Creator = NonNullable<CreatorPageQuery['creator']>;

/** One creator: who works with whom, for what, with which result, and who is like it. */
export function CreatorPage() {
  const { key } = route.useParams();
  const { t } = useSettings();
  const asked = useAsk(CreatorDocument, { key });
  return (
    <EntityPage
      asked={asked}
      pick={(data) => data.creator}
      what={`${t('CREATOR')} ${key}`}
      facts={(creator) => <Facts creator={creator} />}
      actions={(creator) => <Actions creator={creator} />}
    >
      {(creator) => (
        <>
          <Overview creator={creator} question={asked.question} />
          <Columns
            main={
              <>
                <Rates of={key} />
                <Followers of={key} />
                <Timeline of={key} />
                <Collaborators of={key} />
                <Brands of={key} />
                <Contents of={key} />
              </>
            }
            side={
              <>
                <Availability of={key} />
                <ContentStats of={key} />
                <Audience of={key} />
                <Recommended of={key} />
                <Lookalikes of={key} />
                <Contracts of={key} />
              </>
            }
          />
        </>
      )}
    </EntityPage>
  );
}

/** The next steps from a profile that was read. */
function Actions({ creator }: { creator: Creator }) {
  const { t } = useSettings();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
        {t('addToList')}
      </Button>
      <Link to="/lookalikes" search={{ seeds: [creator.id] }} className={button['link']!}>
        {t('findLookalikes')}
      </Link>
      {isAdding && <AddToList creators={[creator]} onClose={() => setAdding(false)} />}
    </>
  );
}

function Facts({ creator }: { creator: Creator }) {
  const { t, format, isSafe } = useSettings();
  return (
    <>
      {creator.handle && !isSafe && <span>@{creator.handle}</span>}
      {creator.verified && <span>{t('verified')}</span>}
      {creator.region && <span>{creator.region}</span>}
      <Chips entities={creator.categories} />
      {creator.platforms.length > 0 && <Chips entities={creator.platforms} />}
      {creator.agency && <EntityLink entity={creator.agency} />}
      {creator.community && <CommunityLink community={creator.community} hasSize />}
      {creator.joined && <span>{`${t('joined')} ${format.day(creator.joined)}`}</span>}
    </>
  );
}

function Overview({ creator, question }: { creator: Creator; question: Question }) {
  const { t, format, isSafe } = useSettings();
  const money = useMoney();
  const performance = usePerformance();
  const prices: [ContentFormat, number | null][] = [
    ['SHORT_VIDEO', creator.shortVideo],
    ['MID_VIDEO', creator.midVideo],
    ['IMAGE_TEXT', creator.imageText],
    ['LIVE', creator.live],
  ];
  return (
    <Panel title={t('overview')} question={question}>
      <div className={styles['stack']}>
        {creator.bio && !isSafe && (
          <p className={styles['text']} dir="auto">
            {creator.bio}
          </p>
        )}
        <Figures
          figures={[
            { label: t('followers'), value: format.count(creator.followers), title: format.whole(creator.followers) },
            {
              label: t('rebate'),
              value: isSafe ? format.absent('denied') : format.rate(creator.rebate, 0, 'unknown'),
              note: creator.rebate !== null && !isSafe && t('rebateNote'),
            },
            ...prices.map(([name, fen]) => ({ label: t(name), value: money(fen), title: money(fen, true) })),
          ]}
        />
        <Figures figures={performance(creator.performance)} />
      </div>
    </Panel>
  );
}
