import type { TextKey } from '../text/catalogue';

// The sizes of creators: their bounds, and their words.

/** The bounds of sizes, as the API's CreatorTier has them: from, and below. */
export const tiers = {
  NANO: [0, 5_000],
  MICRO: [5_000, 20_000],
  MID: [20_000, 100_000],
  MACRO: [100_000, 1_000_000],
  MEGA: [1_000_000, null],
} satisfies Record<string, readonly [from: number, below: number | null]>;

export type Tier = keyof typeof tiers;

export const tierWord = {
  NANO: 'tierNANO', MICRO: 'tierMICRO', MID: 'tierMID', MACRO: 'tierMACRO', MEGA: 'tierMEGA',
} as const satisfies Record<Tier, TextKey>;

export function isTier(value: string | null): value is Tier {
  return value !== null && Object.hasOwn(tiers, value);
}

/** The tier of a number of followers. */
export function tierOf(followers: number): Tier {
  return (Object.keys(tiers) as Tier[]).findLast((tier) => followers >= tiers[tier][0]) ?? 'NANO';
}
