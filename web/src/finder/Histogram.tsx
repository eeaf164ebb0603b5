import { useRef, useState, type PointerEvent } from 'react';

import { useSettings } from '../shell/settings';
import { NumberInput } from '../ui/Field';
import { chosenBars, rangeOf, useHistogram, type Bar, type Measure } from './bars';
import styles from './Histogram.module.css';
import type { FinderSearch } from './search';

const height = 48;

/**
 * How many creators have how many followers, or ask which price. Dragging over bars chooses a range; the two
 * fields below say the same by keyboard. `scale` is what the fields count in: 100 for yuan.
 */
export function Histogram({
  of,
  title,
  search,
  isWaiting,
  scale,
  show,
  least,
  most,
  onChange,
}: {
  of: Measure;
  title: string;
  search: FinderSearch;
  /** Asks nothing yet. */
  isWaiting: boolean;
  scale: number;
  show: (value: number) => string;
  least: number | undefined;
  most: number | undefined;
  onChange: (least: number | undefined, most: number | undefined) => void;
}) {
  const { t, format } = useSettings();
  const { asked, bars } = useHistogram(search, of, isWaiting);
  const field = (label: string, value: number | undefined, commit: (value: number | undefined) => void) => (
    <NumberInput
      label={label}
      value={value === undefined ? null : value / scale}
      onCommit={(next) => commit(next === null ? undefined : Math.round(next * scale))}
    />
  );
  const words = (bar: Bar) =>
    bar.below === null
      ? t('histogramTop', show(bar.from), format.whole(bar.count))
      : t('histogramBar', show(bar.from), show(bar.below), format.whole(bar.count));
  return (
    <fieldset className={styles['histogram']}>
      <legend className={styles['title']}>{title}</legend>
      {bars ? (
        <Bars
          bars={bars}
          isOld={asked.isOld}
          chosen={chosenBars(of, least, most)}
          words={words}
          summary={t('histogramSummary', title, bars.filter((b) => b.count > 0).map(words).join(', '))}
          onChoose={(first, last) => {
            const range = rangeOf(of, first, last);
            onChange(range.least, range.most);
          }}
        />
      ) : (
        <div className={styles['place']} />
      )}
      <div className={styles['fields']}>
        {field(t('atLeast'), least, (next) => onChange(next, most))}
        {field(t('atMost'), most, (next) => onChange(least, next))}
      </div>
    </fieldset>
  );
}

function Bars({
  bars,
  chosen,
  isOld,
  words,
  summary,
  onChoose,
}: {
  bars: readonly Bar[];
  chosen: [number, number] | null;
  isOld: boolean;
  words: (bar: Bar) => string;
  summary: string;
  onChoose: (first: number, last: number) => void;
}) {
  const { t } = useSettings();
  const begun = useRef<number | null>(null);
  const [brush, setBrush] = useState<[number, number] | null>(null);
  const most = Math.max(1, ...bars.map((b) => b.count));
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const shown = brush ?? chosen;
  return (
    <svg
      className={styles['bars']}
      viewBox={`0 0 ${bars.length * 20} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={summary}
      data-old={isOld || undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        begun.current = place(event);
        setBrush([begun.current, begun.current]);
      }}
      onPointerMove={(event) => {
        if (begun.current === null) return;
        const at = place(event);
        setBrush([Math.min(begun.current, at), Math.max(begun.current, at)]);
      }}
      onPointerUp={() => {
        if (brush) onChoose(...brush);
        begun.current = null;
        setBrush(null);
      }}
      onPointerCancel={() => {
        begun.current = null;
        setBrush(null);
      }}
    >
      <title>{t('histogramHelp')}</title>
      {bars.map((bar, i) => {
        // The root, so that a few creators can be seen beside thousands; the counts are in the titles.
        const tall = bar.count === 0 ? 0 : Math.max(2, Math.sqrt(bar.count / most) * (height - 2));
        return (
          <g key={bar.from} data-chosen={shown ? i >= shown[0] && i <= shown[1] : undefined}>
            <rect x={i * 20} width={20} y={0} height={height} className={styles['ground']} />
            <rect x={i * 20 + 1} width={18} y={height - tall} height={tall} className={styles['bar']} />
            <title>{words(bar)}</title>
          </g>
        );
      })}
    </svg>
  );
}
