import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

import { ask } from '../api/ask';
import { SceneByKey } from '../api/generated/documents';
import { named } from '../explore/fetch';
import type { Explorer } from '../explore/useExplorer';
import { useWrite } from '../lists/useWrite';
import { toDocument, type SceneDocument } from '../scene/codec';
import { sceneOf } from '../scene/scene';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextInput } from '../ui/Field';
import { Problem } from '../ui/Problem';
import styles from './scenes.module.css';
import { changedSince } from './since';
import { saveScene, type SavedScene } from './write';

/** Links longer than this are refused by some of what they are sent with. */
export const longLink = 8_000;

/** Saves the canvas on the server, and opens what `?scene=` names, with what has changed since. */
export function SceneButtons({ explorer, isOpen, onOpen }: { explorer: Explorer; isOpen: boolean; onOpen: (isOpen: boolean) => void }) {
  const { t, format } = useSettings();
  const [saved, setSaved] = useState<SavedScene | null>(null);
  const [told, setTold] = useState('');
  const { scene: key } = useSearch({ from: '/explore' });
  const { openDocument } = explorer;
  const asked = useRef('');

  useEffect(() => {
    if (!key || asked.current === key) return;
    asked.current = key;
    const open = async () => {
      const { scene } = await ask(SceneByKey, { key });
      if (!scene) {
        setTold(t('goneText', t('sceneGoneText', key)));
        return;
      }
      setSaved(scene);
      await openDocument(scene.document);
      const nodes = (scene.document as Partial<SceneDocument> | null)?.nodes ?? [];
      const now = await named(nodes.map(([id, kind]) => ({ id, kind, key: '', name: '' })));
      const { gone, renamed, resized } = changedSince(nodes, now);
      const since = gone + renamed + resized === 0 ? t('sceneSame') : t('sceneChanged', format.whole(gone), format.whole(renamed), format.whole(resized));
      setTold(`${t('sceneSince', scene.name, format.day(scene.changed))} ${since}`);
    };
    open().catch((error: unknown) => setTold(error instanceof Error ? error.message : ''));
  }, [key, openDocument, t, format]);

  return (
    <>
      <IconButton icon="pin" label={t('sceneSave')} isDisabled={explorer.scene.nodes.size === 0} onPress={() => onOpen(true)} />
      {told && (
        <span role="status" className={styles['told']}>
          {told}
          <IconButton icon="close" label={t('close')} onPress={() => setTold('')} />
        </span>
      )}
      {isOpen && (
        <SaveDialog
          explorer={explorer}
          saved={saved}
          onClose={() => onOpen(false)}
          onSaved={(scene) => {
            setSaved(scene);
            onOpen(false);
            const address = `${location.origin}/explore?scene=${encodeURIComponent(scene.key)}`;
            // Without leave to write it, the scene is saved all the same.
            navigator.clipboard.writeText(address).catch(() => undefined);
            setTold(t('sceneSaved', scene.name));
          }}
        />
      )}
    </>
  );
}

function SaveDialog({
  explorer,
  saved,
  onClose,
  onSaved,
}: {
  explorer: Explorer;
  saved: SavedScene | null;
  onClose: () => void;
  onSaved: (scene: SavedScene) => void;
}) {
  const { t, isSafe } = useSettings();
  const { isRunning, error, run } = useWrite();
  const first = [...sceneOf(explorer.history).nodes.values()][0];
  const [name, setName] = useState(saved?.name ?? first?.name ?? '');
  const [note, setNote] = useState(saved?.note ?? '');
  const save = (isNew: boolean) =>
    run(async () => {
      onSaved(
        await saveScene({
          name: name.trim(),
          note: note.trim() || null,
          document: toDocument(explorer.history, { withNames: true }),
          ...(saved && !isNew && { id: saved.id, version: saved.version }),
        }),
      );
    });
  return (
    <Dialog title={t('sceneSave')} onClose={onClose}>
      {isSafe ? (
        <p>{t('sceneSafeOff')}</p>
      ) : (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) save(false);
          }}
        >
          {location.href.length > longLink && <p>{t('sceneTooLong')}</p>}
          <TextInput label={t('listName')} value={name} isLive onCommit={setName} />
          <TextInput label={t('listNote')} value={note} isLong isLive onCommit={setNote} />
          {error && <Problem error={error} />}
          <div className={styles['acts']}>
            {saved && (
              <Button isDisabled={isRunning || !name.trim()} onPress={() => save(true)}>
                {t('sceneSaveNew')}
              </Button>
            )}
            <Button type="submit" look="primary" isDisabled={isRunning || !name.trim()}>
              {t('listSave')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
