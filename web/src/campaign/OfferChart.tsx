import { useId } from 'react';

import { useAsk } from '../api/ask';
import { OfferCurve } from '../api/generated/documents';
import type { BriefInput, ContentFormat, OfferCurveQuery } from '../api/generated/types';
import { useMoney } from '../entity/naming';
import { Reasons } from '../entity/Reasons';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import chart from '../ui/chart.module.css';
import { DataTable } from '../ui/DataTable';
import { State } from '../ui/State';
import { useReading } from '../ui/useReading';
import { useWidth } from '../ui/useWidth';
import styles from './campaign.module.css';

type Curve = OfferCurveQuery['offerCurve'];
type Point = Curve['points'][number];

/** How likely a creator accepts each offer, and the offers worth knowing. */
export function Offer({ creator, brief, format: wanted, asked: fee, offer, onOffer }: { creator: string; brief: BriefInput; format: ContentFormat; asked: number; offer: number; onOffer: (fen: number) => void }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const asked = useAsk(OfferCurve, { creator, brief, format: wanted });
  return (
    <State asked={asked} skeleton={6}>
      {({ offerCurve: curve }) => (
        <div className={styles['detailColumns']}>
          <OfferChart curve={curve} offer={offer} />
          <section className={styles['form']}>
            <div className={styles['buttons']}>
              {curve.breakEven !== null && curve.breakEven >= least(curve) && <Button onPress={() => onOffer(curve.breakEven!)}>{t('offerBreakEven', money(curve.breakEven))}</Button>}
              {curve.best !== null && <Button onPress={() => onOffer(curve.best!)}>{t('offerBest', money(curve.best))}</Button>}
            </div>
            <p className={styles['hint']}>
              {curve.breakEven !== null && curve.breakEven < least(curve) && t('offerLeast', money(least(curve)))} {t('offerAnswers', curve.answers)} {t('offerSupport', money(curve.support[0]), money(curve.support[1]))}
            </p>
            <h3>{t('offerWhy', format.rate(at(curve.points, fee), 0))}</h3>
            <Reasons reasons={curve.reasons} />
          </section>
        </div>
      )}
    </State>
  );
}

/** The least offer that the curve shows. */
const least = (curve: Curve) => curve.points[0]?.offer ?? 0;

/** The probability at an offer, between the points of the curve; at its ends beyond them. */
export function at(points: readonly Pick<Point, 'offer' | 'acceptance'>[], offer: number): number | null {
  const above = points.findIndex((p) => p.offer >= offer);
  if (points.length === 0) return null;
  if (above < 0) return points.at(-1)!.acceptance;
  const b = points[above]!;
  const a = points[above - 1];
  if (!a || b.offer === a.offer) return b.acceptance;
  return a.acceptance + ((offer - a.offer) / (b.offer - a.offer)) * (b.acceptance - a.acceptance);
}

const height = 208;
const margin = { left: 48, right: 12, top: 12, bottom: 28 };

function OfferChart({ curve, offer }: { curve: Curve; offer: number }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const id = useId();
  const [measure, width] = useWidth(560);
  const { points } = curve;
  const [chosen, , keys] = useReading(points.length);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const x = (fen: number) =>
    margin.left + (Math.max(0, Math.min(1, (fen - first.offer) / Math.max(1, last.offer - first.offer)))) * (width - margin.left - margin.right);
  const y = (p: number) => margin.top + (1 - p) * (height - margin.top - margin.bottom);
  const band = [...points.map((p) => `${x(p.offer).toFixed(1)},${y(p.high).toFixed(1)}`), ...points.map((p) => `${x(p.offer).toFixed(1)},${y(p.low).toFixed(1)}`).reverse()].join(' ');
  const now = at(points, offer);
  const shown = chosen === null ? null : points[chosen];
  const say = (p: Point) => t('offerPoint', money(p.offer), format.rate(p.acceptance, 0), format.rate(p.low, 0), format.rate(p.high, 0)) + (p.extrapolated ? ` ${t('offerBeyond')}` : '');
  const words = offer < first.offer ? 'offerBelow' : offer > last.offer ? 'offerAbove' : 'offerNow';
  const summary = t(words, money(offer), format.rate(now, 0));
  return (
    <figure className={chart['figure']} ref={measure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={chart['chart']}
        role="img"
        aria-label={`${t('offerCurve')}. ${summary}`}
        aria-describedby={id}
        {...keys}
      >
        {[0, 0.5, 1].map((p) => (
          <g key={p}>
            <line x1={margin.left} x2={width - margin.right} y1={y(p)} y2={y(p)} className={chart['grid']} />
            <text x={margin.left - 8} y={y(p) + 4} textAnchor="end" className={chart['tick']}>
              {format.rate(p, 0)}
            </text>
          </g>
        ))}
        {[first, points[Math.floor(points.length / 2)]!, last].map((p, i) => (
          <text key={p.offer} x={x(p.offer)} y={height - 8} textAnchor={(['start', 'middle', 'end'] as const)[i]} className={chart['tick']}>
            {money(p.offer)}
          </text>
        ))}
        <polygon points={band} className={chart['band']} />
        {points.slice(1).map((p, i) => {
          const before = points[i]!;
          return (
            <line
              key={p.offer}
              x1={x(before.offer)}
              y1={y(before.acceptance)}
              x2={x(p.offer)}
              y2={y(p.acceptance)}
              className={chart['line']}
              strokeDasharray={before.extrapolated || p.extrapolated ? '4 4' : undefined}
            />
          );
        })}
        <Mark at={curve.breakEven} name={t('offerMark80')} x={x} among={[first.offer, last.offer]} />
        <Mark at={curve.best} name={t('offerMarkBest')} x={x} among={[first.offer, last.offer]} />
        {now !== null && <circle cx={x(offer)} cy={y(now)} r="5" className={chart['dot']} />}
        {shown && <circle cx={x(shown.offer)} cy={y(shown.acceptance)} r="4" className={chart['dotSmall']} />}
      </svg>
      <figcaption id={id} className={chart['caption']} aria-live="polite">
        {shown ? say(shown) : `${summary} ${t('offerLegend')}`}
      </figcaption>
      <details className={styles['twin']}>
        <summary>{t('asTable')}</summary>
        <DataTable
          label={t('offerCurve')}
          rows={points}
          idOf={(p) => String(p.offer)}
          columns={[
            { id: 'offer', label: t('offer'), isNumber: true, cell: (p) => money(p.offer, true) },
            { id: 'acceptance', label: t('acceptance'), isNumber: true, cell: (p) => format.rate(p.acceptance, 1) },
            { id: 'interval', label: t('interval'), isNumber: true, cell: (p) => `${format.rate(p.low, 1)} – ${format.rate(p.high, 1)}` },
            { id: 'beyond', label: t('offerKnown'), cell: (p) => (p.extrapolated ? t('offerBeyond') : t('offerSeen')) },
          ]}
        />
      </details>
    </figure>
  );
}

function Mark({ at: fen, name, x, among: [low, high] }: { at: number | null; name: string; x: (fen: number) => number; among: readonly [number, number] }) {
  if (fen === null || fen < low || fen > high) return null;
  const isLate = fen - low > 0.75 * (high - low);
  return (
    <g>
      <line x1={x(fen)} x2={x(fen)} y1={margin.top} y2={height - margin.bottom} className={chart['bound']} />
      <text x={x(fen) + (isLate ? -4 : 4)} y={height - margin.bottom - 6} textAnchor={isLate ? 'end' : 'start'} className={chart['tick']}>
        {name}
      </text>
    </g>
  );
}
