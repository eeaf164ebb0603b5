import { expect, it } from 'vitest';

import type { SceneNode } from '../scene/scene';
import { changedSince } from './since';

const node = (id: string, more: Partial<SceneNode> = {}): SceneNode => ({ id, key: id, name: id, kind: 'CREATOR', magnitude: 10, ...more });

it('tells what is gone, renamed and of another size since a scene was saved', () => {
  const now = new Map([node('a'), node('b', { name: 'B' }), node('c', { magnitude: 11 }), node('d', { isGone: true })].map((n) => [n.id, n]));
  const saved = ['a', 'b', 'c', 'd', 'e'].map((id) => [id, 'CREATOR', id, id, 10] as const);
  expect(changedSince(saved, now)).toEqual({ gone: 1, renamed: 1, resized: 1 });
});
