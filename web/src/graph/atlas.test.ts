import { expect, test } from 'vitest';

import { channels } from './atlas';

// The build writes #ffffff as #fff, which was read as blue: the glyphs of all marks were blue on blue.
test('a shortened colour is the same colour', () => {
  expect(channels('#fff')).toEqual(channels('#ffffff'));
  expect(channels('#1b58b8')[2]).toBeCloseTo(184 / 255);
});
