/** What all parts of the quorum calculator ask: how many replicas, and how many answers an operation waits for. */
import { refuse, type Refusal } from '../definition';
import { count } from '../fields';

/** Above this nobody keeps copies of one item, and tables and simulations would only get slow. */
export const MOST_REPLICAS = 25;

export const replicas = count(3, 1, MOST_REPLICAS, 'n');
export const readQuorum = count(1, 1, MOST_REPLICAS, 'r');
export const writeQuorum = count(2, 1, MOST_REPLICAS, 'w');

export interface Quorums { readonly replicas: number; readonly readQuorum: number; readonly writeQuorum: number }

/** A quorum larger than the set of replicas can never be reached. */
export function refuseQuorums({ replicas: n, readQuorum: r, writeQuorum: w }: Quorums): Refusal | undefined {
  if (r > n) return refuse('tooManyReads', 'readQuorum');
  if (w > n) return refuse('tooManyWrites', 'writeQuorum');
  return undefined;
}
export const QUORUM_REFUSALS = ['tooManyReads', 'tooManyWrites'] as const;
