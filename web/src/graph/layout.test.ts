import { expect, it } from 'vitest';

import { radiusOf } from './radius';
import { pack } from './pack';
import { separate } from './separate';

it('moves nodes apart and leaves fixed ones where they are', () => {
  const nodes = Float64Array.from([0, 0, 10, 1, 0, 10, 0, 1, 10, 500, 0, 10]);
  const positions = Float64Array.from([0, 0, 1, 0, 0, 1, 500, 0]);
  separate(positions, nodes, Uint8Array.from([1, 0, 0, 0]));
  expect([...positions.slice(0, 2)]).toEqual([0, 0]);
  expect([...positions.slice(6)]).toEqual([500, 0]);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < i; j++) {
      const distance = Math.hypot(positions[i * 2]! - positions[j * 2]!, positions[i * 2 + 1]! - positions[j * 2 + 1]!);
      expect(distance).toBeGreaterThan(41.9);
    }
  }
});

it('parts nodes that begin at one place', () => {
  const positions = new Float64Array(20);
  separate(positions, new Float64Array(30).fill(5), new Uint8Array(10));
  expect(new Set(positions.map((v) => Math.round(v))).size).toBeGreaterThan(5);
});

it('makes a creator of more followers larger, within bounds', () => {
  const radius = (magnitude: number | null) => radiusOf({ kind: 'CREATOR', magnitude });
  expect(radius(1_000)).toBe(7);
  expect(radius(1e6)).toBeGreaterThan(radius(1e5));
  expect(radius(1e12)).toBe(16);
  expect(radius(null)).toBe(8);
});

it('packs parts without a link between them side by side, the largest in the middle', () => {
  // Three nodes in a line, and two pairs far away.
  const positions = Float64Array.from([0, 0, 50, 0, 100, 0, 9_000, 0, 9_040, 0, 0, -7_000, 40, -7_000]);
  const nodes = new Float64Array(21).fill(8);
  pack(positions, nodes, Uint32Array.from([0, 1, 1, 2, 3, 4, 5, 6]));
  const at = (i: number) => [positions[i * 2]!, positions[i * 2 + 1]!] as const;
  const apart = (i: number, j: number) => Math.hypot(at(i)[0] - at(j)[0], at(i)[1] - at(j)[1]);
  expect(apart(0, 2)).toBeCloseTo(100);
  expect(apart(3, 4)).toBeCloseTo(40);
  expect(Math.hypot(...at(1))).toBeLessThan(1);
  for (const i of [0, 1, 2]) {
    for (const j of [3, 4, 5, 6]) {
      expect(apart(i, j)).toBeGreaterThan(30);
      expect(apart(i, j)).toBeLessThan(400);
    }
  }
});
