import type { InvitationInput, PlanCampaignQuery } from '../api/generated/types';
import type { PlanSearch } from './search';

type Plan = Pick<PlanCampaignQuery['planCampaign'], 'picks' | 'explored'>;

/** What a creator of a plan is offered, in fen: what was typed, or else what the creator asks. */
export function offerOf({ creator, predicted }: { creator: { id: string }; predicted: { fee: number } }, search: Pick<PlanSearch, 'offers'>): number {
  return search.offers?.[creator.id] ?? predicted.fee;
}

/**
 * The invitations of a plan's creators. Who was locked by hand is self-picked. All others are recommended, stand-ins that the plan
 * proposed too: with their place in the plan, and the probability with which they came into it: 1 unless they were drawn by chance.
 */
export function invitationsOf(plan: Plan, chosen: readonly string[], search: Pick<PlanSearch, 'offers' | 'locked' | 'standIns'>): InvitationInput[] {
  const drawn = new Map(plan.explored.map((e) => [e.creator.id, e.propensity]));
  return plan.picks.flatMap((pick, i): InvitationInput[] => {
    const { creator } = pick;
    if (!chosen.includes(creator.id)) return [];
    const asked = { creator: creator.id, offer: offerOf(pick, search) };
    if (search.locked?.includes(creator.id) && !search.standIns?.includes(creator.id)) return [{ ...asked, source: 'SELF_PICKED' }];
    return [{ ...asked, source: 'RECOMMENDED', rank: i + 1, propensity: drawn.get(creator.id) ?? 1 }];
  });
}
