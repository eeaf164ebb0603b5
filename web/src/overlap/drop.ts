/** A creator of an overlap: audience, the share of it that follows nobody else of the group, and the price in fen. */
export interface Overlapped {
  id: string;
  followers: number;
  unique: number;
  price: number | null;
}

/** What leaving one creator out costs. */
export interface Drop {
  id: string;
  /** People who would not be reached any more: those who follow nobody else of the group. */
  lost: number;
  /** `lost` as a share of the people whom the group reaches. */
  lostShare: number;
  /** The price saved; null when unknown. */
  saved: number | null;
  /** What each person costs whom only this one reaches, in fen; null when the price is unknown or there is no such person. */
  perHead: number | null;
}

/** What drops can be ordered by. */
export type DropOrder = 'lost' | 'perHead' | 'saved';

/**
 * What each one's leaving would cost, the least loss first; of equal losses, the one that saves most.
 * `reach` is the number of people whom all reach together, above 0.
 */
export function drops(creators: readonly Overlapped[], reach: number): Drop[] {
  return creators
    .map(({ id, followers, unique, price }) => {
      const lost = followers * unique;
      return { id, lost, lostShare: reach > 0 ? lost / reach : 0, saved: price, perHead: price !== null && lost > 0 ? price / lost : null };
    })
    .sort((a, b) => a.lost - b.lost || (b.saved ?? 0) - (a.saved ?? 0) || (a.id < b.id ? -1 : 1));
}

/** The drops in an order: the least reach lost first, or what costs or saves most first; unknown ones last. */
export function orderedDrops(all: readonly Drop[], by: DropOrder): Drop[] {
  if (by === 'lost') return [...all];
  return all.toSorted((a, b) => (b[by] ?? -1) - (a[by] ?? -1));
}
