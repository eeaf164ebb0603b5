import { useState } from 'react';

import { useAsk } from '../api/ask';
import { MatchCreators, WhyNot } from '../api/generated/documents';
import type { MatchCreatorsQuery, Objective } from '../api/generated/types';
import { toggle as toggleSelected, useSelection } from '../choose/selection';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { Reasons } from '../entity/Reasons';
import { SearchBox } from '../shell/SearchBox';
import { useSettings } from '../shell/settings';
import { Button, IconToggle } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import type { Column } from '../ui/DataTable';
import { Facts, type Fact } from '../ui/Facts';
import { AskPanel, Panel } from '../ui/Panel';
import { State } from '../ui/State';
import styles from './campaign.module.css';
import { ExpandTable } from './ExpandTable';
import { IntervalBar, scaleOf, type Scale } from './IntervalBar';
import { unitCost, unitWord } from './outcome';
import { exportMatches } from './sheets';
import { briefOf, placed, type PlanSearch } from './search';

export type Match = MatchCreatorsQuery['matchCreators'][number];

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
}

/** Who suits the brief, with what is expected of each and why. */
export function Matches({ search, change }: Part) {
  const { t, format, isSafe } = useSettings();
  const nameOf = useName();
  const [first, setFirst] = useState(30);
  const brief = briefOf(search);
  const asked = useAsk(MatchCreators, { brief, first });
  const matches = asked.data?.matchCreators;
  return (
    <AskPanel
      asked={asked}
      title={t('matches')}
      note={t('matchesNote')}
      actions={
        matches && (
          <>
            {matches.length === first && first < 500 && (
              <Button look="quiet" onPress={() => setFirst(Math.min(500, first * 2))}>
                {t('showMore')}
              </Button>
            )}
            <Button icon="download" onPress={() => void exportMatches(matches, brief.objective, t, nameOf, isSafe)}>
              {t('exportXlsx')}
            </Button>
          </>
        )
      }
      isFlush
      skeleton={16}
    >
      {(data) => <MatchTable matches={data.matchCreators} objective={brief.objective} search={search} change={change} label={`${t('matches')} ${format.whole(data.matchCreators.length)}`} />}
    </AskPanel>
  );
}

function MatchTable({ matches, objective, search, change, label }: Part & { matches: readonly Match[]; objective: Objective; label: string }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const columns = useMatchColumns(matches, objective);
  const selected = new Set(useSelection().map((s) => s.id));
  const rank = new Map(matches.map((m, i) => [m.creator.id, i + 1]));
  const most = Math.max(...matches.flatMap((m) => m.reasons.map((r) => Math.abs(r.weight))), 1e-9);
  const first: Column<Match> = {
    id: 'creator',
    label: t('CREATOR'),
    cell: (m) => (
      <span className={styles['who']}>
        <span className={styles['rank']}>{format.whole(rank.get(m.creator.id))}</span>
        <Checkbox
          aria-label={`${t('select')} ${nameOf(m.creator)}`}
          isSelected={selected.has(m.creator.id)}
          onChange={() => toggleSelected(m.creator)}
        />
        <EntityLink entity={m.creator} />
      </span>
    ),
  };
  const place: Column<Match> = {
    id: 'place',
    label: t('planPlace'),
    cell: (m) => <PlaceToggles id={m.creator.id} name={nameOf(m.creator)} search={search} change={change} />,
  };
  return (
    <ExpandTable
      label={label}
      columns={[first, ...columns, place]}
      rows={matches}
      idOf={(m) => m.creator.id}
      nameOf={(m) => nameOf(m.creator)}
      detail={(m) => <MatchDetail match={m} most={most} />}
    />
  );
}

/** Locks a creator into the plan or keeps it out. */
export function PlaceToggles({ id, name, search, change }: Part & { id: string; name: string }) {
  const { t } = useSettings();
  const isLocked = search.locked?.includes(id) ?? false;
  const isExcluded = search.excluded?.includes(id) ?? false;
  const put = (where: 'locked' | 'excluded' | null) => {
    const { locked, standIns, excluded } = placed(search, id, where);
    change({ locked, standIns, excluded });
  };
  return (
    <span className={styles['toggles']}>
      <IconToggle icon="pin" label={t('planLock', name)} isSelected={isLocked} onChange={(is) => put(is ? 'locked' : null)} />
      <IconToggle icon="hide" label={t('planExclude', name)} isSelected={isExcluded} onChange={(is) => put(is ? 'excluded' : null)} />
    </span>
  );
}

