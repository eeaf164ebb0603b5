import type { EntityKind } from '../api/generated/types';
import type { SceneNode } from '../scene/scene';

const usual: Record<EntityKind, number> = {
  CREATOR: 8,
  AGENCY: 11,
  BRAND: 11,
  CAMPAIGN: 8,
  CONTENT: 6,
  CATEGORY: 9,
  PLATFORM: 9,
  SEGMENT: 8,
  PROGRAMME: 9,
};

/** A node's radius in pixels: 7 for a creator of a thousand followers, 16 for one of a hundred million. */
export function radiusOf(node: Pick<SceneNode, 'kind' | 'magnitude'>): number {
  if (node.kind !== 'CREATOR' || !node.magnitude) return usual[node.kind];
  const grade = (Math.log10(Math.max(node.magnitude, 1_000)) - 3) / 5;
  return 7 + 9 * Math.min(1, grade);
}
