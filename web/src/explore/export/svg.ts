import { glyphs, shapes } from '../../entity/kind';
import type { EntityKind } from '../../api/generated/types';
import { xml } from './exported';
import type { Picture } from './picture';

function shape(kind: EntityKind, radius: number, color: string, ground: string): string {
  const side = radius * 0.88;
  switch (shapes[kind]) {
    case 'circle':
      return `<circle r="${radius}" fill="${color}"/>`;
    case 'ring':
      return `<circle r="${radius * 0.89}" fill="${ground}" stroke="${color}" stroke-width="${radius * 0.22}"/>`;
    case 'square':
      return `<rect x="${-side}" y="${-side}" width="${side * 2}" height="${side * 2}" fill="${color}"/>`;
    case 'rounded':
      return `<rect x="${-side}" y="${-side}" width="${side * 2}" height="${side * 2}" rx="${side / 2}" fill="${color}"/>`;
    case 'diamond': {
      const far = radius * 1.15;
      return `<path d="M0 ${-far}L${far} 0L0 ${far}L${-far} 0z" fill="${color}"/>`;
    }
  }
}

function mark(kind: EntityKind, radius: number, color: string, { ground, glyph }: Picture['paint']): string {
  const isRing = shapes[kind] === 'ring';
  const scale = radius / (shapes[kind] === 'diamond' ? 10 : 8);
  return (
    shape(kind, radius, color, ground) +
    `<path transform="scale(${scale}) translate(-8 -8)" d="${glyphs[kind]}" fill-rule="evenodd" fill="${isRing ? color : glyph}"/>`
  );
}

function bubble(radius: number, color: string, count: string, { ground, text }: Picture['paint']): string {
  return (
    `<circle r="${radius * 0.95}" fill="${ground}" stroke="${color}" stroke-width="${radius * 0.1}"/>` +
    `<circle r="${radius * 0.8}" fill="none" stroke="${color}" stroke-width="${radius * 0.06}"/>` +
    `<text y="${radius * 0.28}" font-size="${Math.min(radius * 0.8, 16)}" font-weight="600" fill="${text}">${xml(count)}</text>`
  );
}

/** A picture as a drawing with real text. */
export function toSvg({ title, day, paint, width, height, nodes, links, legend }: Picture): string {
  const lines = links.map(
    ({ x1, y1, x2, y2, width: w }) =>
      `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}"${w > 1 ? ` stroke-width="${w.toFixed(2)}"` : ''}/>`,
  );
  const marks = nodes.map(({ x, y, kind, radius, color, label, countText, note }) => {
    const drawn = countText ? bubble(radius, color, countText, paint) : mark(kind, radius, color, paint);
    const corner = radius * 0.75;
    return (
      `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><title>${xml(note ? `${label}: ${note}` : label)}</title>${drawn}` +
      `${note ? `<circle cx="${corner}" cy="${-corner}" r="4" fill="${paint.note}" stroke="${paint.ground}"/>` : ''}</g>`
    );
  });
  const names = nodes
    .filter(({ isNamed }) => isNamed)
    .map(({ x, y, radius, label }) => `<text x="${x.toFixed(1)}" y="${(y + radius + 14).toFixed(1)}">${xml(label)}</text>`);
  const keys = legend.map(
    ({ x, y, kind, color, label }) =>
      `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)})">${kind ? mark(kind, 6, color, paint) : `<circle r="5" fill="${color}"/>`}<text x="12" y="4">${xml(label)}</text></g>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${xml(paint.font)}" font-size="11">
<title>${xml(`${title} · ${day}`)}</title>
<rect width="100%" height="100%" fill="${paint.ground}"/>
<text x="24" y="30" font-size="15" font-weight="600" fill="${paint.text}">${xml(title)}</text>
<text x="${width - 24}" y="30" text-anchor="end" fill="${paint.faint}">${xml(day)}</text>
<g stroke="${paint.link}">${lines.join('')}</g>
<g text-anchor="middle">${marks.join('\n')}</g>
<g fill="${paint.text}" text-anchor="middle" paint-order="stroke" stroke="${paint.ground}" stroke-width="3" stroke-linejoin="round">${names.join('\n')}</g>
<g fill="${paint.text}">${keys.join('')}</g>
</svg>
`;
}