/** The columns that matches and picks share: size, format, fee, and what is expected. */
export function useMatchColumns<M extends Omit<Match, 'reasons'>>(matches: readonly M[], objective: Objective): Column<M>[] {
  const { t, format } = useSettings();
  const money = useMoney();
  const costs = new Map(matches.map((m) => [m.creator.id, unitCost(m.predicted, objective)]));
  const impressions = scaleOf(matches.flatMap(({ predicted: p }) => [p.impressionsLow, p.impressions, p.impressionsHigh]));
  const ctr = scaleOf(matches.flatMap(({ predicted: p }) => [p.ctrLow, p.ctr, p.ctrHigh]));
  const cost: Scale = scaleOf([...costs.values()].flatMap((c) => (c ? [c.low, c.value, c.high] : [])));
  const span = (low: string, high: string, value: string) => t('interval80', value, low, high);
  return [
    { id: 'followers', label: t('followers'), isNumber: true, cell: (m) => <span title={format.whole(m.creator.followers)}>{format.count(m.creator.followers, 'unknown')}</span> },
    { id: 'format', label: t('format'), cell: (m) => t(m.format) },
    {
      id: 'fee',
      label: t('asked'),
      isNumber: true,
      cell: (m) => (
        <span title={m.predicted.priced ? money(m.predicted.fee, true) : t('unpriced')}>
          {m.predicted.priced ? '' : '≈ '}
          {money(m.predicted.fee)}
        </span>
      ),
    },
    {
      id: 'impressions',
      label: t('impressions'),
      isNumber: true,
      cell: ({ predicted: p }) => (
        <IntervalBar
          low={p.impressionsLow}
          value={p.impressions}
          high={p.impressionsHigh}
          scale={impressions}
          shown={format.count(p.impressions)}
          text={span(format.count(p.impressionsLow), format.count(p.impressionsHigh), format.count(p.impressions))}
        />
      ),
    },
    {
      id: 'ctr',
      label: t('ctr'),
      isNumber: true,
      cell: ({ predicted: p }) => (
        <IntervalBar
          low={p.ctrLow}
          value={p.ctr}
          high={p.ctrHigh}
          scale={ctr}
          shown={format.rate(p.ctr)}
          text={span(format.rate(p.ctrLow), format.rate(p.ctrHigh), format.rate(p.ctr))}
        />
      ),
    },
    {
      id: 'cost',
      label: t(unitWord[objective]),
      isNumber: true,
      cell: (m) => {
        const c = costs.get(m.creator.id);
        if (!c) return format.absent('unknown');
        return (
          <IntervalBar low={c.low} value={c.value} high={c.high} scale={cost} shown={money(c.value)} text={span(money(c.low), money(c.high), money(c.value))} />
        );
      },
    },
    { id: 'acceptance', label: t('acceptance'), isNumber: true, cell: (m) => format.rate(m.acceptance, 0) },
  ];
}

function MatchDetail({ match, most }: { match: Match; most: number }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const p = match.predicted;
  const facts: Fact[] = [
    [t('impressions'), t('interval80', format.count(p.impressions), format.count(p.impressionsLow), format.count(p.impressionsHigh))],
    [t('ctr'), t('interval80', format.rate(p.ctr), format.rate(p.ctrLow), format.rate(p.ctrHigh))],
    [t('cvr'), format.rate(p.cvr)],
    [t('conversions'), format.count(p.conversions)],
    [t('cpm'), money(p.cpm)],
    [t('gmv'), money(p.gmv)],
    [t('roi'), format.ratio(p.roi)],
    [t('evidence'), t('evidenceCount', p.evidence)],
  ];
  return (
    <div className={styles['detailColumns']}>
      <section>
        <h3>{t('whyScore', format.ratio(match.score))}</h3>
        <Reasons reasons={match.reasons} most={most} />
      </section>
      <section>
        <h3>{t('expectedIfAccepted')}</h3>
        <Facts facts={facts} />
      </section>
    </div>
  );
}

/** Why somebody is not among the matches, or where it stands. */
export function WhyNotPanel({ search }: { search: PlanSearch }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const [creator, setCreator] = useState<string | null>(null);
  const asked = useAsk(WhyNot, { brief: briefOf(search), creator: creator ?? '' }, { off: creator === null, keep: false });
  return (
    <Panel title={t('whyNot')} question={creator === null ? undefined : asked.question}>
      <div className={styles['form']}>
        <SearchBox isInline label={t('whyNotWhom')} onPick={(entity) => entity.kind === 'CREATOR' && setCreator(entity.id)} />
        {creator === null ? (
          <p className={styles['hint']}>{t('whyNotHint')}</p>
        ) : (
          <State asked={asked} skeleton={1}>
            {({ whyNot: w }) => (
              <p className={styles['sentence']} role="status">
                {w.refusedBy.length > 0
                  ? t('whyNotRefused', nameOf(w.creator), format.list(w.refusedBy.map((f) => t(fieldWords[f] ?? 'brief'))))
                  : t('whyNotRank', nameOf(w.creator), format.whole(w.rank), format.ratio(w.score))}
                {w.missing.length > 0 && ` ${t('whyNotMissing', format.list(w.missing.map((m) => t(missingWords[m] ?? 'evidence'))))}`}
              </p>
            )}
          </State>
        )}
      </div>
    </Panel>
  );
}

const fieldWords: Record<string, 'briefCategories' | 'briefRegions' | 'platforms' | 'minFollowers' | 'maxFollowers' | 'briefFormats' | 'briefMaxFee' | 'briefBudget' | 'planExcluded' | 'briefNoRivals'> = {
  categories: 'briefCategories',
  regions: 'briefRegions',
  platforms: 'platforms',
  minFollowers: 'minFollowers',
  maxFollowers: 'maxFollowers',
  formats: 'briefFormats',
  maxFee: 'briefMaxFee',
  budget: 'briefBudget',
  excludeCreators: 'planExcluded',
  excludeCompetitorsOf: 'briefNoRivals',
};

const missingWords: Record<string, 'followers' | 'price' | 'audience' | 'categories' | 'missingResults' | 'missingAnswers'> = {
  followers: 'followers',
  price: 'price',
  audience: 'audience',
  categories: 'categories',
  results: 'missingResults',
  answers: 'missingAnswers',
};
