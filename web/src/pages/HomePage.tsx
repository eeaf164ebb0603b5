import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useAsk } from '../api/ask';
import { Home } from '../api/generated/documents';
import type { HomeQuery } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName, type Named } from '../entity/naming';
import { SearchBox } from '../shell/SearchBox';
import { useSettings } from '../shell/settings';
import { Icon, type IconName } from '../ui/Icon';
import { AskPanel } from '../ui/Panel';
import styles from './HomePage.module.css';

/** The start: search, three ways to begin, and who is large in this market. */
export function HomePage() {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(Home, {});
  return (
    <div className={styles['page']}>
      <div className={styles['hero']}>
        <h1 className={styles['title']}>{t('homeTitle')}</h1>
        <p className={styles['text']}>{t('homeText')}</p>
        <SearchBox isLarge />
      </div>
      {asked.data && <Examples data={asked.data} />}
      <div className={styles['columns']}>
        <AskPanel asked={asked} title={t('homeTopCreators')} skeleton={8} isFlush>
          {(data) => (
            <Rows rows={data.creators.nodes} aside={(c) => t('followersOf', format.count(c.followers))} />
          )}
        </AskPanel>
        <AskPanel asked={asked} title={t('homeTopBrands')} skeleton={8} isFlush>
          {(data) => <Rows rows={data.brands.nodes} aside={(b) => money(b.performance.fee)} />}
        </AskPanel>
        <AskPanel asked={asked} title={t('homeTopAgencies')} skeleton={8} isFlush>
          {(data) => (
            <Rows
              rows={data.agencies.nodes}
              aside={(a) => t('found', format.count(a.creators.totalCount))}
            />
          )}
        </AskPanel>
      </div>
    </div>
  );
}

function Rows<Row extends Named>({ rows, aside }: { rows: Row[]; aside: (row: Row) => ReactNode }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <EntityLink entity={row} />
          <span className={styles['aside']}>{aside(row)}</span>
        </li>
      ))}
    </ul>
  );
}

function Examples({ data }: { data: HomeQuery }) {
  const { t } = useSettings();
  const nameOf = useName();
  const [creator, other] = data.creators.nodes;
  const brand = data.brands.nodes[0];
  return (
    <section aria-label={t('homeExamples')}>
      <ul className={styles['examples']}>
        {creator && (
          <Example icon="graph" title={t('exampleNeighbors', nameOf(creator))} text={t('exampleNeighborsText')} search={{ of: creator.id }} />
        )}
        {other && brand && (
          <Example icon="path" title={t('examplePath', nameOf(other), nameOf(brand))} text={t('examplePathText')} search={{ of: other.id, to: brand.id }} />
        )}
        <Example icon="links" title={t('exampleNetwork')} text={t('exampleNetworkText')} search={{ begin: 'collaborations' }} />
      </ul>
    </section>
  );
}

function Example({ icon, title, text, search }: { icon: IconName; title: string; text: string; search: Record<string, string> }) {
  return (
    <li>
      <Link to="/explore" search={search} className={styles['example']!}>
        <Icon name={icon} />
        <span>
          <strong>{title}</strong>
          <span>{text}</span>
        </span>
      </Link>
    </li>
  );
}
