import { magnitudeOf, noteOf, weightOf, type Exported } from './exported';

/** A cell of CSV. One that a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The nodes, then the links, as two tables under each other; with a byte order mark, which Excel needs for Chinese. */
export function toCsv(scene: Exported): string {
  const names = new Map(scene.nodes.map((node) => [node.id, scene.nameOf(node)]));
  const rows = [
    ['key', 'name', 'kind', 'followers', 'note'].join(','),
    ...scene.nodes.map((node) =>
      [
        cell(scene.isSafe ? null : node.key),
        cell(scene.nameOf(node)),
        cell(scene.kindOf(node.kind)),
        cell(magnitudeOf(node, scene.isSafe)),
        cell(noteOf(scene, node.id)),
      ].join(','),
    ),
    '',
    ['from', 'link', 'to', 'weight'].join(','),
    ...scene.links.map((link) =>
      [cell(names.get(link.from)), link.kind, cell(names.get(link.to)), cell(weightOf(link, scene.isSafe))].join(','),
    ),
  ];
  return `\ufeff${rows.join('\r\n')}\r\n`;
}
