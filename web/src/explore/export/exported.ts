// The scene's data and its picture as files. What a file says is what the page shows: hidden nodes are left
// out, and in client-safe mode names are letters, and amounts and notes are missing.

import { isSecret } from '../../entity/naming';
import type { EntityKind } from '../../api/generated/types';
import type { Fold } from '../../scene/fold';
import type { Point, SceneLink, SceneNode } from '../../scene/scene';

export interface Exported {
  /** Also those within bubbles. */
  nodes: readonly SceneNode[];
  links: readonly SceneLink[];
  positions: ReadonlyMap<string, Point>;
  nameOf: (node: SceneNode) => string;
  kindOf: (kind: EntityKind) => string;
  isSafe: boolean;
  notes: ReadonlyMap<string, string>;
  folds?: ReadonlyMap<string, Fold>;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function xml(text: string): string {
  // Characters that XML 1.0 has no way to write are left out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => escapes[sign]!);
}

/** A node's identity in a file: its key, or in client-safe mode a number. */
export function identities({ nodes, isSafe }: Exported): Map<string, string> {
  return new Map(nodes.map((node, i) => [node.id, isSafe ? `n${i + 1}` : node.id]));
}

/** Properties that are money, in fen. */
export const amounts: ReadonlySet<string> = new Set(['fee', 'offer', 'price', 'budget', 'gmv', 'spend']);

export function weightOf(link: SceneLink, isSafe: boolean): number | null {
  return isSafe && link.kind === 'PARTICIPATED_IN' ? null : link.weight;
}

export function propertiesOf(link: SceneLink, isSafe: boolean): [string, string][] {
  return Object.entries(link.properties ?? {})
    .filter(([name, value]) => value !== null && !(isSafe && amounts.has(name)))
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
}

/** A number that tells who a node is, too. */
export function magnitudeOf(node: SceneNode, isSafe: boolean): number | null {
  return isSafe && isSecret(node.kind) ? null : (node.magnitude ?? null);
}

/** What was written beside a node; it may hold names. */
export function noteOf({ notes, isSafe }: Exported, id: string): string {
  return isSafe ? '' : (notes.get(id) ?? '');
}
