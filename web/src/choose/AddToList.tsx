import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CreatorLists } from '../api/generated/documents';
import { useListName } from '../entity/naming';
import { saveItems, saveList } from '../lists/write';
import { useWrite } from '../lists/useWrite';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextInput } from '../ui/Field';
import { Problem } from '../ui/Problem';
import { State } from '../ui/State';
import styles from './AddToList.module.css';
import type { Selected } from './selection';

/** Puts creators on a list that is there, or on a new one, and goes to it. Who is on it already stays as is. */
export function AddToList({ creators, onClose }: { creators: readonly Selected[]; onClose: () => void }) {
  const { t, format } = useSettings();
  const listName = useListName();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const asked = useAsk(CreatorLists, {});
  const { isRunning, error, run } = useWrite();
  const add = (list: () => Promise<{ id: string; key: string }>) =>
    run(async () => {
      const { id, key } = await list();
      await saveItems(id, creators.map((c) => ({ creator: c.id })));
      onClose();
      await navigate({ to: '/lists/$key', params: { key } });
    });
  return (
    <Dialog title={t('listPick')} onClose={onClose}>
      <form
        className={styles['new']}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = name.trim();
          if (typed) add(() => saveList({ name: typed }));
        }}
      >
        <TextInput label={t('listNew')} value={name} isLive onCommit={setName} />
        <Button type="submit" look="primary" isDisabled={isRunning}>
          {t('listCreate')}
        </Button>
      </form>
      <State asked={asked} skeleton={4}>
        {(data) => (
          <ul className={styles['lists']}>
            {data.creatorLists.nodes.map((list) => (
              <li key={list.id}>
                <Button look="quiet" className={styles['list']!} isDisabled={isRunning} onPress={() => add(() => Promise.resolve(list))}>
                  <span dir="auto">{listName(list)}</span>
                  <span className={styles['day']}>{format.day(list.changed)}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </State>
      {error && <Problem error={error} />}
    </Dialog>
  );
}
