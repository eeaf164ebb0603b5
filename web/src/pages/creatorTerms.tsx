import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CreatorAvailability, CreatorContentStats, CreatorRates } from '../api/generated/documents';
import type { CreatorAvailabilityQuery, WatchedPartsFragment } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney } from '../entity/naming';
import { useSettings } from '../shell/settings';
import type { Translate } from '../text/catalogue';
import { Button, IconButton } from '../ui/Button';
import { DataTable, type Column } from '../ui/DataTable';
import { dayNumber, monthOf, plusDays, today } from '../ui/days';
import { Select } from '../ui/Field';
import { Months } from '../ui/Months';
import { AskPanel } from '../ui/Panel';
import { StepSpark } from '../ui/Spark';
import { Empty } from '../ui/State';
import styles from './creatorTerms.module.css';
import { rateLines, type RateLine } from './rates';

// What a creator costs, when it is free, and how its contents are watched.

/** The length a rate is for, in words. */
export function lengthOf({ minSeconds, maxSeconds }: Pick<RateLine, 'minSeconds' | 'maxSeconds'>, t: Translate): string {
  if (minSeconds && maxSeconds) return t('secondsBetween', String(minSeconds), String(maxSeconds));
  if (maxSeconds) return t('secondsUpTo', String(maxSeconds));
  if (minSeconds) return t('secondsFrom', String(minSeconds - 1));
  return t('anyLength');
}

export function Rates({ of }: { of: string }) {
  const { t, format, isSafe } = useSettings();
  const money = useMoney();
  const asked = useAsk(CreatorRates, { key: of });
  const lines = asked.data?.creator ? rateLines(asked.data.creator.rates, asked.data.creator.rateHistory) : [];
  const change = ({ today: now, before }: RateLine) => (now && before ? now.price / before.price - 1 : null);
  return (
    <AskPanel asked={asked} title={t('rates')} note={t('ratesNote')} isFlush>
      {() =>
        lines.length === 0 ? (
          <Empty title={t('ratesEmpty')} />
        ) : (
          <DataTable
            label={t('rates')}
            rows={lines}
            idOf={(line) => line.id}
            columns={[
              { id: 'format', label: t('format'), cell: (l) => t(l.format) },
              { id: 'length', label: t('rateLength'), cell: (l) => lengthOf(l, t) },
              {
                id: 'today',
                label: t('rateToday'),
                isNumber: true,
                cell: (l) => (l.today ? <strong>{money(l.today.price, true)}</strong> : t('noRateToday')),
              },
              ...(lines.some((l) => l.before)
                ? ([
              { id: 'before', label: t('rateBefore'), isNumber: true, cell: (l) => money(l.before?.price, true) },
              { id: 'change', label: t('rateChange'), isNumber: true, cell: (l) => format.change(isSafe ? null : change(l)) },
              {
                id: 'course',
                label: '',
                cell: (l) =>
                        !isSafe && l.before && (
                          <StepSpark
                            points={courseOf(l)}
                            label={t(
                              'rateCourse',
                              `${t(l.format)} ${lengthOf(l, t)}`,
                              l.course.map((r) => `${format.day(r.since)} ${money(r.price)}`).join(', '),
                            )}
                          />
                        ),
              },
                  ] satisfies Column<RateLine>[])
                : []),
              { id: 'since', label: t('rateSince'), cell: (l) => format.day(l.today?.since, l.today ? 'unknown' : 'none') },
            ]}
          />
        )
      }
    </AskPanel>
  );
}

/** The course of a price up to today; a price whose beginning is unknown began a year before the next. */
function courseOf(line: RateLine): { at: number; value: number }[] {
  const now = dayNumber(today());
  const began = line.course.filter((r) => r.since && dayNumber(r.since) <= now);
  const first = began[0]?.since ? dayNumber(began[0].since) - 365 : now - 365;
  const points = line.course
    .filter((r) => !r.since || dayNumber(r.since) <= now)
    .map((r) => ({ at: r.since ? dayNumber(r.since) : first, value: r.price }));
  const last = points.at(-1);
  return last ? [...points, { at: now, value: last.value }] : points;
}

const shownMonths = 3;

type Slot = NonNullable<CreatorAvailabilityQuery['creator']>['availability'][number];

const looks = { FREE: 'empty', HELD: 'half', BOOKED: 'full' } as const;

