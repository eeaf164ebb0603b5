import { getRouteApi, Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { FindLookalikes, Seeds } from '../api/generated/documents';
import { SelectionBar } from '../choose/SelectionBar';
import { creatorsOf } from '../entity/creators';
import { EntityLink } from '../entity/EntityLink';
import { useName } from '../entity/naming';
import { Recommendations } from '../entity/Recommendations';
import { SearchBox } from '../shell/SearchBox';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { NumberInput } from '../ui/Field';
import { Columns, Page, PageHead } from '../ui/Page';
import { AskPanel, Panel } from '../ui/Panel';
import { Slider } from '../ui/Slider';
import { Empty } from '../ui/State';
import styles from './LookalikesPage.module.css';
import { filterOf, sides, weightsOf, type LookalikeSearch } from './search';

const route = getRouteApi('/lookalikes');

/** Creators like some others: who they are, what likeness means, and why each was found. */
export function LookalikesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useSettings();
  const change = (part: Partial<LookalikeSearch>) =>
    void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <Page>
      <PageHead title={t('lookalikesTitle')} />
      <Columns
        main={
          search.seeds.length === 0 ? (
            <Panel title={t('lookalikes')}>
              <Empty title={t('seedsNone')} actions={<Link to="/creators">{t('navCreators')}</Link>} />
            </Panel>
          ) : (
            <Results search={search} />
          )
        }
        side={
          <>
            <SeedPanel seeds={search.seeds} onChange={(seeds) => change({ seeds })} />
            <Weights search={search} onChange={change} />
          </>
        }
      />
      <SelectionBar />
    </Page>
  );
}

function Results({ search }: { search: LookalikeSearch }) {
  const { t } = useSettings();
  const asked = useAsk(FindLookalikes, {
    seeds: search.seeds,
    filter: filterOf(search),
    weights: weightsOf(search),
    diversity: search.diversity ?? 0,
    first: 30,
  });
  return (
    <AskPanel asked={asked} title={t('lookalikes')} isFlush skeleton={20} isEmpty={(data) => data.lookalikes.edges.length === 0}>
      {(data) => (
        <Recommendations
          isSelectable
          rows={data.lookalikes.edges.map(({ node, ...rest }) => ({ ...rest, entity: node }))}
        />
      )}
    </AskPanel>
  );
}

function SeedPanel({ seeds, onChange }: { seeds: string[]; onChange: (seeds: string[]) => void }) {
  const { t } = useSettings();
  const nameOf = useName();
  const asked = useAsk(Seeds, { ids: seeds }, { off: seeds.length === 0 });
  const creators = creatorsOf(asked.data?.nodes ?? []);
  return (
    <Panel title={t('seeds')} question={seeds.length > 0 ? asked.question : undefined}>
      <div className={styles['stack']}>
        <SearchBox
          label={t('seedAdd')}
          onPick={(entity) => {
            if (entity.kind === 'CREATOR' && !seeds.includes(entity.id)) onChange([...seeds, entity.id]);
          }}
        />
        <ul className={styles['seeds']}>
          {seeds.length > 0 &&
            creators.map((creator) => (
              <li key={creator.id}>
                <EntityLink entity={creator} />
                <IconButton
                  icon="close"
                  label={t('remove', nameOf(creator))}
                  onPress={() => onChange(seeds.filter((id) => id !== creator.id))}
                />
              </li>
            ))}
        </ul>
      </div>
    </Panel>
  );
}

function Weights({ search, onChange }: { search: LookalikeSearch; onChange: (part: Partial<LookalikeSearch>) => void }) {
  const { t, format } = useSettings();
  const isSet = weightsOf(search) !== null;
  const words = { graph: 'sideGraph', audience: 'sideAudience', content: 'sideContent', commercial: 'sideCommercial' } as const;
  return (
    <Panel
      title={t('likeness')}
      note={isSet ? undefined : t('likenessLearned')}
      actions={
        isSet && (
          <Button
            look="quiet"
            onPress={() => onChange({ graph: undefined, audience: undefined, content: undefined, commercial: undefined })}
          >
            {t('likenessReset')}
          </Button>
        )
      }
    >
      <div className={styles['stack']}>
        {sides.map((side) => (
          <Slider
            key={side}
            label={t(words[side])}
            value={search[side] ?? 0.25}
            shown={search[side] === undefined ? t('likenessLearned') : format.rate(search[side], 0)}
            onCommit={(value) => {
              // Nothing is like anything when all sides are ignored.
              const others = sides.some((other) => other !== side && search[other] !== 0);
              onChange({ [side]: value === 0 && !others ? 0.05 : value });
            }}
          />
        ))}
        <Slider
          label={t('diversity')}
          value={search.diversity ?? 0}
          shown={format.rate(search.diversity ?? 0, 0)}
          onCommit={(diversity) => onChange({ diversity: diversity || undefined })}
        />
        <div className={styles['pair']}>
          <NumberInput
            label={t('maxPrice')}
            value={search.maxPrice === undefined ? null : search.maxPrice / 100}
            onCommit={(yuan) => onChange({ maxPrice: yuan === null ? undefined : Math.round(yuan * 100) })}
          />
          <NumberInput
            label={t('followersUpTo')}
            value={search.maxFollowers ?? null}
            onCommit={(count) => onChange({ maxFollowers: count ?? undefined })}
          />
        </div>
      </div>
    </Panel>
  );
}
