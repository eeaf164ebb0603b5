import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { useSettings } from '../shell/settings';
import { sentences } from '../text/questions';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/Field';
import { Panel } from '../ui/Panel';
import styles from './AnalystPage.module.css';
import type { Past } from './history';

const route = getRouteApi('/questions');

/** What was asked in this browser before, the latest first: found by its words, asked again by a click. */
export function HistoryPanel({ past }: { past: readonly Past[] }) {
  const { t, format } = useSettings();
  const navigate = route.useNavigate();
  const [sought, setSought] = useState('');
  if (past.length === 0) return null;
  const titleOf = (p: Past) => (p.saved ? (sentences[p.saved]?.[format.language].title ?? p.saved) : (p.statement ?? ''));
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = past.filter((p) => {
    const text = `${titleOf(p)} ${JSON.stringify(p.parameters)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Panel title={t('questionHistory')} isFlush>
      <div className={styles['sought']}>
        <TextInput label={t('historySearch')} value={sought} onCommit={setSought} isLive />
      </div>
      {found.length === 0 && <p className={styles['warning']}>{t('historyNone')}</p>}
      <ul className={styles['history']}>
        {found.slice(0, 30).map((p) => (
          <li key={p.at}>
            <Button look="quiet" onPress={() => void navigate({ search: { ...(p.saved && { saved: p.saved }), ...(p.statement && { statement: p.statement }), parameters: p.parameters } })}>
              {titleOf(p).replace(/\s+/g, ' ').slice(0, 90)}
            </Button>
            <span className={styles['hint']}>
              {`${format.day(new Date(p.at).toISOString())} ${format.time(p.at)} · ${t('rowsIn', format.whole(p.rows), format.whole(Math.round(p.milliseconds)))}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
