// The scene as a workbook: one sheet of nodes, one of links.

import type { FacetName, SceneLink, SceneNode } from '../../scene/scene';
import { foldOf } from '../../scene/fold';
import { amounts, magnitudeOf, noteOf, propertiesOf, weightOf, type Exported } from './exported';

type Cell = null | string | number | { value: string; fontWeight: 'bold' };

export interface SheetWords {
  nodes: string;
  links: string;
  key: string;
  name: string;
  kind: string;
  followers: string;
  price: string;
  budget: string;
  linkCount: string;
  note: string;
  fold: string;
  from: string;
  link: string;
  to: string;
  weight: string;
  dates: string;
  facet: (by: FacetName) => string;
  value: (by: FacetName, value: readonly [id: string, label: string]) => string;
  linkKind: (kind: SceneLink['kind']) => string;
  foldName: (id: string) => string;
  days: (link: SceneLink) => string;
}

const facets: readonly FacetName[] = ['tier', 'region', 'gender', 'category', 'platform', 'agency', 'community', 'industry', 'objective', 'format'];
/** Facets whose values name somebody. */
const secret: ReadonlySet<FacetName> = new Set(['agency', 'community']);

/** Money is in yuan, as in other sheets; a fee too. */
export function sheetsOf(scene: Exported, words: SheetWords): { sheet: string; data: Cell[][]; columns: { width: number }[]; stickyRowsCount: number }[] {
  const { nodes, links, isSafe } = scene;
  const bold = (value: string): Cell => ({ value, fontWeight: 'bold' });
  const yuan = (fen: number | undefined): Cell => (isSafe || fen === undefined ? null : fen / 100);
  const inFold = foldOf({ folds: scene.folds ?? new Map() });
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const used = facets.filter((by) => !(isSafe && secret.has(by)) && nodes.some((node) => node.facts?.facets[by]));
  const names = new Map(nodes.map((node) => [node.id, scene.nameOf(node)]));
  const properties = [...new Set(links.flatMap((link) => propertiesOf(link, isSafe).map(([name]) => name)))].sort();
  const nodeRow = (node: SceneNode): Cell[] => [
    isSafe ? null : node.key,
    scene.nameOf(node),
    scene.kindOf(node.kind),
    magnitudeOf(node, isSafe),
    degrees.get(node.id) ?? 0,
    ...used.map((by) => {
      const value = node.facts?.facets[by];
      return value ? words.value(by, value) : null;
    }),
    yuan(node.facts?.numbers.price),
    yuan(node.facts?.numbers.budget),
    inFold.has(node.id) ? words.foldName(inFold.get(node.id)!.id) : null,
    noteOf(scene, node.id) || null,
  ];
  const linkRow = (link: SceneLink): Cell[] => {
    const own = new Map(propertiesOf(link, isSafe));
    const weight = weightOf(link, isSafe);
    return [
      names.get(link.from) ?? null,
      words.linkKind(link.kind),
      names.get(link.to) ?? null,
      weight !== null && link.kind === 'PARTICIPATED_IN' ? weight / 100 : weight,
      words.days(link) || null,
      ...properties.map((name) => inYuan(name, typed(own.get(name)))),
    ];
  };
  const nodeHead = [
    words.key, words.name, words.kind, words.followers, words.linkCount, ...used.map(words.facet), words.price, words.budget, words.fold, words.note,
  ];
  const linkHead = [words.from, words.link, words.to, words.weight, words.dates, ...properties];
  return [
    { sheet: words.nodes, data: [nodeHead.map(bold), ...nodes.map(nodeRow)], columns: nodeHead.map((_, i) => ({ width: i === 1 ? 28 : 14 })), stickyRowsCount: 1 },
    { sheet: words.links, data: [linkHead.map(bold), ...links.map(linkRow)], columns: linkHead.map((_, i) => ({ width: i === 0 || i === 2 ? 28 : 16 })), stickyRowsCount: 1 },
  ];
}

function inYuan(name: string, value: Cell): Cell {
  return amounts.has(name) && typeof value === 'number' ? value / 100 : value;
}

function typed(text: string | undefined): Cell {
  if (text === undefined) return null;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
