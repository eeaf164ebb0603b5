// The picture of a scene, worked out once for paper (SVG) and for pixels (PNG): marks and links at their
// places, a title above, a legend and the day below.

import type { EntityKind } from '../../api/generated/types';
import { cutLabel } from '../../graph/labels';
import type { Point, SceneLink } from '../../scene/scene';

export interface PictureNode {
  id: string;
  kind: EntityKind;
  label: string;
  radius: number;
  /** A colour, not its token. */
  color: string;
  /** How many it stands for, of a bubble. */
  countText?: string;
  note?: string;
}

export interface PictureKey {
  label: string;
  color: string;
  /** With a kind's mark; else a disc. */
  kind?: EntityKind;
}

export interface Paint {
  ground: string;
  text: string;
  faint: string;
  link: string;
  glyph: string;
  note: string;
  font: string;
}

export interface Picture {
  title: string;
  day: string;
  paint: Paint;
  width: number;
  height: number;
  /** A name that would cover a weightier node's is not drawn. */
  nodes: (PictureNode & { x: number; y: number; isNamed: boolean })[];
  links: { x1: number; y1: number; x2: number; y2: number; width: number }[];
  legend: (PictureKey & { x: number; y: number })[];
}

/** On paper nothing can be zoomed: nodes stand further apart than on the screen, so that their names find room. */
const spread = 1.4;
const margin = 72;
const titleBand = 44;
const legendRow = 24;
const leastWidth = 520;

/** Places a picture's parts, with 0, 0 in the upper left corner. */
export function pictureOf(
  nodes: readonly PictureNode[],
  links: readonly SceneLink[],
  positions: ReadonlyMap<string, Point>,
  legend: readonly PictureKey[],
  words: { title: string; day: string },
  paint: Paint,
): Picture {
  const at = new Map(nodes.map(({ id }): [string, Point] => {
    const [x, y] = positions.get(id) ?? [0, 0];
    return [id, [x * spread, -y * spread]];
  }));
  const xs = [...at.values()].map(([x]) => x);
  const ys = [...at.values()].map(([, y]) => y);
  const left = Math.min(...xs) - margin;
  const top = Math.min(...ys) - margin - titleBand;
  const width = Math.ceil(Math.max(Math.max(...xs) - left + margin, leastWidth));
  const keys = flow(legend, width - 48);
  const graphHeight = Math.max(...ys) - top + margin;
  const height = Math.ceil(graphHeight + (keys.at(-1)?.y ?? 0) + legendRow + 16);
  const heaviest = new Map<string, number>();
  for (const { kind, weight } of links) heaviest.set(kind, Math.max(heaviest.get(kind) ?? 0, weight ?? 0));
  return {
    ...words, paint, width, height,
    nodes: named(nodes.map((node) => ({ ...node, label: cutLabel(node.label, 32), x: at.get(node.id)![0] - left, y: at.get(node.id)![1] - top }))),
    links: links.flatMap(({ kind, from, to, weight }) => {
      const [a, b] = [at.get(from), at.get(to)];
      if (!a || !b) return [];
      const share = (weight ?? 0) / (heaviest.get(kind) || 1);
      return [{ x1: a[0] - left, y1: a[1] - top, x2: b[0] - left, y2: b[1] - top, width: 1 + 2.5 * Math.sqrt(Math.max(0, share)) }];
    }),
    legend: keys.map((key) => ({ ...key, x: key.x + 32, y: key.y + graphHeight + 8 })),
  };
}

function named<Node extends PictureNode & { x: number; y: number }>(nodes: readonly Node[]): (Node & { isNamed: boolean })[] {
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = [];
  const free = new Set<string>();
  for (const { id, x, y, radius, label } of [...nodes].sort((a, b) => b.radius - a.radius)) {
    const half = textWidth(label) / 2;
    const box = [x - half, y + radius + 3, x + half, y + radius + 17] as const;
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    free.add(id);
  }
  return nodes.map((node) => ({ ...node, isNamed: free.has(node.id) }));
}

/** About how wide a text of 11 pixels is; a Chinese sign is as wide as high. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x250 ? 6.2 : 11.5), 0);
}

/** Keys in rows, from left to right. */
function flow(keys: readonly PictureKey[], width: number): (PictureKey & { x: number; y: number })[] {
  let x = 0;
  let y = 0;
  return keys.map((key) => {
    const own = textWidth(key.label) + 40;
    if (x > 0 && x + own > width) {
      x = 0;
      y += legendRow;
    }
    const placed = { ...key, x, y };
    x += own;
    return placed;
  });
}
