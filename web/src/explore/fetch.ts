// Questions whose answers become steps of a scene.

import { ask } from '../api/ask';
import { Collaborations, Named, Neighborhood, Paths } from '../api/generated/documents';
import type { CanvasLinkFragment, CanvasNodeFragment, EdgeKind } from '../api/generated/types';
import { linkId, type SceneLink, type SceneNode } from '../scene/scene';
import { factsOf } from './facts';

/** Links that connect everybody with everybody; a first picture leaves them out. */
export const commonKinds: readonly EdgeKind[] = ['IN_CATEGORY', 'ON_PLATFORM', 'REACHES', 'PART_OF'];

const telling: EdgeKind[] = ['SIGNED_WITH', 'PARTICIPATED_IN', 'RAN', 'COLLABORATED_WITH', 'APPEARS_IN', 'FOR_CAMPAIGN', 'MEMBER_OF'];

export function toNode(entity: CanvasNodeFragment): SceneNode {
  return {
    id: entity.id,
    key: entity.key,
    name: entity.name,
    kind: entity.kind,
    magnitude: 'followers' in entity ? entity.followers : null,
    facts: factsOf(entity),
  };
}

export function toLink({ kind, from, to, weight, properties }: CanvasLinkFragment): SceneLink {
  return {
    id: linkId(kind, from, to),
    kind,
    from,
    to,
    weight: weight ?? null,
    properties: (properties ?? null) as Record<string, unknown> | null,
  };
}

export interface Found {
  nodes: SceneNode[];
  links: SceneLink[];
}

/** The best neighbours of one kind, of each telling kind in turn, or of all; and how many there are of each. */
export async function neighbors(of: string, kind: EdgeKind | 'all' | null, best: number) {
  const kinds = kind === 'all' ? null : kind ? [kind] : telling;
  const variables = { of, kinds, limit: best };
  const { neighborhood } = await ask(Neighborhood, variables);
  const totals: Partial<Record<EdgeKind, number>> = {};
  for (const count of neighborhood.counts) {
    if (kinds === null || kinds.includes(count.kind)) {
      totals[count.kind] = (totals[count.kind] ?? 0) + count.count;
    }
  }
  // Of an expansion only what leads to the centre; what its neighbours share among them is asked for apart.
  return { nodes: neighborhood.nodes.map(toNode), links: neighborhood.edges.map(toLink), totals };
}

export async function pathsBetween(from: string, to: string, maxLength = 6, first = 5) {
  const { paths } = await ask(Paths, { from, to, maxLength, first });
  return {
    nodes: unique(paths.flatMap((path) => path.nodes.map(toNode))),
    links: unique(paths.flatMap((path) => path.edges.map(toLink))),
    paths: paths.map((path) => ({
      text: path.text,
      nodes: path.nodes.map((node) => node.id),
      links: path.edges.map((edge) => toLink(edge).id),
    })),
  };
}

export async function strongestCollaborations(limit = 60): Promise<Found> {
  const { collaborationNetwork } = await ask(Collaborations, { filter: null, minShared: 2, limit });
  return { nodes: collaborationNetwork.nodes.map(toNode), links: collaborationNetwork.edges.map(toLink) };
}

/** How many nodes that are no creators are asked one by one for their links. */
const mostAsked = 24;

/** The links among nodes that the scene does not hold yet. `isWhole` is false if some were not asked. */
export async function linksAmong(nodes: readonly SceneNode[]): Promise<{ links: SceneLink[]; isWhole: boolean }> {
  const ids = new Set(nodes.map((node) => node.id));
  const creators = nodes.filter((node) => node.kind === 'CREATOR');
  const others = nodes.filter((node) => ['AGENCY', 'BRAND', 'CAMPAIGN', 'PROGRAMME'].includes(node.kind));
  const answers = await Promise.all([
    creators.length > 1
      ? ask(Collaborations, {
          filter: { key: { in: creators.map((node) => node.key) } },
          minShared: 1,
          limit: creators.length,
        }).then((data) => data.collaborationNetwork.edges)
      : [],
    ...others.slice(0, mostAsked).map((node) =>
      ask(Neighborhood, { of: node.id, kinds: telling, limit: 1000 }).then((data) => data.neighborhood.edges),
    ),
  ]);
  const links = unique(answers.flat().map(toLink)).filter((link) => ids.has(link.from) && ids.has(link.to));
  return { links, isWhole: others.length <= mostAsked };
}

/** An entity with its links to some nodes that share it. */
export async function sharedBy(entity: SceneNode, ids: readonly string[]): Promise<Found> {
  // Everybody is connected with a platform, a creator with a few: those are asked from the other end.
  const isCommon = ['CATEGORY', 'PLATFORM', 'SEGMENT'].includes(entity.kind);
  const asked = isCommon
    ? ids.map((id) => ({ of: id, kinds: [...commonKinds], limit: 200 }))
    : [{ of: entity.id, kinds: telling, limit: 1000 }];
  const answers = await Promise.all(asked.map((variables) => ask(Neighborhood, variables)));
  const ends = new Set([entity.id, ...ids]);
  const links = unique(answers.flatMap((answer) => answer.neighborhood.edges.map(toLink)));
  return { nodes: [entity], links: links.filter((link) => ends.has(link.from) && ends.has(link.to)) };
}

/** What the server knows of nodes that came without names; those it no longer has are marked. */
export async function named(nodes: readonly SceneNode[]): Promise<Map<string, SceneNode>> {
  const known = new Map<string, SceneNode>();
  for (let at = 0; at < nodes.length; at += 1000) {
    const part = nodes.slice(at, at + 1000);
    const { nodes: answers } = await ask(Named, { ids: part.map((node) => node.id) });
    part.forEach((node, i) => {
      const answer = answers[i];
      known.set(
        node.id,
        answer && 'kind' in answer ? toNode(answer) : { ...node, isGone: true },
      );
    });
  }
  return known;
}

function unique<Thing extends { id: string }>(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
