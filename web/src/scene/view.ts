// What of a scene is drawn: hidden nodes left out, months out of range too, folded nodes as bubbles.

import type { EntityKind } from '../api/generated/types';
import { foldOf, type Fold } from './fold';
import { monthsOf, overlaps } from './months';
import { linkId, shownLinks, shownNodes, type Months, type Point, type Scene, type SceneLink, type SceneNode } from './scene';

/** A node that is drawn; of a bubble `fold` and how many it holds. */
export interface ViewNode extends SceneNode {
  fold?: Fold;
  count?: number;
}

export interface View {
  nodes: ViewNode[];
  links: SceneLink[];
  positions: ReadonlyMap<string, Point>;
}

/** Nodes and links that are neither hidden nor out of the months. A node goes with the last of its links. */
export function visible(scene: Scene, months: Months | null = scene.months): { nodes: SceneNode[]; links: SceneLink[] } {
  const links = shownLinks(scene);
  const nodes = shownNodes(scene);
  if (!months) return { nodes, links };
  const kept = links.filter((link) => {
    const of = monthsOf(link, scene.nodes);
    return of === null || overlaps(of, months);
  });
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const ends = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ id }) => ends.has(id) || !linked.has(id)), links: kept };
}

export function viewOf(scene: Scene, months: Months | null = scene.months): View {
  const { nodes, links } = visible(scene, months);
  if (scene.folds.size === 0) return { nodes, links, positions: scene.positions };
  const inFold = foldOf(scene);
  const counts = new Map<string, number>();
  const drawn: ViewNode[] = [];
  for (const node of nodes) {
    const fold = inFold.get(node.id);
    if (fold) counts.set(fold.id, (counts.get(fold.id) ?? 0) + 1);
    else drawn.push(node);
  }
  const positions = new Map(scene.positions);
  for (const [id, count] of counts) {
    const fold = scene.folds.get(id)!;
    positions.set(id, fold.at);
    drawn.push({ id, key: '', name: labelOf(fold, scene), kind: fold.kind, magnitude: null, fold, count });
  }
  return { nodes: drawn, links: joined(links, inFold), positions };
}

/** A community's name; a link holds none, but its members know it. */
function labelOf(fold: Fold, scene: Scene): string {
  return fold.label || (fold.type === 'community' ? (scene.nodes.get(fold.members[0] ?? '')?.facts?.facets.community?.[1] ?? '') : '');
}

/** Links with bubbles as ends, those of one kind between the same two as one. */
function joined(links: readonly SceneLink[], inFold: ReadonlyMap<string, Fold>): SceneLink[] {
  const found = new Map<string, SceneLink>();
  for (const link of links) {
    const from = inFold.get(link.from)?.id ?? link.from;
    const to = inFold.get(link.to)?.id ?? link.to;
    if (from === to) continue;
    if (from === link.from && to === link.to) {
      found.set(link.id, link);
      continue;
    }
    const id = linkId(link.kind, from, to);
    const weight = (found.get(id)?.weight ?? 0) + (link.weight ?? 0);
    found.set(id, { id, kind: link.kind, from, to, weight: weight || null });
  }
  return [...found.values()];
}

/** How many of each kind a view holds, bubbles by their members. */
export function countsByKind(nodes: readonly ViewNode[]): Map<EntityKind, number> {
  const counts = new Map<EntityKind, number>();
  for (const { kind, count = 1 } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return counts;
}
