import { useMemo, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';

import { useAsk } from '../api/ask';
import { NeighborCounts } from '../api/generated/documents';
import type { EdgeKind } from '../api/generated/types';
import { EntityCard, useCard } from '../entity/EntityCard';
import { KindMark } from '../entity/KindMark';
import { leafFolds } from '../scene/fold';
import type { SceneNode } from '../scene/scene';
import { SearchBox } from '../shell/SearchBox';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import { AskPanel, Panel } from '../ui/Panel';
import styles from './DetailPanel.module.css';
import { HubDialog } from './HubDialog';
import { usualBest, type Explorer } from './useExplorer';
import { useNodeName } from './words';

/** Everything about one node: its card, what it is connected to, its note, the way to another. */
export function DetailPanel({ explorer, node }: { explorer: Explorer; node: SceneNode }) {
  const { t, isSafe } = useSettings();
  const { scene, hide, pin, note, findPaths } = explorer;
  const name = useNodeName(scene);
  const card = useCard(node.id);
  const isPinned = scene.pinned.has(node.id);
  const hasLeaves = useMemo(() => leafFolds(scene, node.id).length > 0, [scene, node.id]);
  return (
    <>
      <Panel title={t('detail')} question={card.question}>
        <EntityCard
          asked={card}
          actions={
            <div className={styles['actions']}>
              <Button icon="expand" onPress={() => void explorer.expand(node.id, null, usualBest)}>
                {t('expand')}
              </Button>
              {hasLeaves && (
                <Button icon="fold" onPress={() => explorer.foldLeaves(node.id)}>
                  {t('foldLeaves')}
                </Button>
              )}
              <Button icon="hide" onPress={() => hide([node.id])}>
                {t('hideNode')}
              </Button>
              <Button icon="pin" onPress={() => pin([node.id], !isPinned)}>
                {isPinned ? t('unpinNode') : t('pinNode')}
              </Button>
            </div>
          }
        />
      </Panel>
      <Neighbors explorer={explorer} node={node} />
      <Panel title={t('pathFrom')}>
        <SearchBox
          isInline
          label={t('pathTo', name(node.id))}
          onPick={(entity) => void findPaths(node.id, entity.id)}
        />
      </Panel>
      <Panel title={t('note')}>
        {isSafe ? (
          <p className={styles['hint']}>{t('notesHidden')}</p>
        ) : (
          <Note key={node.id} value={scene.notes.get(node.id) ?? ''} onChange={(text) => note(node.id, text)} />
        )}
      </Panel>
    </>
  );
}

/** Above this an expansion opens as a list, from which some are drawn. */
const hub = 500;

/** The kinds of neighbours with their counts, before anything is drawn. */
function Neighbors({ explorer, node }: { explorer: Explorer; node: SceneNode }) {
  const { t, format } = useSettings();
  const { scene } = explorer;
  const asked = useAsk(NeighborCounts, { of: node.id }, { keep: false });
  const [listed, setListed] = useState<{ kind: EdgeKind; count: number } | null>(null);
  const shown = useMemo(() => {
    const counts = new Map<EdgeKind, number>();
    for (const link of scene.links.values()) {
      if (link.from === node.id || link.to === node.id) counts.set(link.kind, (counts.get(link.kind) ?? 0) + 1);
    }
    return counts;
  }, [scene, node.id]);
  return (
    <>
      <AskPanel asked={asked} title={t('neighbors')} isFlush isEmpty={(data) => data.neighborhood.counts.length === 0}>
        {(data) => (
          <ul>
            {data.neighborhood.counts.map(({ kind, outgoing, entities, count }) => (
              <li key={`${kind}${String(outgoing)}`} className={styles['row']}>
                <KindMark kind={entities[0] ?? node.kind} />
                <span className={styles['grow']}>{t(kind)}</span>
                <span className={styles['count']}>
                  {t('shownOf', format.whole(Math.min(shown.get(kind) ?? 0, count)), format.count(count))}
                </span>
                {count <= hub && (
                  <IconButton
                    icon="plus"
                    label={t('expandKind', t(kind), format.whole(count))}
                    onPress={() => void explorer.expand(node.id, kind, usualBest)}
                  />
                )}
                {count > hub ? (
                  <IconButton icon="list" label={t('listThemKind', t(kind))} onPress={() => setListed({ kind, count })} />
                ) : (
                  <MenuButton
                    isIconOnly
                    label={`${t('more')}: ${t(kind)}`}
                    actions={[
                      ...[10, 50, 100, 200]
                        .filter((best) => best < count)
                        .concat(count <= 200 ? [count] : [])
                        .map((best) => ({
                          id: String(best),
                          label: t('bestOf', format.whole(best)),
                          onAction: () => void explorer.expand(node.id, kind, best),
                        })),
                      { id: 'list', label: t('listThem'), onAction: () => setListed({ kind, count }) },
                    ]}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </AskPanel>
      {listed && (
        <HubDialog explorer={explorer} of={node.id} kind={listed.kind} count={listed.count} onClose={() => setListed(null)} />
      )}
    </>
  );
}

function Note({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useSettings();
  const [text, setText] = useState(value);
  const save = () => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextField value={text} onChange={setText} onBlur={save} className={styles['note']!}>
      <Label className={styles['hidden']!}>{t('note')}</Label>
      <Input
        className={styles['noteInput']!}
        placeholder={t('notePlaceholder')}
        maxLength={400}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
    </TextField>
  );
}
