import { useEffect, useMemo, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';

import { monthCounts, monthText } from '../scene/months';
import { shownLinks, type Months } from '../scene/scene';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import styles from './MonthBrush.module.css';
import type { Explorer } from './useExplorer';

/** How long a month is shown when they are played, in milliseconds. */
const beat = 700;

/**
 * The dated links by month, and the two ends of the months that are shown: dragged, or moved by the arrow keys.
 * `onMonths` is told while they move; letting go makes it a step.
 */
export function MonthBrush({ explorer, moving, onMoving }: { explorer: Explorer; moving: Months | null; onMoving: (months: Months | null) => void }) {
  const { t } = useSettings();
  const { scene, setMonths } = explorer;
  const [now] = useState(() => {
    const today = new Date();
    return today.getFullYear() * 12 + today.getMonth();
  });
  const { first, counts } = useMemo(() => monthCounts(shownLinks(scene), scene.nodes, now), [scene, now]);
  const last = first + counts.length - 1;
  const [from, to] = clamped(moving ?? scene.months ?? [first, last], first, last);
  const [isPlaying, setPlaying] = useState(false);

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (to >= last) {
        setPlaying(false);
        onMoving(null);
      } else onMoving([from + 1, to + 1]);
    }, beat);
    return () => clearTimeout(timer);
  }, [isPlaying, from, to, last, onMoving]);

  if (counts.length < 2) return null;
  const most = Math.max(...counts);
  const isWhole = from === first && to === last;
  const play = () => {
    // From the beginning, as wide as what is shown, or three months of all.
    const width = isWhole ? 2 : to - from;
    onMoving([first, first + width]);
    setPlaying(true);
  };
  return (
    <section className={styles['brush']} aria-label={t('months')}>
      <Slider
        className={styles['slider']!}
        aria-label={t('months')}
        minValue={first}
        maxValue={last}
        value={[from, to]}
        onChange={(value) => {
          setPlaying(false);
          onMoving([value[0]!, value[1]!]);
        }}
        onChangeEnd={(value) => {
          onMoving(null);
          const next: Months = [value[0]!, value[1]!];
          setMonths(next[0] === first && next[1] === last ? null : next);
        }}
      >
        <svg className={styles['chart']} viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none" role="img" aria-label={t('monthsChart', monthText(first), monthText(last))}>
          {counts.map((count, i) => (
            <rect key={i} x={i + 0.1} width={0.8} y={1 - heightOf(count / most)} height={heightOf(count / most)} data-in={(i + first >= from && i + first <= to) || undefined} />
          ))}
        </svg>
        <SliderTrack className={styles['track']!}>
          {[0, 1].map((i) => (
            <SliderThumb key={i} index={i} className={styles['thumb']!} aria-label={t(i === 0 ? 'monthFrom' : 'monthTo')} />
          ))}
        </SliderTrack>
      </Slider>
      <div className={styles['line']}>
        <span className={styles['range']}>{t('monthsRange', monthText(from), monthText(to))}</span>
        {!isWhole && (
          <Button
            look="quiet"
            onPress={() => {
              setPlaying(false);
              onMoving(null);
              if (scene.months) setMonths(null);
            }}
          >
            {t('monthsAll')}
          </Button>
        )}
        <IconButton
          icon={isPlaying ? 'stop' : 'play'}
          label={isPlaying ? t('monthsStop') : t('monthsPlay')}
          onPress={() => {
            if (!isPlaying) play();
            else {
              setPlaying(false);
              onMoving(null);
            }
          }}
        />
      </div>
    </section>
  );
}

function clamped([from, to]: Months, first: number, last: number): Months {
  const within = (month: number) => Math.min(last, Math.max(first, month));
  return [within(from), within(to)];
}

/** A bar that stands for anything can be seen. */
function heightOf(share: number): number {
  return share === 0 ? 0 : Math.max(0.08, share);
}
