import { describe, expect, it } from 'vitest';

import { linkId, type SceneLink, type SceneNode } from '../../scene/scene';
import { toCsv } from './csv';
import type { Exported } from './exported';
import { pictureOf, type Paint } from './picture';
import { sheetsOf, type SheetWords } from './sheet';
import { toSvg } from './svg';
import { toGexf, toGraphml } from './xml';

const nodes: SceneNode[] = [
  { id: 'x-1', key: 'cr-1', name: '=1+1 <b>"小李" & 🎤', kind: 'CREATOR', magnitude: 1_284_000, facts: { facets: { agency: ['ag-1', '赤想红人馆'] }, numbers: { price: 500_000 } } },
  { id: 'x-2', key: 'ca-1', name: '双11', kind: 'CAMPAIGN' },
];
const links: SceneLink[] = [
  { id: linkId('PARTICIPATED_IN', 'x-1', 'x-2'), kind: 'PARTICIPATED_IN', from: 'x-1', to: 'x-2', weight: 880_000, properties: { fee: 880_000, source: 'RECOMMENDED' } },
];
const scene: Exported = {
  nodes,
  links,
  positions: new Map([
    ['x-1', [0, 0]],
    ['x-2', [100, 50]],
  ]),
  nameOf: (node) => node.name,
  kindOf: (kind) => kind,
  isSafe: false,
  notes: new Map([['x-1', '问档期']]),
};
const safe: Exported = { ...scene, isSafe: true, nameOf: (node) => `达人 ${node.id === 'x-1' ? 'A' : 'B'}` };
const paint: Paint = { ground: '#fff', text: '#000', faint: '#666', link: '#ccc', glyph: '#fff', note: '#a50', font: 'sans-serif' };

const svg = (of: Exported) =>
  toSvg(
    pictureOf(
      of.nodes.map((node) => ({ id: node.id, kind: node.kind, label: of.nameOf(node), radius: 8, color: '#123' })),
      of.links, of.positions, [{ kind: 'CREATOR', label: '达人', color: '#123' }], { title: 'a < b', day: '2026-11-30' }, paint,
    ),
  );

const words = new Proxy({}, { get: (_, name) => (['facet', 'linkKind', 'foldName'].includes(String(name)) ? (of: string) => of : name === 'value' ? (_by: string, [, label]: [string, string]) => label : name === 'days' ? () => '2026-03-01' : String(name)) }) as SheetWords;

describe('files', () => {
  it('hold names whatever they are made of', () => {
    for (const text of [toGraphml(scene), toGexf(scene), svg(scene)]) {
      expect(text).toContain('&lt;b&gt;&quot;小李&quot; &amp; 🎤');
      expect(text).not.toContain('<b>');
    }
  });

  it('give a spreadsheet no formula to run', () => {
    expect(toCsv(scene)).toContain(`"'=1+1 <b>""小李"" & 🎤"`);
    expect(toCsv(scene).startsWith('\ufeff')).toBe(true);
  });

  it('hold notes', () => {
    for (const text of [toGraphml(scene), toGexf(scene), toCsv(scene), JSON.stringify(sheetsOf(scene, words))]) expect(text).toContain('问档期');
  });

  it('say no name, key, id, price or note in client-safe mode', () => {
    for (const text of [toGraphml(safe), toGexf(safe), toCsv(safe), svg(safe), JSON.stringify(sheetsOf(safe, words))]) {
      expect(text).toContain('达人 A');
      for (const secret of ['小李', 'cr-1', 'x-1', '880000', '8800', '1284000', '问档期', '红人馆', '5000']) expect(text).not.toContain(secret);
    }
  });
});

describe('a workbook', () => {
  const [nodeSheet, linkSheet] = sheetsOf(scene, words);
  it('has a sheet of nodes with their values, money in yuan', () => {
    expect(nodeSheet!.data[1]).toEqual(['cr-1', '=1+1 <b>"小李" & 🎤', 'CREATOR', 1_284_000, 1, '赤想红人馆', 5000, null, null, '问档期']);
  });
  it('has a sheet of links with their days and properties', () => {
    expect(linkSheet!.data[1]).toEqual(['=1+1 <b>"小李" & 🎤', 'PARTICIPATED_IN', '双11', 8800, '2026-03-01', 8800, 'RECOMMENDED']);
  });
});

describe('a picture', () => {
  it('has a title, a day, a legend and text for each node', () => {
    expect(svg(scene).match(/<text/g)).toHaveLength(5);
    expect(svg(scene)).toContain('2026-11-30');
  });
});
