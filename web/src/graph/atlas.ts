import type { EntityKind } from '../api/generated/types';
import { glyphs, kinds, shapes } from '../entity/kind';

/** Tiles side by side; a power of two, so that the texture has smaller versions of itself. */
export const tileCount = 16;
const tileSize = 128;
/** The tile of "+37 more". */
export const stubTile = kinds.length;
/** The tile of several nodes folded into one. */
export const bubbleTile = kinds.length + 1;

export function tileOf(kind: EntityKind): number {
  return kinds.indexOf(kind);
}

const tokens = new Map<string, string>();

/** The value of a token of tokens.css; read once per theme, since labels ask for it in every frame. */
export function token(name: string): string {
  let value = tokens.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    tokens.set(name, value);
  }
  return value;
}

/** A token's colour as red, green and blue of 0 to 1. */
export function rgb(name: string): [number, number, number] {
  return channels(token(name));
}

/** The same of a colour as style sheets write it, #rrggbb; the build shortens some to #rgb. */
export function channels(color: string): [number, number, number] {
  const value = parseInt(color.length === 4 ? color.replace(/[^#]/g, '$&$&').slice(1) : color.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** After the theme has changed. */
export function forgetTokens() {
  tokens.clear();
}

/** The three colours of a mark. */
export interface MarkPaint {
  color: string;
  glyph: string;
  ground: string;
}

/** In the atlas red stands for a node's own colour, green for the glyph's, blue for the ground: the shader puts them in. */
const masks: MarkPaint = { color: '#f00', glyph: '#0f0', ground: '#00f' };

/** Marks of all kinds, without colours. A mark fills 1 / 1.25 of its tile. */
export function drawAtlas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = tileSize * tileCount;
  canvas.height = tileSize;
  const c = canvas.getContext('2d')!;
  const onTile = (tile: number, draw: () => void) => {
    c.save();
    c.translate((tile + 0.5) * tileSize, tileSize / 2);
    const scale = tileSize / 2 / 1.25;
    c.scale(scale, scale);
    draw();
    c.restore();
  };
  for (const kind of kinds) onTile(tileOf(kind), () => drawMark(c, kind, masks));
  onTile(bubbleTile, () => drawBubble(c, masks));
  onTile(stubTile, () => drawStub(c, masks));
  return canvas;
}

/** Draws a kind's mark into a circle of radius 1 around the origin. */
export function drawMark(c: CanvasRenderingContext2D, kind: EntityKind, paint: MarkPaint) {
  const isRing = shapes[kind] === 'ring';
  c.fillStyle = isRing ? paint.ground : paint.color;
  c.fill(outline(kind));
  if (isRing) {
    c.strokeStyle = paint.color;
    c.lineWidth = 0.22;
    c.stroke(outline(kind, 0.89));
  }
  c.save();
  const glyphScale = shapes[kind] === 'diamond' ? 0.1 : 0.125;
  c.scale(glyphScale, glyphScale);
  c.translate(-8, -8);
  c.fillStyle = isRing ? paint.color : paint.glyph;
  c.fill(new Path2D(glyphs[kind]), 'evenodd');
  c.restore();
}

/** Draws a bubble likewise: two rings, its count is a label. */
export function drawBubble(c: CanvasRenderingContext2D, paint: MarkPaint) {
  const circle = (radius: number) => {
    const path = new Path2D();
    path.arc(0, 0, radius, 0, Math.PI * 2);
    return path;
  };
  c.fillStyle = paint.ground;
  c.fill(circle(1));
  c.strokeStyle = paint.color;
  c.lineWidth = 0.1;
  c.stroke(circle(0.95));
  c.lineWidth = 0.06;
  c.stroke(circle(0.8));
}

function outline(kind: EntityKind, radius = 1): Path2D {
  const path = new Path2D();
  const side = radius * 0.88;
  switch (shapes[kind]) {
    case 'circle':
    case 'ring':
      path.arc(0, 0, radius, 0, Math.PI * 2);
      break;
    case 'square':
      path.rect(-side, -side, side * 2, side * 2);
      break;
    case 'rounded':
      path.roundRect(-side, -side, side * 2, side * 2, side * 0.5);
      break;
    case 'diamond':
      path.moveTo(0, -radius * 1.15);
      path.lineTo(radius * 1.15, 0);
      path.lineTo(0, radius * 1.15);
      path.lineTo(-radius * 1.15, 0);
      path.closePath();
      break;
  }
  return path;
}

function drawStub(c: CanvasRenderingContext2D, paint: MarkPaint) {
  c.strokeStyle = paint.color;
  c.fillStyle = paint.ground;
  c.lineWidth = 0.12;
  c.beginPath();
  c.arc(0, 0, 0.92, 0, Math.PI * 2);
  c.fill();
  c.setLineDash([0.27, 0.17]);
  c.stroke();
  c.setLineDash([]);
  c.lineWidth = 0.16;
  c.beginPath();
  c.moveTo(-0.4, 0);
  c.lineTo(0.4, 0);
  c.moveTo(0, -0.4);
  c.lineTo(0, 0.4);
  c.stroke();
}
