/** Counting subsets and overlaps of quorums. Exact: below 26 replicas all binomial coefficients fit a double. */
import type { Quorums } from './fields';

/** C(n, k): ways to choose k of n; 0 where k is above n. @param n @param k whole, at least 0 */
export function binomial(n: number, k: number): number {
  if (k > n) return 0;
  let ways = 1;
  for (let chosen = 1; chosen <= Math.min(k, n - k); chosen += 1) ways = (ways * (n - chosen + 1)) / chosen;
  return ways;
}

/** The smallest number of replicas that is more than half. */
export const majorityOf = (replicas: number): number => Math.floor(replicas / 2) + 1;

/** Replicas that every read quorum shares with every write quorum: 0 where they can miss each other. */
export const readOverlap = ({ replicas, readQuorum, writeQuorum }: Quorums): number => Math.max(0, readQuorum + writeQuorum - replicas);

/** Replicas that any two write quorums share. */
export const writeOverlap = ({ replicas, writeQuorum }: Quorums): number => Math.max(0, 2 * writeQuorum - replicas);

/**
 * Probability that R replicas, chosen evenly at random, hold none of the W copies of the newest write:
 * C(N − W, R) / C(N, R), equation 1 of Bailis et al. 2012.
 */
export const missProbability = ({ replicas, readQuorum, writeQuorum }: Quorums): number =>
  binomial(replicas - writeQuorum, readQuorum) / binomial(replicas, readQuorum);

const LARGEST_FULL_TABLE = 5;

/**
 * Pairs of quorums worth comparing: up to five replicas all that do not wait for more than overlap needs, above that the
 * cheapest overlapping ones; always R = W = 1, majorities, and the pair at hand.
 */
export function comparedQuorums(own: Quorums): readonly Quorums[] {
  const { replicas } = own;
  const majority = majorityOf(replicas);
  const pairs: Quorums[] = [];
  for (let writeQuorum = 1; writeQuorum <= replicas; writeQuorum += 1) {
    for (let readQuorum = 1; readQuorum <= replicas; readQuorum += 1) {
      const sum = readQuorum + writeQuorum;
      const isOwn = readQuorum === own.readQuorum && writeQuorum === own.writeQuorum;
      const isMajority = readQuorum === majority && writeQuorum === majority;
      const compared = replicas <= LARGEST_FULL_TABLE ? sum <= replicas + 1 : sum === replicas + 1 || sum === 2;
      if (compared || isMajority || isOwn) pairs.push({ replicas, readQuorum, writeQuorum });
    }
  }
  return pairs;
}
