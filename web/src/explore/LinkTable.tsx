import { useMemo } from 'react';

import { daysOf } from '../scene/months';
import type { Scene, SceneLink } from '../scene/scene';
import { useSettings } from '../shell/settings';
import { VirtualTable, type VirtualColumn } from '../ui/VirtualTable';
import { useLinkWeight, useNodeName } from './words';

/** The links as a table. A link is selected when its two ends are: there is one selection for canvas, nodes and links. */
export function LinkTable({ scene, links, selected, onSelect }: { scene: Scene; links: readonly SceneLink[]; selected: ReadonlySet<string>; onSelect: (ids: string[]) => void }) {
  const { t, format } = useSettings();
  const name = useNodeName(scene);
  const weight = useLinkWeight();
  const byId = useMemo(() => new Map(links.map((link) => [link.id, link])), [links]);
  const chosen = useMemo(
    () => new Set(links.filter(({ from, to }) => selected.has(from) && selected.has(to)).map(({ id }) => id)),
    [links, selected],
  );
  const select = (ids: string[]) => onSelect([...new Set(ids.flatMap((id) => [byId.get(id)!.from, byId.get(id)!.to]))]);
  const days = (link: SceneLink) => daysOf(link, scene.nodes);
  const columns: VirtualColumn<SceneLink>[] = [
    { id: 'from', label: t('from'), width: '28%', cell: ({ from }) => name(from), compare: (a, b) => format.compare(name(a.from), name(b.from)) },
    { id: 'kind', label: t('linkKind'), cell: ({ kind }) => t(kind), compare: (a, b) => format.compare(t(a.kind), t(b.kind)) },
    { id: 'to', label: t('to'), width: '28%', cell: ({ to }) => name(to), compare: (a, b) => format.compare(name(a.to), name(b.to)) },
    { id: 'weight', label: t('linkWeight'), isNumber: true, cell: weight, compare: (a, b) => (a.weight ?? -1) - (b.weight ?? -1) },
    { id: 'days', label: t('linkDates'), isNumber: true, width: '22%', cell: (link) => days(link) || format.absent('none'), compare: (a, b) => (days(a) < days(b) ? -1 : 1) },
  ];
  return (
    <VirtualTable
      label={t('links')}
      columns={columns}
      rows={links}
      idOf={({ id }) => id}
      nameOf={({ from, kind, to }) => t('linkName', name(from), t(kind), name(to))}
      selected={chosen}
      onSelect={select}
      minWidth={640}
    />
  );
}
