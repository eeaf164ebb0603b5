import { useMemo } from 'react';

import { KindMark } from '../entity/KindMark';
import { useName } from '../entity/naming';
import type { SceneLink, SceneNode } from '../scene/scene';
import { useSettings } from '../shell/settings';
import { VirtualTable, type VirtualColumn } from '../ui/VirtualTable';
import styles from './tables.module.css';

/** The nodes as a table with the same selection as the canvas: the way in without a mouse or eyes. */
export function NodeTable({ nodes, links, notes, selected, onSelect, onOpen }: { nodes: readonly SceneNode[]; links: readonly SceneLink[]; notes?: ReadonlyMap<string, string>; selected: ReadonlySet<string>; onSelect: (ids: string[]) => void; onOpen?: (id: string) => void }) {
  const { t, format } = useSettings();
  const nameOf = useName();

  const degrees = useMemo(() => {
    const found = new Map<string, number>();
    for (const { from, to } of links) {
      found.set(from, (found.get(from) ?? 0) + 1);
      found.set(to, (found.get(to) ?? 0) + 1);
    }
    return found;
  }, [links]);

  const columns: VirtualColumn<SceneNode>[] = [
    {
      id: 'name', label: t('name'), width: '44%',
      cell: (node) => nameOf(node),
      title: (node) => notes?.get(node.id),
      compare: (a, b) => format.compare(nameOf(a), nameOf(b)),
    },
    {
      id: 'kind', label: t('kind'),
      cell: ({ kind }) => (
        <span className={styles['kind']}>
          <KindMark kind={kind} />
          {t(kind)}
        </span>
      ),
      compare: (a, b) => format.compare(t(a.kind), t(b.kind)),
    },
    {
      id: 'magnitude', label: t('followers'), isNumber: true,
      cell: ({ magnitude }) => format.count(magnitude),
      title: ({ magnitude }) => (magnitude ? format.whole(magnitude) : undefined),
      compare: (a, b) => (a.magnitude ?? -1) - (b.magnitude ?? -1),
    },
    {
      id: 'links', label: t('links'), isNumber: true,
      cell: ({ id }) => format.whole(degrees.get(id) ?? 0),
      compare: (a, b) => (degrees.get(a.id) ?? 0) - (degrees.get(b.id) ?? 0),
    },
    ...(notes && notes.size > 0
      ? [{ id: 'note', label: t('note'), cell: ({ id }: SceneNode) => notes.get(id) ?? '', title: ({ id }: SceneNode) => notes.get(id) }]
      : []),
  ];
  return (
    <VirtualTable label={t('nodes')} columns={columns} rows={nodes} idOf={({ id }) => id} nameOf={nameOf} selected={selected} onSelect={onSelect} onOpen={onOpen} />
  );
}
