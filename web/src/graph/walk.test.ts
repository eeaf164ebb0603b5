import { expect, it } from 'vitest';

import type { Point } from '../scene/scene';
import { stepTo } from './walk';

const positions = new Map<string, Point>([
  ['middle', [0, 0]],
  ['right', [100, 10]],
  ['farRight', [300, 0]],
  ['up', [0, 100]],
  ['alone', [-50, 0]],
]);
const links = [
  { from: 'middle', to: 'right' },
  { from: 'up', to: 'middle' },
  { from: 'middle', to: 'farRight' },
];

it('goes to the neighbour in the direction of the arrow, whichever way the link points', () => {
  expect(stepTo('middle', 'up', positions, links)).toBe('up');
  expect(stepTo('middle', 'right', positions, links)).toBe('right');
});
it('prefers a neighbour, and takes another node where there is none', () => {
  expect(stepTo('middle', 'left', positions, links)).toBe('up');
  expect(stepTo('right', 'left', positions, [])).toBe('middle');
});
it('stays where nothing is', () => {
  expect(stepTo('up', 'up', positions, [])).toBeNull();
  expect(stepTo('nobody', 'up', positions, links)).toBeNull();
});
