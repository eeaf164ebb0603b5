import type { SceneDocument } from '../scene/codec';
import type { SceneNode } from '../scene/scene';

/** What has become of a saved scene's nodes: how many are gone, renamed, or of another size now. */
export interface Since {
  gone: number;
  renamed: number;
  resized: number;
}

/** Compares what a scene was saved with and what the server knows now. */
export function changedSince(saved: SceneDocument['nodes'], now: ReadonlyMap<string, SceneNode>): Since {
  const since = { gone: 0, renamed: 0, resized: 0 };
  for (const [id, , name, , magnitude] of saved) {
    const node = now.get(id);
    if (!node) continue;
    if (node.isGone) since.gone++;
    else if (name && node.name !== name) since.renamed++;
    else if (magnitude != null && node.magnitude != null && node.magnitude !== magnitude) since.resized++;
  }
  return since;
}
