// What colours and sizes stand for. Rules are part of the scene; of two rules that fit a node the later holds.

import { radiusOf } from '../graph/radius';
import type { FacetName, NumberName, SceneLink, SceneNode } from './scene';

export type Rule = { channel: 'color'; by: FacetName } | { channel: 'size'; by: NumberName };

export const facetNames: readonly FacetName[] = ['tier', 'category', 'region', 'agency', 'community', 'platform', 'gender', 'industry', 'objective', 'format'];
export const numberNames: readonly NumberName[] = ['followers', 'price', 'budget', 'links'];

/** As many colours as eyes tell apart, the colour-blind's too; further values are grey. */
export const mostColors = 8;

/** How a node is drawn: its radius in pixels and the token of its colour. */
export interface Look {
  radius: number;
  tone: string;
}

/** A value of a facet as the legend lists it. */
export interface LegendValue {
  id: string;
  label: string;
  tone: string;
  /** Ids of the nodes that have it. */
  nodes: string[];
}

export interface Styling {
  look(node: SceneNode): Look;
  /** By colour rule, in the order of the rules. */
  colors: { by: FacetName; values: LegendValue[] }[];
  sizes: { by: NumberName; least: number; most: number }[];
}

/** Rules that are read from a link or a file, those that make no sense left out. */
export function readRules(value: unknown): Rule[] {
  if (!Array.isArray(value)) return [];
  return value.filter((rule: unknown): rule is Rule => {
    const { channel, by } = (rule ?? {}) as { channel?: unknown; by?: unknown };
    return (channel === 'color' && facetNames.includes(by as FacetName)) || (channel === 'size' && numberNames.includes(by as NumberName));
  });
}

/** The scene's nodes, hidden ones too, so that a value keeps its colour when others are hidden. */
export function stylingOf(nodes: Iterable<SceneNode>, links: readonly SceneLink[], rules: readonly Rule[]): Styling {
  const all = [...nodes];
  const degrees = new Map<string, number>();
  for (const { from, to } of links) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const numberOf = (node: SceneNode, by: NumberName) =>
    by === 'links' ? (degrees.get(node.id) ?? 0) : by === 'followers' ? (node.magnitude ?? undefined) : node.facts?.numbers[by];

  const colors = rules.flatMap((rule) => (rule.channel === 'color' ? [{ by: rule.by, values: valuesOf(all, rule.by) }] : []));
  const tones = new Map<string, string>();
  for (const { values } of colors) for (const { tone, nodes: ids } of values) for (const id of ids) tones.set(id, tone);
  const sizes = rules.flatMap((rule) => {
    if (rule.channel !== 'size') return [];
    const found = all.flatMap((node) => numberOf(node, rule.by) ?? []);
    return found.length > 0 ? [{ by: rule.by, least: Math.min(...found), most: Math.max(...found) }] : [];
  });
  return {
    colors,
    sizes,
    look(node) {
      let radius = radiusOf(node);
      for (const { by, least, most } of sizes) {
        const value = numberOf(node, by);
        if (value !== undefined) radius = scaled(value, least, most);
      }
      // Where colours stand for values, a node without one is grey: its kind shows by its shape.
      const tone = colors.length > 0 ? (tones.get(node.id) ?? '--facet-other') : `--kind-${node.kind}`;
      return { radius, tone };
    },
  };
}

/** A radius of 6 to 22 pixels: by area, or by magnitude where values differ more than a hundredfold. */
export function scaled(value: number, least: number, most: number): number {
  if (most <= least) return 10;
  const share =
    least > 0 && most / least > 100
      ? Math.log(value / least) / Math.log(most / least)
      : Math.sqrt((value - least) / (most - least));
  return 6 + 16 * Math.min(1, Math.max(0, share));
}

/** Values in the order in which they came to the canvas, which later ones do not change. */
function valuesOf(nodes: readonly SceneNode[], by: FacetName): LegendValue[] {
  const found = new Map<string, LegendValue>();
  for (const node of nodes) {
    const value = node.facts?.facets[by];
    if (!value) continue;
    const [id, label] = value;
    const entry = found.get(id) ?? { id, label, nodes: [], tone: found.size < mostColors ? `--facet-${found.size + 1}` : '--facet-other' };
    found.set(id, entry);
    entry.nodes.push(node.id);
  }
  return [...found.values()];
}
