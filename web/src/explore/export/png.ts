import { drawBubble, drawMark } from '../../graph/atlas';
import type { Picture } from './picture';

/** The longest side that browsers draw, in pixels. */
const mostPixels = 16_000;

/** A picture in pixels, `scale` for each of its units: drawn anew, so that it is as sharp at 4 as at 1. */
export function toCanvas({ title, day, paint, width, height, nodes, links, legend }: Picture, scale: number): HTMLCanvasElement {
  const factor = Math.min(scale, mostPixels / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  const c = canvas.getContext('2d')!;
  c.scale(factor, factor);
  c.fillStyle = paint.ground;
  c.fillRect(0, 0, width, height);

  c.strokeStyle = paint.link;
  for (const line of links) {
    c.lineWidth = line.width;
    c.beginPath();
    c.moveTo(line.x1, line.y1);
    c.lineTo(line.x2, line.y2);
    c.stroke();
  }
  const at = (x: number, y: number, size: number, draw: () => void) => {
    c.save();
    c.translate(x, y);
    c.scale(size, size);
    draw();
    c.restore();
  };
  for (const { x, y, radius, kind, color, countText } of nodes) {
    const colors = { color, glyph: paint.glyph, ground: paint.ground };
    at(x, y, radius, () => (countText ? drawBubble(c, colors) : drawMark(c, kind, colors)));
  }
  c.textAlign = 'center';
  c.lineJoin = 'round';
  for (const { x, y, radius, label, isNamed, countText, note } of nodes) {
    c.fillStyle = paint.text;
    if (countText) {
      c.font = `600 ${Math.min(radius * 0.8, 16)}px ${paint.font}`;
      c.fillText(countText, x, y + radius * 0.28);
    }
    c.font = `11px ${paint.font}`;
    c.strokeStyle = paint.ground;
    c.lineWidth = 3;
    if (isNamed) {
      c.strokeText(label, x, y + radius + 14);
      c.fillText(label, x, y + radius + 14);
    }
    if (note) {
      c.fillStyle = paint.note;
      c.beginPath();
      c.arc(x + radius * 0.75, y - radius * 0.75, 4, 0, Math.PI * 2);
      c.fill();
    }
  }
  c.textAlign = 'left';
  c.fillStyle = paint.text;
  c.font = `600 15px ${paint.font}`;
  c.fillText(title, 24, 30);
  c.font = `11px ${paint.font}`;
  for (const { x, y, kind, color, label } of legend) {
    at(x, y, 6, () => {
      if (kind) drawMark(c, kind, { color, glyph: paint.glyph, ground: paint.ground });
      else {
        c.fillStyle = color;
        c.beginPath();
        c.arc(0, 0, 0.83, 0, Math.PI * 2);
        c.fill();
      }
    });
    c.fillStyle = paint.text;
    c.fillText(label, x + 12, y + 4);
  }
  c.textAlign = 'right';
  c.fillStyle = paint.faint;
  c.fillText(day, width - 24, 30);
  return canvas;
}
