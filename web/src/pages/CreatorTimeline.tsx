import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CreatorTimeline } from '../api/generated/documents';
import type { CreatorTimelineQuery } from '../api/generated/types';
import { useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { dayNumber, monthOf, monthsBetween, today } from '../ui/days';
import { AskPanel } from '../ui/Panel';
import { Empty } from '../ui/State';
import { useWidth } from '../ui/useWidth';
import styles from './creatorTerms.module.css';

type Creator = NonNullable<CreatorTimelineQuery['creator']>;

interface Course {
  months: { month: string; campaigns: number; contents: number }[];
  contracts: Creator['contracts']['nodes'];
}

/** What happened month by month, from the first contract, campaign or content to this month or the last one planned. */
function courseOf(creator: Creator): Course | null {
  const count = (days: readonly (string | null | undefined)[]) => {
    const counts = new Map<string, number>();
    for (const day of days) if (day) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
    return counts;
  };
  const campaigns = count(creator.participations.nodes.map((p) => p.campaign.starts));
  const contents = new Map(creator.contents.facets.filter((f) => f.key).map((f) => [f.key!, f.count]));
  const contracts = creator.contracts.nodes.filter((c) => c.since);
  const known = [...campaigns.keys(), ...contents.keys(), ...contracts.map((c) => c.since.slice(0, 7))].sort();
  if (known.length === 0) return null;
  const last = [known.at(-1)!, today().slice(0, 7)].sort().at(-1)!;
  return {
    contracts,
    months: monthsBetween(known[0]!, last).map((month) => ({ month, campaigns: campaigns.get(month) ?? 0, contents: contents.get(month) ?? 0 })),
  };
}

/** Contracts, campaigns and contents on one axis of months; the same as a table. */
export function Timeline({ of }: { of: string }) {
  const { t, format } = useSettings();
  const [isTable, setTable] = useState(false);
  const asked = useAsk(CreatorTimeline, { key: of });
  const creator = asked.data?.creator;
  return (
    <AskPanel
      asked={asked}
      title={t('timeline')}
      note={creator && t('timelineNote', format.whole(creator.participations.totalCount), format.whole(creator.contents.totalCount))}
      isFlush={isTable}
      actions={
        <IconButton
          icon={isTable ? 'history' : 'table'}
          label={t(isTable ? 'asTimeline' : 'asTable')}
          onPress={() => setTable(!isTable)}
        />
      }
    >
      {(data) => {
        const course = data.creator && courseOf(data.creator);
        if (!course) return <Empty title={t('timelineUndated')} />;
        return isTable ? <Table course={course} /> : <Lanes course={course} />;
      }}
    </AskPanel>
  );
}

function Table({ course }: { course: Course }) {
  const { t, format } = useSettings();
  return (
    <DataTable
      label={t('timeline')}
      rows={course.months.filter((m) => m.campaigns + m.contents > 0).reverse()}
      idOf={(m) => m.month}
      columns={[
        { id: 'month', label: t('month'), cell: (m) => m.month },
        { id: 'campaigns', label: t('campaigns'), isNumber: true, cell: (m) => format.whole(m.campaigns) },
        { id: 'contents', label: t('contents'), isNumber: true, cell: (m) => format.whole(m.contents) },
      ]}
    />
  );
}

const left = 8;
const laneHeight = 44;
const contractHeight = 18;

function Lanes({ course }: { course: Course }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const [measure, width] = useWidth(640);
  const { months, contracts } = course;
  const first = dayNumber(`${months[0]!.month}-01`);
  const end = dayNumber(monthOf(`${months.at(-1)!.month}-01`, 1));
  const x = (number: number) => left + ((Math.min(end, Math.max(first, number)) - first) / (end - first)) * (width - 2 * left);
  const contractsTop = 20;
  const campaignsTop = contractsTop + Math.max(1, contracts.length) * contractHeight + 24;
  const contentsTop = campaignsTop + laneHeight + 24;
  const height = contentsTop + laneHeight + 22;
  const lane = (name: 'campaigns' | 'contents', top: number) => {
    const most = Math.max(1, ...months.map((m) => m[name]));
    return months
      .filter((m) => m[name] > 0)
      .map((m) => {
        const from = x(dayNumber(`${m.month}-01`));
        const to = x(dayNumber(monthOf(`${m.month}-01`, 1)));
        const tall = (m[name] / most) * laneHeight;
        return (
          <rect
            key={name + m.month}
            x={from + 0.5}
            width={Math.max(1, to - from - 1)}
            y={top + laneHeight - tall}
            height={tall}
            className={styles[name === 'campaigns' ? 'campaigns' : 'bar']}
          >
            <title>{`${m.month}: ${format.whole(m[name])} ${t(name)}`}</title>
          </rect>
        );
      });
  };
  // The first month is named unless January stands too close to it.
  const january = months.findIndex((m) => m.month.endsWith('-01'));
  const isTight = january > 0 && x(dayNumber(`${months[january]!.month}-01`)) - left < 52;
  const years = months.filter((m, i) => m.month.endsWith('-01') || (i === 0 && !isTight));
  const sum = (name: 'campaigns' | 'contents') => format.whole(months.reduce((all, m) => all + m[name], 0));
  return (
    <svg
      ref={measure}
      viewBox={`0 0 ${width} ${height}`}
      className={styles['chart']}
      role="img"
      aria-label={`${months[0]!.month} – ${months.at(-1)!.month}: ${t('timelineNote', sum('campaigns'), sum('contents'))}`}
    >
      {years.map((m) => (
        <g key={m.month}>
          <line x1={x(dayNumber(`${m.month}-01`))} x2={x(dayNumber(`${m.month}-01`))} y1={contractsTop - 4} y2={height - 18} className={styles['grid']} />
          <text x={x(dayNumber(`${m.month}-01`))} y={height - 5} className={styles['lane']}>
            {m.month}
          </text>
        </g>
      ))}
      <text x={left} y={12} className={styles['lane']}>
        {t('timelineContracts')}
      </text>
      {contracts.map((c, i) => {
        const from = x(dayNumber(c.since));
        const to = x(c.until ? dayNumber(c.until) : end);
        const top = contractsTop + i * contractHeight;
        const name = nameOf(c.agency);
        const isLong = to - from > name.length * 13;
        return (
          <g key={c.agency.id + c.since}>
            <rect x={from} y={top} width={Math.max(2, to - from)} height={contractHeight - 3} rx={2} className={styles['contract']}>
              <title>{`${name}: ${c.since} – ${c.until ?? t('openEnd')}`}</title>
            </rect>
            <text
              x={isLong || to > width * 0.7 ? from + 4 : to + 4}
              y={top + 11.5}
              className={styles[isLong ? 'inside' : 'lane']}
              textAnchor="start"
            >
              {isLong || to <= width * 0.7 ? name : ''}
            </text>
          </g>
        );
      })}
      <text x={left} y={campaignsTop - 6} className={styles['lane']}>
        {t('timelineCampaigns')}
      </text>
      {lane('campaigns', campaignsTop)}
      <line x1={left} x2={width - left} y1={campaignsTop + laneHeight} y2={campaignsTop + laneHeight} className={styles['grid']} />
      <text x={left} y={contentsTop - 6} className={styles['lane']}>
        {t('timelineContents')}
      </text>
      {lane('contents', contentsTop)}
      <line x1={left} x2={width - left} y1={contentsTop + laneHeight} y2={contentsTop + laneHeight} className={styles['grid']} />
    </svg>
  );
}
