/** Which share of keys changes its shard when their number changes. All shards are equal, and keys are many and hashed. */

export const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/**
 * hash modulo number of shards: a key stays where both remainders agree. Of the lcm(A, B) residues min(A, B) do, so
 * 1 − gcd(A, B) / max(A, B) of the keys move.
 */
export const movedByModulo = (from: number, to: number): number => 1 - greatestCommonDivisor(from, to) / Math.max(from, to);

/** The least that keeps shards even: consistent, jump and rendezvous hashing reach it on average. */
export const movedAtLeast = (from: number, to: number): number => Math.abs(to - from) / Math.max(from, to);

/**
 * Fixed slots, dealt out so that shards differ by one at most before and after, with as few moves as possible: the number of
 * slots that move. @param slots at least the larger number of shards
 */
export function movedSlots(slots: number, from: number, to: number): number {
  // What grows from few to many moves as much as what shrinks back.
  const [few, many] = [Math.min(from, to), Math.max(from, to)];
  const quota = Math.floor(slots / many);
  const larger = slots % many;
  // Old shards that can keep one slot more than the quota: all, or those that have one more now.
  const canKeepMore = Math.floor(slots / few) > quota ? few : slots % few;
  return slots - (few * quota + Math.min(larger, canKeepMore));
}

/** One shard after another instead of all at once: the sum of what each step moves at least; more than 1 is more than once. */
export function movedOneByOne(from: number, to: number): number {
  let moved = 0;
  for (let shards = Math.max(from, to); shards > Math.min(from, to); shards -= 1) moved += 1 / shards;
  return moved;
}
