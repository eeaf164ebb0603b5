import { expect, it } from 'vitest';

import type { MatchFragment } from '../api/generated/types';
import { invitationsOf } from './invitations';

const pick = (id: string) => ({ creator: { id }, predicted: { fee: 100 } }) as MatchFragment;

it('logs who was chosen by hand as self-picked, and all that the plan proposed with place and chance', () => {
  const plan = { picks: [pick('best'), pick('hand'), pick('standIn'), pick('drawn'), pick('skipped')], explored: [{ creator: { id: 'drawn' }, propensity: 0.2 }] };
  expect(
    invitationsOf(plan as Parameters<typeof invitationsOf>[0], ['best', 'hand', 'standIn', 'drawn'], { locked: ['hand', 'standIn'], standIns: ['standIn'], offers: { hand: 90 } }),
  ).toEqual([
    { creator: 'best', offer: 100, source: 'RECOMMENDED', rank: 1, propensity: 1 },
    { creator: 'hand', offer: 90, source: 'SELF_PICKED' },
    { creator: 'standIn', offer: 100, source: 'RECOMMENDED', rank: 3, propensity: 1 },
    { creator: 'drawn', offer: 100, source: 'RECOMMENDED', rank: 4, propensity: 0.2 },
  ]);
});
