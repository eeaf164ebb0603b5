import { useMemo } from 'react';

import type { EntityKind } from '../api/generated/types';
import { KindMark } from '../entity/KindMark';
import { kinds, plural } from '../entity/kind';
import type { FacetName, SceneNode } from '../scene/scene';
import { scaled, type LegendValue, type Styling } from '../scene/style';
import { useSettings } from '../shell/settings';
import { IconToggle } from '../ui/Button';
import { useFacetWords } from './facetWords';
import styles from './ScenePanel.module.css';
import type { Explorer } from './useExplorer';

interface LegendProps {
  explorer: Explorer;
  styling: Styling;
  /** Ids to let stand out while a row is pointed at. */
  onLight: (ids: ReadonlySet<string>) => void;
  /** Only tells, filters nothing. */
  isReadOnly?: boolean;
}

/** What kinds, colours and sizes stand for. An eye hides what has a value, which is a step like any other. */
export function Legend({ explorer, styling, onLight, isReadOnly = false }: LegendProps) {
  const { t } = useSettings();
  const words = useFacetWords();
  const { scene } = explorer;
  const byKind = useMemo(() => {
    const found = new Map<EntityKind, SceneNode[]>();
    for (const node of scene.nodes.values()) found.set(node.kind, [...(found.get(node.kind) ?? []), node]);
    return kinds.filter((kind) => found.has(kind)).map((kind) => ({ kind, ids: found.get(kind)!.map(({ id }) => id) }));
  }, [scene.nodes]);
  const row = { explorer, onLight, isReadOnly };
  return (
    <section aria-label={t('legend')}>
      <h2 className={styles['title']}>{t('legend')}</h2>
      <ul>
        {byKind.map(({ kind, ids }) => (
          <Row key={kind} {...row} ids={ids} label={t(plural[kind])} mark={<KindMark kind={kind} color={styling.colors.length > 0 ? 'var(--facet-other)' : undefined} />} />
        ))}
      </ul>
      {styling.colors.map(({ by, values }) => (
        <ColorKey key={by} {...row} by={by} values={values} title={words.rule({ channel: 'color', by })} />
      ))}
      {styling.sizes.map(({ by, least, most }) => (
        <SizeKey key={by} title={words.rule({ channel: 'size', by })} least={least} most={most} text={(value) => words.amount(by, value)} />
      ))}
    </section>
  );
}

/** As many values as are listed; all others are one row. */
const mostListed = 12;

function ColorKey({ by, values, title, ...row }: { by: FacetName; values: LegendValue[]; title: string } & Omit<LegendProps, 'styling' | 'isReadOnly'> & { isReadOnly: boolean }) {
  const { t, format } = useSettings();
  const words = useFacetWords();
  const listed = values.slice(0, mostListed);
  const rest = values.slice(mostListed);
  return (
    <>
      <h3 className={styles['subtitle']}>{title}</h3>
      <ul>
        {listed.map((value, i) => (
          <Row key={value.id} {...row} ids={value.nodes} label={words.value(by, value, i)} mark={<Swatch tone={value.tone} />} />
        ))}
        {rest.length > 0 && (
          <Row
            {...row}
            ids={rest.flatMap(({ nodes }) => nodes)}
            label={t('andMore', words.value(by, rest[0]!, mostListed), format.whole(format.language === 'zh' ? rest.length : rest.length - 1))}
            mark={<Swatch tone="--facet-other" />}
          />
        )}
      </ul>
    </>
  );
}

function Swatch({ tone }: { tone: string }) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill={`var(${tone})`} />
    </svg>
  );
}

/** Three circles of the sizes that the least, a middle and the largest value have. */
function SizeKey({ title, least, most, text }: { title: string; least: number; most: number; text: (value: number) => string }) {
  const middle = least > 0 && most / least > 100 ? Math.sqrt(least * most) : (least + most) / 2;
  const values = most > least ? [least, Math.round(middle), most] : [most];
  return (
    <>
      <h3 className={styles['subtitle']}>{title}</h3>
      <ul className={styles['sizes']}>
        {values.map((value, i) => (
          <li key={i}>
            <svg width={46} height={46} viewBox="-23 -23 46 46" aria-hidden="true">
              <circle r={scaled(value, least, most)} className={styles['sizeMark']} />
            </svg>
            <span>{text(value)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ explorer, ids, label, mark, onLight, isReadOnly }: { explorer: Explorer; ids: readonly string[]; label: string; mark: React.ReactNode; onLight: LegendProps['onLight']; isReadOnly: boolean }) {
  const { t, format } = useSettings();
  const { scene, hide, unhide } = explorer;
  const hidden = ids.filter((id) => scene.hidden.has(id));
  const shown = ids.length - hidden.length;
  const on = () => onLight(new Set(ids));
  const off = () => onLight(new Set());
  return (
    <li className={styles['row']} data-off={shown === 0 || undefined} onMouseEnter={on} onMouseLeave={off} onFocus={on} onBlur={off}>
      {mark}
      <span className={styles['grow']} title={label} dir="auto">
        {label}
      </span>
      <span className={styles['count']}>
        {hidden.length > 0 ? t('shownOf', format.whole(shown), format.whole(ids.length)) : format.whole(shown)}
      </span>
      {!isReadOnly && (
        <IconToggle
          icon={shown > 0 ? 'show' : 'hide'}
          label={shown > 0 ? t('hideValue', label) : t('showValue', label)}
          isSelected={false}
          onChange={() => (shown > 0 ? hide(ids.filter((id) => !scene.hidden.has(id))) : unhide(hidden))}
        />
      )}
    </li>
  );
}
