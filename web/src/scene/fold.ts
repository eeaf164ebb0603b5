// Several nodes drawn as one counted bubble: the leaves of a hub, a community, a selection. The nodes stay
// in the scene, with their places, and come back where they were.

import type { EntityKind } from '../api/generated/types';
import { shownLinks, shownNodes, type Point, type Scene, type SceneNode } from './scene';

export interface Fold {
  /** Of type, what it is of, and kind. */
  id: string;
  type: 'leaves' | 'community' | 'selection';
  /** The hub's id, the community's id, the first member's id. */
  of: string;
  /** The community's name; empty for others. */
  label: string;
  /** Of its members, or of most of them. */
  kind: EntityKind;
  members: string[];
  at: Point;
}

export function foldId({ type, of, kind }: Pick<Fold, 'type' | 'of' | 'kind'>): string {
  return `fold|${type}|${of}|${kind}`;
}

/** Which fold a node is in. */
export function foldOf(scene: Pick<Scene, 'folds'>): Map<string, Fold> {
  const found = new Map<string, Fold>();
  for (const fold of scene.folds.values()) for (const id of fold.members) found.set(id, fold);
  return found;
}

function make(scene: Scene, type: Fold['type'], of: string, label: string, members: readonly SceneNode[]): Fold {
  const kind = commonest(members);
  return {
    id: foldId({ type, of, kind }), type, of, label, kind,
    members: members.map(({ id }) => id),
    at: middleOf(members.flatMap(({ id }) => [scene.positions.get(id) ?? [0, 0]])),
  };
}

function middleOf(places: readonly Point[]): Point {
  const mean = (of: 0 | 1) => places.reduce((sum, place) => sum + place[of], 0) / Math.max(1, places.length);
  return [Math.round(mean(0)), Math.round(mean(1))];
}

/** The room that a bubble needs around its middle, in the units of positions. */
const room = 72;

/** Moves each bubble from the middle of its members to the nearest place where it covers nothing that stays. */
function placed(scene: Scene, folds: Fold[]): Fold[] {
  const folded = new Set([...scene.folds.values(), ...folds].flatMap(({ members }) => members));
  const taken: Point[] = [
    ...shownNodes(scene).flatMap(({ id }) => (folded.has(id) ? [] : [scene.positions.get(id) ?? [0, 0] as const])),
    ...[...scene.folds.values()].map(({ at }) => at),
  ];
  return folds.map((fold) => {
    const at = freePlace(fold.at, taken);
    taken.push(at);
    return { ...fold, at };
  });
}

function freePlace([x, y]: Point, taken: readonly Point[]): Point {
  for (let step = 0; step < 400; step++) {
    // A spiral whose turns lie half a bubble apart.
    const turn = 0.5 * Math.sqrt(step * 8);
    const distance = (room / 2) * (turn / (2 * Math.PI));
    const place: Point = [Math.round(x + distance * Math.cos(turn)), Math.round(y + distance * Math.sin(turn))];
    if (taken.every((other) => Math.hypot(other[0] - place[0], other[1] - place[1]) >= room)) return place;
  }
  return [x, y];
}

function commonest(nodes: readonly SceneNode[]): EntityKind {
  const counts = new Map<EntityKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'CREATOR';
}

/** Fewer are no bubble. */
const least = 2;

/** The leaves of hubs, by hub and kind: shown nodes that lead nowhere but to one other. Of all hubs unless one is named. */
export function leafFolds(scene: Scene, hub?: string): Fold[] {
  const inFold = foldOf(scene);
  const nodes = shownNodes(scene).filter(({ id }) => !inFold.has(id));
  const neighbors = new Map<string, Set<string>>(nodes.map(({ id }) => [id, new Set()]));
  for (const { from, to } of shownLinks(scene)) {
    neighbors.get(from)?.add(inFold.get(to)?.id ?? to);
    neighbors.get(to)?.add(inFold.get(from)?.id ?? from);
  }
  const groups = new Map<string, { of: string; members: SceneNode[] }>();
  for (const node of nodes) {
    const [of, ...others] = neighbors.get(node.id)!;
    // Of a pair that nothing else touches, neither is the other's leaf.
    if (of === undefined || others.length > 0 || (neighbors.get(of)?.size ?? 0) < 2) continue;
    if (hub !== undefined && of !== hub) continue;
    const group = groups.get(`${of}|${node.kind}`) ?? { of, members: [] };
    groups.set(`${of}|${node.kind}`, group);
    group.members.push(node);
  }
  const folds = [...groups.values()]
    .filter(({ members, of }) => members.length >= least && scene.nodes.has(of))
    .map(({ of, members }) => make(scene, 'leaves', of, '', members));
  return placed(scene, folds);
}

/** The communities that shown creators belong to, as far as the server has told. */
export function communityFolds(scene: Scene): Fold[] {
  const inFold = foldOf(scene);
  const groups = new Map<string, { label: string; members: SceneNode[] }>();
  for (const node of shownNodes(scene)) {
    const community = node.facts?.facets.community;
    if (!community || inFold.has(node.id)) continue;
    const [id, label] = community;
    const group = groups.get(id) ?? { label, members: [] };
    groups.set(id, group);
    group.members.push(node);
  }
  const folds = [...groups]
    .filter(([, { members }]) => members.length >= least)
    .map(([of, { label, members }]) => make(scene, 'community', of, label, members));
  return placed(scene, folds);
}

/** Some nodes as one. */
export function selectionFold(scene: Scene, ids: readonly string[]): Fold | null {
  const inFold = foldOf(scene);
  const members = ids.flatMap((id) => scene.nodes.get(id) ?? []).filter(({ id }) => !inFold.has(id) && !scene.hidden.has(id));
  return members.length < least ? null : placed(scene, [make(scene, 'selection', members[0]!.id, '', members)])[0]!;
}
