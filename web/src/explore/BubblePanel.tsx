import type { Fold } from '../scene/fold';
import { KindMark } from '../entity/KindMark';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { Panel } from '../ui/Panel';
import styles from './DetailPanel.module.css';
import type { Explorer } from './useExplorer';
import { useFoldName, useNodeName } from './words';

/** What a bubble holds, and the ways to open it. */
export function BubblePanel({ explorer, fold }: { explorer: Explorer; fold: Fold }) {
  const { t, format } = useSettings();
  const { scene, hide, unfold, setSelected } = explorer;
  const name = useNodeName(scene);
  const title = useFoldName()(fold, scene);
  const members = fold.members.filter((id) => scene.nodes.has(id));
  return (
    <Panel
      title={title}
      note={t('foldHolds', format.whole(members.length))}
      isFlush
      actions={<IconButton icon="close" label={t('clearSelection')} onPress={() => setSelected([])} />}
    >
      <div className={`${styles['actions']} ${styles['inset']}`}>
        <Button icon="expand" onPress={() => unfold([fold.id])}>
          {t('unfold')}
        </Button>
        <Button icon="hide" onPress={() => hide([fold.id])}>
          {t('hideNode')}
        </Button>
      </div>
      <ul>
        {members.slice(0, 200).map((id) => (
          <li key={id} className={styles['row']}>
            <KindMark kind={scene.nodes.get(id)!.kind} />
            <span className={styles['grow']} dir="auto">
              {name(id)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
