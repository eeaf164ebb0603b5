import { useMemo } from 'react';

import { kinds, plural } from '../entity/kind';
import { stubs as stubsOf, type Months, type Scene } from '../scene/scene';
import { stylingOf, type Styling } from '../scene/style';
import { countsByKind, viewOf, visible } from '../scene/view';
import { useSettings } from '../shell/settings';
import { useDrawn } from './words';

/** A scene as the canvas draws it and as the tables list it. `months` are those that a hand is just moving. */
export function useCanvas(scene: Scene, months: Months | null) {
  const { t, format, isSafe } = useSettings();
  const styling: Styling = useMemo(() => stylingOf(scene.nodes.values(), [...scene.links.values()], scene.rules), [scene.nodes, scene.links, scene.rules]);
  const drawn = useDrawn(scene, styling);
  const view = useMemo(() => viewOf(scene, months ?? scene.months), [scene, months]);
  const rows = useMemo(() => visible(scene, months ?? scene.months), [scene, months]);
  const nodes = useMemo(
    () =>
      view.nodes.map((node) => ({
        ...node,
        ...drawn(node),
        isPinned: scene.pinned.has(node.id),
        hasNote: !isSafe && scene.notes.has(node.id),
      })),
    // What names nodes changes with the language and the client-safe mode.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [view, scene, styling, isSafe, format],
  );
  const stubs = useMemo(() => {
    const shown = new Set(view.nodes.map(({ id }) => id));
    return stubsOf(scene)
      .filter(({ of }) => shown.has(of))
      .map((stub) => ({ ...stub, id: `stub:${stub.of}:${stub.kind}`, label: t('stub', format.count(stub.rest), t(stub.kind)) }));
  }, [scene, view, t, format]);
  const counts = countsByKind(view.nodes);
  const parts = kinds.filter((kind) => counts.has(kind)).map((kind) => `${format.whole(counts.get(kind))} ${t(plural[kind])}`);
  const label = t('canvasLabel', format.whole(nodes.length), format.whole(view.links.length), format.list(parts));
  return { styling, view, rows, nodes, stubs, label };
}
