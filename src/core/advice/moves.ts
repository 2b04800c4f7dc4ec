/** What a changed answer moves: the same pattern in two recommendations. */
import type { PatternEntry } from '../library/model';
import type { Recommendation } from './recommend';

export interface Move {
  readonly entry: PatternEntry;
  /** Places from 1, in the recommendation before and after; undefined where it is not in it. */
  readonly from?: number;
  readonly to?: number;
}

/** Every pattern that is in one of the two, those of `after` first, in its order, then those that are gone. */
export function movesBetween(before: readonly Recommendation[], after: readonly Recommendation[]): readonly Move[] {
  const placeIn = (list: readonly Recommendation[], { id }: PatternEntry): number | undefined => {
    const index = list.findIndex(({ entry }) => entry.id === id);
    return index === -1 ? undefined : index + 1;
  };
  const moveOf = (entry: PatternEntry): Move => {
    const from = placeIn(before, entry);
    const to = placeIn(after, entry);
    return { entry, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  };
  const gone = before.filter(({ entry }) => placeIn(after, entry) === undefined);
  return [...after, ...gone].map(({ entry }) => moveOf(entry));
}
