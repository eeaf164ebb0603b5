import type { Point, SceneLink, SceneNode } from '../scene/scene';
import type { LayoutResult, LayoutTask } from './layout.worker';
import { radiusOf } from './radius';

let worker: Worker | undefined;
let tasks = 0;
const waiting = new Map<number, (result: LayoutResult) => void>();

function start(): Worker {
  const made = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = (event: MessageEvent<LayoutResult>) => {
    waiting.get(event.data.id)?.(event.data);
    waiting.delete(event.data.id);
  };
  return made;
}

/** The angle between one new node and the next, which fills a disc evenly. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Gives places to the nodes that have none: near a neighbour that has one, then apart from all others.
 * Whatever is `placed` already stays there.
 */
export async function layoutNodes(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  placed: ReadonlyMap<string, Point>,
): Promise<Record<string, Point>> {
  const at = new Map(nodes.map((node, i) => [node.id, i]));
  const beginning = begin(nodes, links, placed);
  const values = new Float64Array(nodes.length * 3);
  const fixed = new Uint8Array(nodes.length);
  nodes.forEach((node, i) => {
    const [x, y] = beginning.get(node.id)!;
    values.set([x, y, radiusOf(node)], i * 3);
    fixed[i] = placed.has(node.id) ? 1 : 0;
  });
  const ends = new Uint32Array(
    links.flatMap((link) => {
      const from = at.get(link.from);
      const to = at.get(link.to);
      return from === undefined || to === undefined ? [] : [from, to];
    }),
  );
  worker ??= start();
  const task: LayoutTask = { id: ++tasks, nodes: values, fixed, links: ends };
  const { positions } = await new Promise<LayoutResult>((resolve) => {
    waiting.set(task.id, resolve);
    worker!.postMessage(task, [values.buffer, fixed.buffer, ends.buffer]);
  });
  const found: Record<string, Point> = {};
  nodes.forEach((node, i) => {
    if (!placed.has(node.id)) found[node.id] = [positions[i * 2]!, positions[i * 2 + 1]!];
  });
  return found;
}

/** Where each node begins: placed ones where they are, others in a spiral around their neighbour. */
function begin(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  placed: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const neighbor = new Map<string, string>();
  for (const { from, to } of links) {
    if (placed.has(from) && !placed.has(to) && !neighbor.has(to)) neighbor.set(to, from);
    if (placed.has(to) && !placed.has(from) && !neighbor.has(from)) neighbor.set(from, to);
  }
  const places = new Map<string, Point>();
  const middle = middleOf(placed);
  const turns = new Map<string, number>();
  for (const node of nodes) {
    const known = placed.get(node.id);
    if (known) {
      places.set(node.id, known);
      continue;
    }
    const parent = neighbor.get(node.id);
    const [x, y] = (parent && placed.get(parent)) || middle;
    const turn = (turns.get(parent ?? '') ?? 0) + 1;
    turns.set(parent ?? '', turn);
    // Away from the middle, where there is room.
    const away = Math.atan2(y - middle[1], x - middle[0]);
    const distance = 40 + 14 * Math.sqrt(turn);
    const angle = away + turn * goldenAngle;
    places.set(node.id, [x + distance * Math.cos(angle), y + distance * Math.sin(angle)]);
  }
  return places;
}

function middleOf(placed: ReadonlyMap<string, Point>): Point {
  let x = 0;
  let y = 0;
  for (const point of placed.values()) {
    x += point[0] / placed.size;
    y += point[1] / placed.size;
  }
  return [x, y];
}
