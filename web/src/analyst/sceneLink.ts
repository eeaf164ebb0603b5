import { ask } from '../api/ask';
import { Keyed } from '../api/generated/documents';
import type { EdgeKind } from '../api/generated/types';
import { toNode } from '../explore/fetch';
import { layoutNodes } from '../graph/layout';
import { toLink } from '../scene/codec';
import { commit, emptyHistory, linkId, type SceneLink, type SceneNode } from '../scene/scene';
import { graphOf } from './graph';
import type { Table } from './table';

/** The address of a scene that holds an answer's nodes, laid out. */
export async function sceneLink(table: Table): Promise<string> {
  const { nodes, links } = graphOf(table);
  const keys = (label: string) => ({ key: { in: nodes.filter((node) => node.label === label).map(({ key }) => key) } });
  const found = await ask(Keyed, { creators: keys('Creator'), agencies: keys('Agency'), brands: keys('Brand'), campaigns: keys('Campaign') });
  const all: SceneNode[] = [found.creators, found.agencies, found.brands, found.campaigns].flatMap((page) => page.nodes.map(toNode));
  const byKey = new Map(all.map((node) => [`${node.kind} ${node.key}`, node]));
  const ids = new Map(nodes.map((node) => [node.id, byKey.get(`${node.label.toUpperCase()} ${node.key}`)?.id]));
  const drawn = links.flatMap(({ type, start, end }): SceneLink[] => {
    const [from, to] = [ids.get(start), ids.get(end)];
    const kind = type as EdgeKind;
    return from && to ? [{ id: linkId(kind, from, to), kind, from, to, weight: null }] : [];
  });
  const positions = await layoutNodes(all, drawn, new Map());
  return toLink(commit(emptyHistory, { type: 'open' }, { nodes: all, links: drawn, positions }));
}
