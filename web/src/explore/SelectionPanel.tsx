import { useAsk } from '../api/ask';
import { InCommon } from '../api/generated/documents';
import { KindMark } from '../entity/KindMark';
import { useName } from '../entity/naming';
import { daysOf } from '../scene/months';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { AskPanel, Panel } from '../ui/Panel';
import styles from './DetailPanel.module.css';
import { toNode } from './fetch';
import type { Explorer } from './useExplorer';
import { useLinkWeight, useNodeName } from './words';

/** What can be done with several nodes at once. */
export function SelectionPanel({ explorer, ids }: { explorer: Explorer; ids: readonly string[] }) {
  const { t, format } = useSettings();
  const { scene, setSelected, hide, keepOnly, pin, findPaths } = explorer;
  const name = useNodeName(scene);
  const isPinned = ids.every((id) => scene.pinned.has(id));
  return (
    <>
    <Panel
      title={t('selection', format.whole(ids.length))}
      actions={<IconButton icon="close" label={t('clearSelection')} onPress={() => setSelected([])} />}
      isFlush
    >
      <div className={`${styles['actions']} ${styles['inset']}`} role="group" aria-label={t('selectionBar')}>
        {ids.length === 2 && (
          <Button icon="path" onPress={() => void findPaths(ids[0]!, ids[1]!)}>
            {t('pathsBetween')}
          </Button>
        )}
        <Button onPress={() => keepOnly(ids)}>{t('keepOnly')}</Button>
        <Button icon="hide" onPress={() => hide([...ids])}>
          {t('hideNode')}
        </Button>
        <Button icon="fold" onPress={() => explorer.foldSelection(ids)}>
          {t('foldSelection')}
        </Button>
        <Button icon="pin" onPress={() => pin([...ids], !isPinned)}>
          {isPinned ? t('unpinNode') : t('pinNode')}
        </Button>
      </div>
      <ul>
        {ids.slice(0, 100).map((id) => (
          <li key={id} className={styles['row']}>
            <KindMark kind={scene.nodes.get(id)!.kind} />
            <span className={styles['grow']} dir="auto">
              {name(id)}
            </span>
            <IconButton icon="close" label={`${t('clearSelection')}: ${name(id)}`} onPress={() => setSelected((old) => old.filter((other) => other !== id))} />
          </li>
        ))}
      </ul>
    </Panel>
    {ids.length === 2 && <Between explorer={explorer} a={ids[0]!} b={ids[1]!} />}
    {ids.length <= 50 && <Shared explorer={explorer} ids={ids} />}
    </>
  );
}

/** The links of two nodes, with what is known of each. */
function Between({ explorer, a, b }: { explorer: Explorer; a: string; b: string }) {
  const { t, format } = useSettings();
  const { scene } = explorer;
  const weight = useLinkWeight();
  const links = [...scene.links.values()].filter(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  if (links.length === 0) return null;
  return (
    <Panel title={t('linkBetween')} isFlush>
      <ul>
        {links.map((link) => (
          <li key={link.id} className={styles['row']}>
            <span className={styles['grow']}>{t(link.kind)}</span>
            <span className={styles['count']}>{[weight(link), daysOf(link, scene.nodes)].filter((part) => part && part !== format.absent('none')).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the selected have in common, the most shared first, each one click from the canvas. */
function Shared({ explorer, ids }: { explorer: Explorer; ids: readonly string[] }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const asked = useAsk(InCommon, { of: [...ids] });
  return (
    <AskPanel asked={asked} title={t('inCommon')} note={t('inCommonNote')} isFlush isEmpty={(data) => data.inCommon.length === 0}>
      {(data) => (
        <ul>
          {data.inCommon.map(({ entity, count }) => (
            <li key={entity.id} className={styles['row']}>
              <KindMark kind={entity.kind} />
              <span className={styles['grow']} dir="auto">
                {nameOf(entity)}
              </span>
              <span className={styles['count']}>{t('shownOf', format.whole(count), format.whole(ids.length))}</span>
              <IconButton icon="plus" label={t('addToCanvas', nameOf(entity))} onPress={() => void explorer.addShared(toNode(entity), ids)} />
            </li>
          ))}
        </ul>
      )}
    </AskPanel>
  );
}
