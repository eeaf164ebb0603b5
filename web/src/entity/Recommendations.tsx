import { useState } from 'react';

import type { WhyFragment } from '../api/generated/types';
import { toggle as toggleSelected, useSelection } from '../choose/selection';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { EntityLink } from './EntityLink';
import { useName, type Named } from './naming';
import { Reasons } from './Reasons';
import styles from './Recommendations.module.css';

interface Recommended {
  score: number;
  entity: Named & { followers?: number | null };
  reasons: readonly WhyFragment[];
}

/** Recommended entities, best first, each with the reasons that make up its score. The first is open; creators can be selected. */
export function Recommendations({ rows, isSelectable }: { rows: readonly Recommended[]; isSelectable?: boolean }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(rows[0] ? [rows[0].entity.id] : []));
  const most = Math.max(...rows.flatMap((row) => row.reasons.map((r) => Math.abs(r.weight))), 1e-9);
  const toggle = (id: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <ol className={styles['rows']}>
      {rows.map((row) => (
        <Row key={row.entity.id} row={row} most={most} isOpen={open.has(row.entity.id)} isSelectable={isSelectable} onToggle={toggle} />
      ))}
    </ol>
  );
}

function Row({
  row,
  most,
  isOpen,
  isSelectable,
  onToggle,
}: {
  row: Recommended;
  most: number;
  isOpen: boolean;
  isSelectable: boolean | undefined;
  onToggle: (id: string) => void;
}) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const selected = useSelection();
  const { entity, score, reasons } = row;
  return (
    <li className={styles['row']}>
      <div className={styles['head']}>
        {isSelectable && (
          <Checkbox
            aria-label={`${t('select')} ${nameOf(entity)}`}
            isSelected={selected.some((s) => s.id === entity.id)}
            onChange={() => toggleSelected(entity)}
          />
        )}
        <EntityLink entity={entity} />
        <span className={styles['aside']}>
          {entity.followers != null && <span>{t('followersOf', format.count(entity.followers))}</span>}
          <span title={t('score')}>{format.ratio(score)}</span>
          <IconButton
            icon={isOpen ? 'minus' : 'plus'}
            label={isOpen ? t('hideReasons') : t('showReasons')}
            aria-expanded={isOpen}
            onPress={() => onToggle(entity.id)}
          />
        </span>
      </div>
      {isOpen && <Reasons reasons={reasons} most={most} />}
    </li>
  );
}
