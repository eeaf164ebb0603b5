import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CreatorFollowers, CreatorForecast } from '../api/generated/documents';
import type { CreatorForecastQuery } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { dayNumber, plusDays } from '../ui/days';
import { Select } from '../ui/Field';
import { Figures } from '../ui/Figures';
import { LineChart, type Ahead } from '../ui/LineChart';
import { Panel } from '../ui/Panel';
import { Empty, State } from '../ui/State';
import styles from './creatorTerms.module.css';

type Forecast = NonNullable<NonNullable<CreatorForecastQuery['creator']>['growthForecast']>;

const horizons = ['7', '30', '90'] as const;

/** The followers over time, and what the model expects of the days to come. */
export function Followers({ of }: { of: string }) {
  const { t } = useSettings();
  const [days, setDays] = useState<(typeof horizons)[number]>('30');
  const known = useAsk(CreatorFollowers, { key: of });
  const expected = useAsk(CreatorForecast, { key: of, days: Number(days) });
  const forecast = expected.data?.creator?.growthForecast;
  return (
    <Panel
      title={t('followerHistory')}
      question={[known.question, expected.question]}
      actions={
        <Select
          label={t('forecast')}
          isLabelHidden
          value={days}
          options={horizons.map((value) => ({ value, label: t('forecastIn', value) }))}
          onChange={setDays}
        />
      }
    >
      <State asked={known} skeleton={6}>
        {(data) => {
          const history = data.creator?.followerHistory ?? [];
          if (history.length < 2) return <Empty title={t('nothing')} />;
          return (
            <div className={styles['stack']}>
              <Chart history={history} forecast={forecast} />
              {expected.error ? (
                <p className={styles['notes']}>{expected.error.message}</p>
              ) : (
                expected.data && <Expected forecast={forecast} />
              )}
            </div>
          );
        }}
      </State>
    </Panel>
  );
}

function Chart({ history, forecast }: { history: readonly { date: string; followers: number }[]; forecast: Forecast | null | undefined }) {
  const { t, format } = useSettings();
  const points = history.map((p) => ({ at: dayNumber(p.date), value: p.followers, label: p.date }));
  const first = points[0]!;
  const last = points.at(-1)!;
  const ahead: Ahead | null = forecast
    ? {
        at: dayNumber(forecast.from) + forecast.days,
        value: forecast.followers,
        low: forecast.low,
        high: forecast.high,
        label: plusDays(forecast.from, forecast.days),
      }
    : null;
  return (
    <LineChart
      points={points}
      ahead={ahead}
      format={format.count}
      summary={t('followerSummary', first.label, last.label, format.count(first.value), format.count(last.value))}
    />
  );
}

function Expected({ forecast }: { forecast: Forecast | null | undefined }) {
  const { t, format } = useSettings();
  if (!forecast) return <p className={styles['faint']}>{t('forecastNone')}</p>;
  return (
    <>
      <Figures
        figures={[
          {
            label: t('forecastIn', String(forecast.days)),
            value: format.count(forecast.followers),
            title: format.whole(forecast.followers),
            note: t('forecastRange', format.count(forecast.low), format.count(forecast.high)),
          },
          { label: t('rateChange'), value: format.change(forecast.gainRate), title: format.whole(forecast.gain) },
          { label: t('probabilityTop'), value: format.rate(forecast.probabilityTop, 1) },
        ]}
      />
      <div className={styles['notes']}>
        <p>{t('forecastNote', forecast.from)}</p>
        {forecast.anomalies.length > 0 && (
          <details>
            <summary>{`${t('anomalies')}: ${format.whole(forecast.anomalies.length)}`}</summary>
            <ul>
              {forecast.anomalies.map((a) => (
                <li key={a.date}>{a.text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}
