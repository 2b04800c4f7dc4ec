/** Deterministic Monte Carlo of the WARS model: how long after a write do reads return it? */
import { createRandom } from '../random';
import { readOverlap } from './counting';
import type { Delays } from './delays';
import type { Quorums } from './fields';

/** Samples of one pair of quorums, one for each trial, in ascending order; seconds. */
export interface Measured {
  readonly quorums: Quorums;
  /**
   * How long after the acknowledged write a read must start to return it; negative where it may start before. In no order
   * where quorums overlap: there all are at most 0.
   */
  readonly visibleAfter: Float64Array;
  /** The same array for every pair with the same R; W likewise. */
  readonly readLatency: Float64Array;
  readonly writeLatency: Float64Array;
}

export interface Experiment {
  readonly replicas: number;
  readonly delays: Delays;
  /** Added to each message from or to a replica that is not at the coordinator's own site; seconds. */
  readonly remoteDelay: number;
  readonly trials: number;
  readonly seed: number;
}

const DRAWS_BETWEEN_YIELDS = 20_000;

/**
 * In each trial a write goes to all replicas and is acknowledged when W have answered; a read that starts t later goes
 * to all and takes the first R responses. A replica that gets the read request after the write returns the write. So the
 * read is current from t = min over the first R of (W delay − R delay) − (time of the W-th acknowledgement), and one
 * trial answers for every t and every pair of quorums.
 */
export function* measure(experiment: Experiment, pairs: readonly Quorums[]): Generator<number, readonly Measured[], void> {
  const { replicas, delays, remoteDelay, trials, seed } = experiment;
  const random = createRandom(seed);
  const reads = new Map(pairs.map(({ readQuorum }) => [readQuorum, new Float64Array(trials)]));
  const writes = new Map(pairs.map(({ writeQuorum }) => [writeQuorum, new Float64Array(trials)]));
  const visibleAfter = pairs.map(() => new Float64Array(trials));
  const acknowledged = new Float64Array(replicas);
  const answered = new Float64Array(replicas);
  const visible = new Float64Array(replicas);
  const trialsBetweenYields = Math.max(1, Math.floor(DRAWS_BETWEEN_YIELDS / (4 * replicas)));
  for (let trial = 0; trial < trials; trial += 1) {
    if (trial % trialsBetweenYields === 0) yield (trial / trials) * SHARE_OF_TRIALS;
    const writer = Math.floor(random() * replicas);
    const reader = Math.floor(random() * replicas);
    for (let replica = 0; replica < replicas; replica += 1) {
      const fromWriter = replica === writer ? 0 : remoteDelay;
      const fromReader = replica === reader ? 0 : remoteDelay;
      const arrival = delays.write(random) + fromWriter;
      insert(acknowledged, replica, arrival + delays.other(random) + fromWriter);
      const request = delays.other(random) + fromReader;
      const place = insert(answered, replica, request + delays.other(random) + fromReader);
      visible.copyWithin(place + 1, place, replica);
      visible[place] = arrival - request;
    }
    // The earliest visibility among the first R answers, for every R.
    for (let place = 1; place < replicas; place += 1) visible[place] = Math.min(visible[place - 1] ?? 0, visible[place] ?? 0);
    for (const [readQuorum, latency] of reads) latency[trial] = answered[readQuorum - 1] ?? 0;
    for (const [writeQuorum, latency] of writes) latency[trial] = acknowledged[writeQuorum - 1] ?? 0;
    for (const [index, { readQuorum, writeQuorum }] of pairs.entries()) {
      const samples = visibleAfter[index];
      if (samples) samples[trial] = (visible[readQuorum - 1] ?? 0) - (acknowledged[writeQuorum - 1] ?? 0);
    }
  }
  const unordered = [...reads.values(), ...writes.values(), ...visibleAfter.filter((_, index) => pairs[index] && readOverlap(pairs[index]) === 0)];
  for (const [index, samples] of unordered.entries()) {
    yield SHARE_OF_TRIALS + ((1 - SHARE_OF_TRIALS) * index) / unordered.length;
    samples.sort();
  }
  const none = new Float64Array();
  return pairs.map((quorums, index): Measured => ({
    quorums,
    visibleAfter: visibleAfter[index] ?? none,
    readLatency: reads.get(quorums.readQuorum) ?? none,
    writeLatency: writes.get(quorums.writeQuorum) ?? none,
  }));
}

/** The rest of the time sorts. */
const SHARE_OF_TRIALS = 0.7;

/** Inserts into the first `length` numbers, which ascend; returns the place. */
function insert(sorted: Float64Array, length: number, value: number): number {
  let place = length;
  while (place > 0 && (sorted[place - 1] ?? 0) > value) {
    sorted[place] = sorted[place - 1] ?? 0;
    place -= 1;
  }
  sorted[place] = value;
  return place;
}
