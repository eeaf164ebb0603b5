import type { EntityKind } from '../api/generated/types';
import type { TextKey } from '../text/catalogue';

/** The kinds in the order in which the page lists them. */
export const kinds: readonly EntityKind[] = [
  'CREATOR',
  'AGENCY',
  'BRAND',
  'CAMPAIGN',
  'CONTENT',
  'CATEGORY',
  'PLATFORM',
  'SEGMENT',
  'PROGRAMME',
];

/** The key of a kind's plural. */
export const plural: Record<EntityKind, TextKey> = {
  CREATOR: 'creators',
  AGENCY: 'agencies',
  BRAND: 'brands',
  CAMPAIGN: 'campaigns',
  CONTENT: 'contents',
  CATEGORY: 'categories',
  PLATFORM: 'platforms',
  SEGMENT: 'segments',
  PROGRAMME: 'programmes',
};

export type Shape = 'circle' | 'square' | 'rounded' | 'diamond' | 'ring';

/** The outline of a kind, so that nobody depends on its colour. */
export const shapes: Record<EntityKind, Shape> = {
  CREATOR: 'circle',
  AGENCY: 'square',
  BRAND: 'rounded',
  CAMPAIGN: 'circle',
  CONTENT: 'circle',
  CATEGORY: 'diamond',
  PLATFORM: 'square',
  SEGMENT: 'ring',
  PROGRAMME: 'ring',
};

/** The glyph of a kind, a filled path in a field of 16 × 16. */
export const glyphs: Record<EntityKind, string> = {
  CREATOR: 'M8 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 0 0 8 3zM3.8 12.6c.3-2.6 2-3.9 4.2-3.9s3.9 1.3 4.2 3.9z',
  AGENCY:
    'M4 13V3.5h5V6h3v7H9.6v-2H8.2v2zM5.4 5v1.2h1V5zM5.4 7.4v1.2h1V7.4zM7.3 5v1.2h1V5zM7.3 7.4v1.2h1V7.4z',
  BRAND: 'M3.5 3.5h4.7l4.6 4.6-4.7 4.7-4.6-4.6zM5.8 4.8a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  CAMPAIGN: 'M3 6.5 9.5 4v7L3 8.9zM10.4 5.6a2.2 2.2 0 0 1 0 3.8zM4.5 9.8l1.700.600.5 2.2H5.2z',
  CONTENT: 'M5.5 3.8v8.4L12.4 8z',
  CATEGORY: 'M4 4h3.4v3.4H4zM8.6 4H12v3.4H8.6zM4 8.6h3.4V12H4zM8.6 8.6H12V12H8.6z',
  PLATFORM: 'M3 4h10v6.5H9v1.3h1.5V13h-5v-1.2H7v-1.3H3zM4.3 5.2v4.1h7.4V5.2z',
  SEGMENT:
    'M6 4a1.9 1.9 0 1 0 0 3.8A1.9 1.9 0 0 0 6 4zM2.8 12c.2-2.2 1.5-3.2 3.2-3.2S9 9.8 9.2 12zM10.5 5a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM10.3 12H13c-.1-1.8-1-2.8-2.5-2.8-.3 0-.6 0-.900.200.500.700.7 1.500.7 2.6z',
  PROGRAMME: 'M4.5 3h1.2v.8H12L10.5 6.3 12 8.8H5.7V13H4.5z',
};

/** The CSS variable that holds a kind's colour. */
export function colorOf(kind: EntityKind): string {
  return `var(--kind-${kind})`;
}
