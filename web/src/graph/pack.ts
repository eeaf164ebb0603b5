interface Part {
  members: number[];
  x: number;
  y: number;
  radius: number;
}

/** The room between parts, in the units of positions. */
const gap = 36;

/**
 * Moves the parts of a graph that no link joins side by side: the largest in the middle, each other one
 * at the first free place on a spiral around it. Within a part nothing changes.
 */
export function pack(positions: Float64Array, nodes: Float64Array, links: Uint32Array): void {
  const parts = partsOf(positions, nodes, links).sort((a, b) => b.radius - a.radius || a.members[0]! - b.members[0]!);
  const placed: Part[] = [];
  for (const part of parts) {
    const [x, y] = freePlace(part.radius, placed);
    for (const i of part.members) {
      positions[i * 2]! += x - part.x;
      positions[i * 2 + 1]! += y - part.y;
    }
    placed.push({ ...part, x, y });
  }
}

function freePlace(radius: number, placed: readonly Part[]): readonly [number, number] {
  if (placed.length === 0) return [0, 0];
  for (let turn = 0; ; turn += 0.2) {
    // A little wider than high, as canvases are.
    const x = 9 * turn * Math.cos(turn) * 1.3;
    const y = 9 * turn * Math.sin(turn);
    if (placed.every((other) => Math.hypot(other.x - x, other.y - y) >= other.radius + radius + gap)) return [x, y];
  }
}

function partsOf(positions: Float64Array, nodes: Float64Array, links: Uint32Array): Part[] {
  const count = positions.length / 2;
  const root = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  for (let i = 0; i + 1 < links.length; i += 2) root[find(links[i]!)] = find(links[i + 1]!);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const members = groups.get(find(i));
    if (members) members.push(i);
    else groups.set(find(i), [i]);
  }
  return [...groups.values()].map((members) => {
    const xs = members.map((i) => positions[i * 2]!);
    const ys = members.map((i) => positions[i * 2 + 1]!);
    const x = (Math.min(...xs) + Math.max(...xs)) / 2;
    const y = (Math.min(...ys) + Math.max(...ys)) / 2;
    const radius = Math.max(...members.map((i) => Math.hypot(positions[i * 2]! - x, positions[i * 2 + 1]! - y) + nodes[i * 3 + 2]!));
    return { members, x, y, radius };
  });
}
