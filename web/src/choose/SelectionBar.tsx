import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import button from '../ui/Button.module.css';
import { AddToList } from './AddToList';
import { clear, useSelection } from './selection';
import styles from './SelectionBar.module.css';

/** How many creators a comparison holds. */
export const mostCompared = 6;

/** What can be done with the selected creators; nothing is shown while there are none. */
export function SelectionBar() {
  const { t, format } = useSettings();
  const selected = useSelection();
  const [isAdding, setAdding] = useState(false);
  if (selected.length === 0) return null;
  const ids = selected.map((s) => s.id);
  const canCompare = ids.length >= 2 && ids.length <= mostCompared;
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('selected', format.whole(ids.length))}>
      <strong aria-live="polite">{t('selected', format.whole(ids.length))}</strong>
      {canCompare ? (
        <Link to="/compare" search={{ ids }} className={button['link']!}>
          {t('compare')}
        </Link>
      ) : (
        <span className={styles['note']}>{t('compareLimit', format.whole(mostCompared))}</span>
      )}
      {ids.length >= 2 && (
        <Link to="/overlap" search={{ ids, without: [] }} className={button['link']!}>
          {t('overlapOpen')}
        </Link>
      )}
      <Link to="/lookalikes" search={{ seeds: ids }} className={button['link']!}>
        {t('findLookalikes')}
      </Link>
      <Button look="primary" onPress={() => setAdding(true)}>
        {t('addToList')}
      </Button>
      <Button look="quiet" onPress={clear}>
        {t('clear')}
      </Button>
      {isAdding && <AddToList creators={selected} onClose={() => setAdding(false)} />}
    </div>
  );
}
