import { getRouteApi, Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { RisingCreators } from '../api/generated/documents';
import type { RisingCreatorsQuery } from '../api/generated/types';
import { ExpandTable } from '../campaign/ExpandTable';
import { countCell, page, saveSheets, shareCell, yuanCell, type Cell } from '../campaign/sheets';
import { halfOf } from '../text/halves';
import { toggle, useSelection } from '../choose/selection';
import { SelectionBar } from '../choose/SelectionBar';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName, type Named } from '../entity/naming';
import { Reasons } from '../entity/Reasons';
import { Filters } from '../finder/Filters';
import { useSettings } from '../shell/settings';
import type { Translate } from '../text/catalogue';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import type { Column } from '../ui/DataTable';
import { Facts } from '../ui/Facts';
import { Select } from '../ui/Field';
import { Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import styles from './rising.module.css';
import { horizons, risingOf, type RisingSearch } from './search';
import { Spark } from './Spark';

const route = getRouteApi('/rising');

type Rising = RisingCreatorsQuery['risingCreators'][number];

/** Who will gain the most followers (高潜达人): history and forecast, how sure that is, and why. */
export function RisingPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  const asked = useAsk(RisingCreators, risingOf(search));
  const change = (next: RisingSearch) => void navigate({ search: next, replace: true });
  return (
    <Page>
      <PageHead title={t('risingTitle')} facts={<span>{t('risingFacts')}</span>} actions={<Link to="/models">{t('navModels')}</Link>} />
      <div className={styles['layout']}>
        <Filters isWaiting={false} search={search} onChange={(next) => change({ ...next, ...(search.days && { days: search.days }) })} />
        <AskPanel
          asked={asked}
          title={t('risingFound')}
          note={t('risingNote')}
          isFlush
          skeleton={16}
          isEmpty={(data) => data.risingCreators.length === 0}
          actions={
            <>
              <Select
                isLabelHidden
                label={t('risingHorizon')}
                value={String(search.days ?? 30)}
                options={horizons.map((d) => ({ value: String(d), label: t('risingDays', d) }))}
                onChange={(value) => change({ ...search, days: horizons.find((d) => String(d) === value) })}
              />
              {asked.data && (
                <Button icon="download" onPress={() => void exportRising(asked.data!.risingCreators, t, nameOf, isSafe)}>
                  {t('exportXlsx')}
                </Button>
              )}
            </>
          }
        >
          {(data) => <RisingTable rows={data.risingCreators} />}
        </AskPanel>
      </div>
      <SelectionBar />
    </Page>
  );
}

function RisingTable({ rows }: { rows: readonly Rising[] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const selected = new Set(useSelection().map((s) => s.id));
  const columns: Column<Rising>[] = [
    {
      id: 'creator',
      label: t('CREATOR'),
      cell: ({ creator }) => (
        <span className={styles['who']}>
          <Checkbox aria-label={`${t('select')} ${nameOf(creator)}`} isSelected={selected.has(creator.id)} onChange={() => toggle(creator)} />
          <EntityLink entity={creator} />
        </span>
      ),
    },
    { id: 'category', label: t('category'), cell: ({ creator }) => creator.categories[0]?.name ?? format.absent('unknown') },
    { id: 'followers', label: t('followers'), isNumber: true, cell: ({ creator }) => format.count(creator.followers) },
    {
      id: 'history',
      label: t('risingHistory'),
      cell: ({ creator, forecast: f }) => (
        <Spark history={creator.followerHistory} ahead={f} text={t('risingSpark', format.count(f.median), format.count(f.low), format.count(f.high), f.days)} />
      ),
    },
    { id: 'gain', label: t('risingGain'), isNumber: true, cell: ({ forecast: f }) => `${f.gain < 0 ? '−' : '+'}${format.count(Math.abs(Math.round(f.gain)))}` },
    { id: 'rate', label: t('risingRate'), isNumber: true, cell: ({ forecast: f }) => format.change(f.gainRate) },
    { id: 'top', label: t('risingTop'), isNumber: true, cell: ({ forecast: f }) => format.rate(f.probabilityTop, 0) },
    { id: 'price', label: t('SHORT_VIDEO'), isNumber: true, cell: ({ creator }) => money(creator.shortVideo) },
  ];
  return (
    <ExpandTable
      label={t('risingFound')}
      columns={columns}
      rows={rows}
      idOf={(r) => r.creator.id}
      nameOf={(r) => nameOf(r.creator)}
      detail={(r) => <Detail rising={r} />}
    />
  );
}

function Detail({ rising: { creator, forecast: f, reasons } }: { rising: Rising }) {
  const { t, format, language } = useSettings();
  return (
    <div className={styles['detail']}>
      <section>
        <h3 className={styles['subhead']}>{t('risingWhy', format.change(f.gainRate))}</h3>
        <Reasons reasons={reasons} />
        {f.anomalies.length > 0 && (
          <>
            <h3 className={styles['subhead']}>{t('risingAnomalies')}</h3>
            <ul className={styles['list']}>
              {f.anomalies.map((a) => (
                <li key={a.date}>{`${a.date} ${halfOf(a.text, language)}`}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <Spark history={creator.followerHistory} ahead={f} width={420} height={120} text={t('risingSpark', format.count(f.median), format.count(f.low), format.count(f.high), f.days)} />
        <Facts
          facts={[
            [t('risingMedian', f.days), t('interval80', format.count(f.median), format.count(f.low), format.count(f.high))],
            [t('risingMean', f.days), format.count(f.followers)],
            [t('risingFrom'), format.day(f.from)],
          ]}
        />
      </section>
    </div>
  );
}

async function exportRising(rows: readonly Rising[], t: Translate, nameOf: (entity: Named) => string, isSafe: boolean) {
  const language = t('languageOther') === '中文' ? 'en' : 'zh';
  await saveSheets(t('risingTitle'), [
    page(
      t('risingTitle'),
      [t('CREATOR'), t('key'), t('category'), t('followers'), t('risingGain'), t('risingRate'), t('low80'), t('high80'), t('risingTop'), `${t('SHORT_VIDEO')} (¥)`, t('reasons')],
      rows.map(({ creator, forecast: f, reasons }): Cell[] => [
        nameOf(creator),
        isSafe ? '' : creator.key,
        creator.categories[0]?.name ?? null,
        creator.followers,
        countCell(f.gain),
        shareCell(f.gainRate),
        countCell(f.low),
        countCell(f.high),
        shareCell(f.probabilityTop),
        yuanCell(creator.shortVideo, isSafe),
        reasons.map((r) => halfOf(r.text, language)).join('\n'),
      ]),
    ),
  ]);
}
