// Lays nodes out beside the page's thread. Nodes that are fixed stay where they are to the last digit.

import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

import { pack } from './pack';
import { separate } from './separate';

export interface LayoutTask {
  id: number;
  /** x, y, radius of each node. */
  nodes: Float64Array;
  /** 1 for a node that may not move. */
  fixed: Uint8Array;
  /** Places of the two ends of each link. */
  links: Uint32Array;
}

export interface LayoutResult {
  id: number;
  /** x, y of each node. */
  positions: Float64Array;
}

/** How many rounds are enough grows slowly with the graph; what a second allows falls with its size. */
function rounds(count: number): number {
  if (count <= 50) return 300;
  if (count <= 300) return 200;
  if (count <= 1000) return 120;
  return 60;
}

export function layout({ id, nodes, fixed, links }: LayoutTask): LayoutResult {
  const count = fixed.length;
  const graph = new Graph({ type: 'undirected', multi: false });
  for (let i = 0; i < count; i++) {
    graph.addNode(i, { x: nodes[i * 3], y: nodes[i * 3 + 1], size: nodes[i * 3 + 2], fixed: fixed[i] === 1 });
  }
  for (let i = 0; i + 1 < links.length; i += 2) {
    if (links[i] !== links[i + 1]) graph.mergeEdge(links[i], links[i + 1]);
  }
  if (count > 1 && fixed.some((f) => f === 0)) {
    forceAtlas2.assign(graph, {
      iterations: rounds(count),
      settings: {
        // Parts without a link between them come to rest at about (nodes + link ends) / gravity.
        gravity: (count + links.length) / (44 * Math.sqrt(count)),
        scalingRatio: 120,
        slowDown: 4 + Math.log(count),
        barnesHutOptimize: count > 400,
        outboundAttractionDistribution: false,
        adjustSizes: false,
        edgeWeightInfluence: 0,
      },
    });
  }
  const positions = new Float64Array(count * 2);
  graph.forEachNode((node, { x, y }) => {
    const at = Number(node);
    const stays = fixed[at] === 1;
    positions[at * 2] = stays ? nodes[at * 3]! : (x as number);
    positions[at * 2 + 1] = stays ? nodes[at * 3 + 1]! : (y as number);
  });
  const isFree = fixed.every((f) => f === 0);
  if (isFree) rescale(positions, links);
  separate(positions, nodes, fixed);
  if (isFree) pack(positions, nodes, links);
  return { id, positions };
}

/** The mean length of a link, in the units of positions, which are about pixels. */
const meanLength = 120;

/** Scales a picture that holds nothing fixed, so that links have a length at which labels find room. */
function rescale(positions: Float64Array, links: Uint32Array) {
  let sum = 0;
  for (let i = 0; i + 1 < links.length; i += 2) {
    const [a, b] = [links[i]! * 2, links[i + 1]! * 2];
    sum += Math.hypot(positions[a]! - positions[b]!, positions[a + 1]! - positions[b + 1]!);
  }
  if (sum === 0) return;
  const scale = (meanLength * links.length) / 2 / sum;
  for (let i = 0; i < positions.length; i++) positions[i]! *= scale;
}

self.onmessage = (event: MessageEvent<LayoutTask>) => {
  const result = layout(event.data);
  self.postMessage(result, { transfer: [result.positions.buffer] });
};
