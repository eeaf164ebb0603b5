// Walking a graph by keys: which neighbour lies in the direction of an arrow.

import type { Point, SceneLink } from '../scene/scene';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** On the canvas y grows upwards. */
const angles: Record<Direction, number> = { right: 0, up: Math.PI / 2, left: Math.PI, down: -Math.PI / 2 };

/**
 * The node to step onto: the neighbour nearest to the arrow's direction; without a neighbour within 100
 * degrees, the nearest other node on that side. Null when there is nothing there.
 */
export function stepTo(
  from: string,
  direction: Direction,
  positions: ReadonlyMap<string, Point>,
  links: readonly Pick<SceneLink, 'from' | 'to'>[],
): string | null {
  const neighbors = new Set(links.flatMap((l) => (l.from === from ? [l.to] : l.to === from ? [l.from] : [])));
  const byAngle = best(from, direction, positions, (id) => neighbors.has(id), (turn, distance) => turn * 1000 + distance, 1.75);
  return byAngle ?? best(from, direction, positions, () => true, (turn, distance) => distance * (1 + turn), 1);
}

function best(
  from: string,
  direction: Direction,
  positions: ReadonlyMap<string, Point>,
  isEligible: (id: string) => boolean,
  cost: (turn: number, distance: number) => number,
  mostTurn: number,
): string | null {
  const here = positions.get(from);
  if (!here) return null;
  let found: string | null = null;
  let least = Infinity;
  for (const [id, there] of positions) {
    if (id === from || !isEligible(id)) continue;
    const dx = there[0] - here[0];
    const dy = there[1] - here[1];
    let turn = Math.abs(Math.atan2(dy, dx) - angles[direction]);
    if (turn > Math.PI) turn = 2 * Math.PI - turn;
    if (turn > mostTurn) continue;
    const price = cost(turn, Math.hypot(dx, dy));
    if (price < least) {
      least = price;
      found = id;
    }
  }
  return found;
}
