import type { EntityKind } from '../api/generated/types';
import { colorOf, glyphs, shapes, type Shape } from './kind';

const outlines: Record<Shape, string> = {
  circle: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0z',
  ring: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0z',
  square: 'M1 1h14v14H1z',
  rounded: 'M4.5 .5h7a4 4 0 0 1 4 4v7a4 4 0 0 1-4 4h-7a4 4 0 0 1-4-4v-7a4 4 0 0 1 4-4z',
  diamond: 'M8 -1 17 8 8 17 -1 8z',
};

/** The mark of a kind: its shape, colour and glyph, as on the canvas. The word beside it says the kind. */
export function KindMark({ kind, size = 16, color = colorOf(kind) }: { kind: EntityKind; size?: number; color?: string | undefined }) {
  const shape = shapes[kind];
  const isRing = shape === 'ring';
  return (
    <svg width={size} height={size} viewBox="-1 -1 18 18" aria-hidden="true" focusable="false">
      <path
        d={outlines[shape]}
        fill={isRing ? 'var(--ground)' : color}
        stroke={isRing ? color : 'none'}
        strokeWidth={isRing ? 2 : 0}
      />
      <path
        d={glyphs[kind]}
        fill={isRing ? color : 'var(--glyph)'}
        fillRule="evenodd"
        transform={shape === 'diamond' ? 'translate(1.6 1.6) scale(.8)' : undefined}
      />
    </svg>
  );
}
