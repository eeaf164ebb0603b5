import { useState } from 'react';

import type { FacetValueFragment } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import styles from './FacetList.module.css';

const fewest = 6;

/** The values of one property, each with how many creators it would leave. Chosen ones come first and never vanish. */
export function FacetList({
  title,
  values,
  chosen,
  nameOf,
  onToggle,
}: {
  title: string;
  values: readonly FacetValueFragment[];
  chosen: readonly string[];
  nameOf: (value: { key: string; label: string | null }) => string;
  onToggle: (key: string) => void;
}) {
  const { t, format } = useSettings();
  const [isLong, setLong] = useState(false);
  const known = values.filter((v): v is FacetValueFragment & { key: string } => v.key !== null);
  const gone = chosen.filter((key) => !known.some((v) => v.key === key));
  const rows = [...gone.map((key) => ({ key, label: key, count: 0 })), ...known];
  const shown = isLong ? rows : rows.filter((row, i) => i < fewest || chosen.includes(row.key));
  const most = Math.max(1, ...known.map((v) => v.count));
  if (rows.length === 0) return null;
  return (
    <fieldset className={styles['facet']}>
      <legend className={styles['title']}>{title}</legend>
      <ul>
        {shown.map((row) => (
          <li key={row.key} className={styles['row']}>
            <Checkbox isSelected={chosen.includes(row.key)} onChange={() => onToggle(row.key)}>
              <span className={styles['name']}>{nameOf(row)}</span>
              <svg className={styles['bar']} viewBox="0 0 40 6" aria-hidden="true" preserveAspectRatio="none">
                <rect width={(row.count / most) * 40} height="6" />
              </svg>
              <span className={styles['count']}>{format.count(row.count)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {rows.length > fewest && (
        <Button look="quiet" onPress={() => setLong(!isLong)}>
          {isLong ? t('facetFewer') : t('facetMore', format.whole(rows.length - shown.length))}
        </Button>
      )}
    </fieldset>
  );
}
