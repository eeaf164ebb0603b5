import { expect, it } from 'vitest';

import { linesOf } from './Paste';

it('takes a pasted column line by line, without empty ones', () => {
  expect(linesOf('美妆小九\r\n\r\n  @xiaojiu \ncr-000042\n')).toEqual(['美妆小九', '@xiaojiu', 'cr-000042']);
  expect(linesOf('a\n'.repeat(700))).toHaveLength(500);
});
