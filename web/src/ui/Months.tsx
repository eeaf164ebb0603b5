import { useSettings } from '../shell/settings';
import { daysBetween, monthOf, plusDays, weekday } from './days';
import styles from './Months.module.css';

/** How a day is drawn: its look never depends on colour alone. */
export type DayLook = 'empty' | 'half' | 'full';

/** Months beside each other, each day a cell. Readers without eyes are told `summary`, and each day by its name. */
export function Months({
  from,
  months,
  today,
  lookOf,
  nameOf,
  summary,
}: {
  /** A day of the first month. */
  from: string;
  months: number;
  today: string;
  lookOf: (day: string) => DayLook;
  /** What a day is called, such as "2026-12-24: booked". */
  nameOf: (day: string) => string;
  summary: string;
}) {
  const { language } = useSettings();
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const names = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });
  const title = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <div className={styles['months']} role="img" aria-label={summary}>
      {Array.from({ length: months }, (_, i) => monthOf(from, i)).map((first) => (
        <div key={first} className={styles['month']}>
          <span className={styles['title']}>{title.format(Date.parse(`${first}T00:00:00Z`))}</span>
          <div className={styles['days']}>
            {daysBetween('2024-01-01', '2024-01-07').map((day) => (
              <span key={day} className={styles['weekday']}>
                {names.format(Date.parse(`${day}T00:00:00Z`))}
              </span>
            ))}
            {daysBetween(first, plusDays(monthOf(first, 1), -1)).map((day, at) => (
              <span
                key={day}
                className={styles['day']}
                data-look={lookOf(day)}
                data-today={day === today || undefined}
                data-past={day < today || undefined}
                data-column={at === 0 ? weekday(day) + 1 : undefined}
                title={nameOf(day)}
              >
                {Number(day.slice(8))}
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
