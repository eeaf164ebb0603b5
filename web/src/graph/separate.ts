/** The free room around a node, in the units of positions. */
const margin = 22;

/**
 * Moves free nodes apart until none covers another, at most 40 rounds. `nodes` holds x, y, radius of
 * each, of which only the radius is read; fixed nodes do not move.
 */
export function separate(positions: Float64Array, nodes: Float64Array, fixed: Uint8Array): void {
  const count = fixed.length;
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, nodes[i * 3 + 2]!);
  const cell = largest * 2 + margin;
  for (let round = 0; round < 40; round++) {
    let isMoved = false;
    const grid = new Map<string, number[]>();
    const place = (i: number, dx = 0, dy = 0) =>
      `${Math.floor(positions[i * 2]! / cell) + dx},${Math.floor(positions[i * 2 + 1]! / cell) + dy}`;
    for (let i = 0; i < count; i++) {
      const key = place(i);
      const there = grid.get(key);
      if (there) there.push(i);
      else grid.set(key, [i]);
    }
    for (let i = 0; i < count; i++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          for (const j of grid.get(place(i, dx, dy)) ?? []) {
            if (j > i && pushApart(positions, nodes, fixed, i, j)) isMoved = true;
          }
        }
      }
    }
    if (!isMoved) return;
  }
}

function pushApart(positions: Float64Array, nodes: Float64Array, fixed: Uint8Array, i: number, j: number): boolean {
  if (fixed[i] === 1 && fixed[j] === 1) return false;
  const room = nodes[i * 3 + 2]! + nodes[j * 3 + 2]! + margin;
  let dx = positions[j * 2]! - positions[i * 2]!;
  let dy = positions[j * 2 + 1]! - positions[i * 2 + 1]!;
  let distance = Math.hypot(dx, dy);
  if (distance >= room) return false;
  if (distance < 1e-6) {
    // At one place: apart in a direction that depends on the pair only, so that layouts repeat.
    dx = Math.cos(i * 2.4 + j);
    dy = Math.sin(i * 2.4 + j);
    distance = 1;
  }
  const push = (room - distance) / distance;
  const share = fixed[i] === 1 ? 0 : fixed[j] === 1 ? 1 : 0.5;
  positions[i * 2]! -= dx * push * share;
  positions[i * 2 + 1]! -= dy * push * share;
  positions[j * 2]! += dx * push * (1 - share);
  positions[j * 2 + 1]! += dy * push * (1 - share);
  return true;
}
