// Whom of a running campaign to look at first, by the money at stake.

export interface Running {
  fee: number | null;
  impressions: number | null;
}

/** What is the matter with a participation. */
export type Matter = 'late' | 'dear' | 'cheap';

export interface Attention<P> {
  of: P;
  matter: Matter;
  /**
   * In fen. Of who is late: the fee, for which nothing has come. Of who is dear: what the impressions would have cost less at the
   * campaign's mean. Of who is cheap: what they would have cost more.
   */
  atStake: number;
}

/** How far from the campaign's mean a cost per impression has to be to be told: a quarter less or a third more. */
const far = 1 / 3;

/**
 * The participations of a campaign that has begun which call for a look, most money at stake first. `cpm` is the campaign's fee for a
 * thousand impressions in fen; without it, only who is late is told.
 */
export function attention<P extends Running>(participations: readonly P[], cpm: number | null, hasBegun: boolean): Attention<P>[] {
  const all = participations.flatMap((of): Attention<P>[] => {
    if (of.fee === null || of.fee <= 0) return [];
    if (!of.impressions) return hasBegun ? [{ of, matter: 'late', atStake: of.fee }] : [];
    if (cpm === null) return [];
    const usual = (of.impressions * cpm) / 1000;
    const ratio = of.fee / usual;
    if (ratio > 1 + far) return [{ of, matter: 'dear', atStake: of.fee - usual }];
    if (ratio < 1 / (1 + far)) return [{ of, matter: 'cheap', atStake: usual - of.fee }];
    return [];
  });
  return all.sort((a, b) => b.atStake - a.atStake);
}