export function Availability({ of }: { of: string }) {
  const { t, format } = useSettings();
  const [later, setLater] = useState(0);
  const now = today();
  const from = monthOf(now, later);
  const to = plusDays(monthOf(now, later + shownMonths), -1);
  const asked = useAsk(CreatorAvailability, { key: of, from, to });
  return (
    <AskPanel
      asked={asked}
      title={t('availability')}
      skeleton={7}
      actions={
        <>
          <IconButton icon="back" label={t('monthsBefore')} onPress={() => setLater(later - shownMonths)} />
          <IconButton icon="forward" label={t('monthsAfter')} onPress={() => setLater(later + shownMonths)} />
        </>
      }
    >
      {(data) => {
        const slots = data.creator?.availability ?? [];
        const slotOn = (day: string) => slots.find((s) => s.from <= day && day <= s.to);
        const taken = slots.filter((s) => s.state !== 'FREE');
        return (
          <div className={styles['stack']}>
            <Months
              from={from}
              months={shownMonths}
              today={now}
              lookOf={(day) => looks[slotOn(day)?.state ?? 'FREE']}
              nameOf={(day) => t('dayState', day, t(slotOn(day)?.state ?? 'FREE'))}
              summary={t(
                'availabilitySummary',
                format.whole(lengthIn(slots.filter((s) => s.state === 'FREE'))),
                format.whole(lengthIn(slots)),
                taken.length === 0 ? t('availabilityAllFree') : taken.map((s) => t('dayState', span(s), t(s.state))).join(' · '),
              )}
            />
            <Legend />
            {taken.length === 0 ? (
              <p className={styles['faint']}>{t('availabilityAllFree')}</p>
            ) : (
              <ul className={styles['slots']}>
                {taken.map((slot) => (
                  <li key={slot.from + slot.state}>
                    <span className={styles['when']}>{span(slot)}</span>
                    <span>{t(slot.state)}</span>
                    {slot.campaign && <EntityLink entity={slot.campaign} />}
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </AskPanel>
  );
}

function span({ from, to }: Slot): string {
  return from === to ? from : `${from} – ${to}`;
}

function lengthIn(slots: readonly Slot[]): number {
  return slots.reduce((sum, s) => sum + dayNumber(s.to) - dayNumber(s.from) + 1, 0);
}

function Legend() {
  const { t } = useSettings();
  return (
    <ul className={styles['legend']}>
      {(['FREE', 'HELD', 'BOOKED'] as const).map((state) => (
        <li key={state}>
          <span className={styles['swatch']} data-look={looks[state]} />
          {t(state)}
        </li>
      ))}
    </ul>
  );
}

const periods = ['30', '90', '180', '365'] as const;

export function ContentStats({ of }: { of: string }) {
  const { t, format } = useSettings();
  const [days, setDays] = useState<(typeof periods)[number]>('90');
  const asked = useAsk(CreatorContentStats, { key: of, days: Number(days) });
  const stats = asked.data?.creator?.contentStats;
  const rows: [label: string, cell: (stat: WatchedPartsFragment) => string, title?: string][] = [
    [t('contentsCount'), (s) => format.whole(s.contents)],
    [t('medianViews'), (s) => format.count(s.medianViews, 'unknown')],
    [t('completion'), (s) => format.rate(s.completion, 1, 'unknown')],
    [t('engagementRate'), (s) => format.rate(s.engagement, 1, 'unknown')],
    [t('hitRate'), (s) => format.rate(s.hitRate, 1, 'unknown'), t('hitRateText')],
  ];
  return (
    <AskPanel
      asked={asked}
      title={t('contentStats')}
      note={t('measured')}
      isFlush
      actions={
        <Select
          label={t('period')}
          isLabelHidden
          value={days}
          options={periods.map((value) => ({ value, label: t('lastDays', value) }))}
          onChange={setDays}
        />
      }
    >
      {() =>
        !stats || stats.sponsored.contents + stats.organic.contents === 0 ? (
          <Empty
            title={t('contentStatsEmpty', days)}
            actions={days !== '365' && <Button onPress={() => setDays('365')}>{t('lastDays', '365')}</Button>}
          />
        ) : (
          <DataTable
            label={t('contentStats')}
            rows={rows}
            idOf={([label]) => label}
            columns={[
              { id: 'figure', label: '', cell: ([label, , title]) => <span title={title}>{label}</span> },
              { id: 'sponsored', label: t('sponsored'), isNumber: true, cell: ([, cell]) => cell(stats.sponsored) },
              { id: 'organic', label: t('organic'), isNumber: true, cell: ([, cell]) => cell(stats.organic) },
            ]}
          />
        )
      }
    </AskPanel>
  );
}
