import type { EntityKind } from '../api/generated/types';

/** The pages of entities, by kind; a kind without one opens in the graph. */
export const entityPages = {
  CREATOR: '/creators/$key',
  AGENCY: '/agencies/$key',
  BRAND: '/brands/$key',
  CAMPAIGN: '/campaigns/$key',
  CATEGORY: '/categories/$key',
} as const satisfies Partial<Record<EntityKind, string>>;

export type KindWithPage = keyof typeof entityPages;

export function hasPage(kind: EntityKind): kind is KindWithPage {
  return kind in entityPages;
}
