import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useAsk } from '../api/ask';
import { CompareCreators, CompareOverlap } from '../api/generated/documents';
import type { ComparedCreatorFragment, CompareOverlapQuery, SegmentDimension } from '../api/generated/types';
import { Chips } from '../entity/Chips';
import { creatorsOf } from '../entity/creators';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { Figures } from '../ui/Figures';
import { Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import { Empty } from '../ui/State';
import styles from './ComparePage.module.css';
import { sharedBrands } from './shared';

const route = getRouteApi('/compare');

/** Up to six creators side by side: numbers, audience, brands in common, overlap of their audiences. */
export function ComparePage() {
  const { ids } = route.useSearch();
  const { t } = useSettings();
  return (
    <Page>
      <PageHead title={t('compareTitle')} />
      {ids.length < 2 ? (
        <Empty title={t('compareEmpty')} actions={<Link to="/creators">{t('navCreators')}</Link>} />
      ) : (
        <>
          <SideBySide ids={ids} />
          <Overlap ids={ids} />
        </>
      )}
    </Page>
  );
}

type Creator = ComparedCreatorFragment;

const dimensions: readonly SegmentDimension[] = ['GENDER', 'AGE', 'REGION', 'INTEREST'];

function SideBySide({ ids }: { ids: string[] }) {
  const { t } = useSettings();
  const asked = useAsk(CompareCreators, { ids });
  return (
    <>
      <AskPanel asked={asked} title={t('overview')} isFlush skeleton={16}>
        {(data) => <Comparison creators={creatorsOf(data.nodes)} ids={ids} />}
      </AskPanel>
      <AskPanel asked={asked} title={t('sharedBrands')}>
        {(data) => <SharedBrands creators={creatorsOf(data.nodes)} />}
      </AskPanel>
    </>
  );
}

function Comparison({ creators, ids }: { creators: Creator[]; ids: string[] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const navigate = route.useNavigate();
  const top = (creator: Creator, dimension: SegmentDimension) =>
    creator.audience
      .filter((a) => a.segment.dimension === dimension)
      .slice(0, 3)
      .map((a) => `${a.segment.name} ${format.rate(a.share, 0)}`);
  const rows: [label: string, cell: (creator: Creator) => ReactNode][] = [
    [t('followers'), (c) => format.count(c.followers, 'unknown')],
    [t('region'), (c) => c.region ?? format.absent('unknown')],
    [t('category'), (c) => c.categories.map((x) => x.name).join(' / ') || format.absent('unknown')],
    [t('agency'), (c) => (c.agency ? <EntityLink entity={c.agency} /> : format.absent('none'))],
    [t('SHORT_VIDEO'), (c) => money(c.shortVideo)],
    [t('MID_VIDEO'), (c) => money(c.midVideo)],
    [t('IMAGE_TEXT'), (c) => money(c.imageText)],
    [t('LIVE'), (c) => money(c.live)],
    [t('campaigns'), (c) => format.whole(c.performance.participations)],
    [t('brands'), (c) => format.whole(c.brands.totalCount)],
    [t('spend'), (c) => money(c.performance.fee)],
    [t('cpm'), (c) => money(c.performance.cpm)],
    [t('cpe'), (c) => money(c.performance.cpe)],
    [t('ctr'), (c) => format.rate(c.performance.ctr)],
    [t('cvr'), (c) => format.rate(c.performance.cvr)],
    [t('roi'), (c) => format.ratio(c.performance.roi)],
    ...dimensions.map((dimension): [string, (creator: Creator) => ReactNode] => [
      `${t('audience')}: ${t(dimension)}`,
      (c) => <Lines lines={top(c, dimension)} none={format.absent('unknown')} />,
    ]),
  ];
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('compareTitle')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('CREATOR')}</th>
            {creators.map((creator) => (
              <th key={creator.id} scope="col">
                <span className={styles['name']}>
                  <EntityLink entity={creator} />
                  <IconButton
                    icon="close"
                    label={t('remove', nameOf(creator))}
                    onPress={() => void navigate({ search: { ids: ids.filter((id) => id !== creator.id) } })}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {creators.map((creator) => (
                <td key={creator.id}>{cell(creator)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lines({ lines, none }: { lines: string[]; none: string }) {
  if (lines.length === 0) return none;
  return (
    <>
      {lines.map((line) => (
        <span key={line} className={styles['line']}>
          {line}
        </span>
      ))}
    </>
  );
}

function SharedBrands({ creators }: { creators: Creator[] }) {
  const { t, format } = useSettings();
  const shared = sharedBrands(creators);
  if (shared.length === 0) return <p>{t('sharedBrandsNone')}</p>;
  return (
    <ul className={styles['shared']}>
      {shared.map(({ brand, by }) => (
        <li key={brand.id}>
          <EntityLink entity={brand} />
          <span className={styles['faint']}>{format.whole(by.length)}</span>
          <Chips entities={by} />
        </li>
      ))}
    </ul>
  );
}

function Overlap({ ids }: { ids: string[] }) {
  const { t, format } = useSettings();
  const asked = useAsk(CompareOverlap, { ids });
  const overlap = asked.data?.audienceOverlap;
  return (
    <AskPanel
      asked={asked}
      title={t('overlap')}
      note={overlap && t(overlap.method === 'MEASURED' ? 'overlapMeasured' : 'overlapNote')}
    >
      {({ audienceOverlap }) => (
        <div className={styles['overlap']}>
          <Figures
            figures={[
              { label: t('totalReach'), value: format.count(audienceOverlap.total) },
              { label: t('uniqueReach'), value: format.count(audienceOverlap.unique) },
            ]}
          />
          <Matrix overlap={audienceOverlap} />
        </div>
      )}
    </AskPanel>
  );
}

function Matrix({ overlap }: { overlap: CompareOverlapQuery['audienceOverlap'] }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('overlap')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('CREATOR')}</th>
            {overlap.shares.map(({ creator }) => (
              <th key={creator.id} scope="col">
                {nameOf(creator)}
              </th>
            ))}
            <th scope="col">{t('onlyThrough')}</th>
          </tr>
        </thead>
        <tbody>
          {overlap.shares.map(({ creator, unique }, i) => (
            <tr key={creator.id}>
              <th scope="row">
                <EntityLink entity={creator} />
              </th>
              {overlap.matrix[i]!.map((share, j) => (
                <td key={overlap.shares[j]!.creator.id} data-strength={i === j ? undefined : Math.min(4, Math.floor(share * 10))}>
                  {i === j ? format.absent('none') : format.rate(share, 1)}
                </td>
              ))}
              <td>{format.rate(unique, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
