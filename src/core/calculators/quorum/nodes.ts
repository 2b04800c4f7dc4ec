/** How many replicas are up at a random moment, if they fail by themselves, with their zone, or all at once. */

/** Probabilities of 0, 1, … N replicas up; they add up to 1. */
export type UpDistribution = readonly number[];

export interface Failures {
  /** Share of time for which a node is up while its zone is; 0 to 1. */
  readonly nodeAvailability: number;
  /** Zones over which the replicas are spread as evenly as possible. */
  readonly zones: number;
  /** Share of time for which a zone is up; 0 to 1. */
  readonly zoneAvailability: number;
  /** Beta factor: the share of a node's downtime that takes all nodes down at once; 0 to 1. */
  readonly commonCause: number;
}

/** Replicas in each zone, the fullest first. */
export function replicasByZone(replicas: number, zones: number): readonly number[] {
  const used = Math.min(zones, replicas);
  return Array.from({ length: used }, (_, zone) => Math.floor(replicas / used) + (zone < replicas % used ? 1 : 0));
}

/** All replicas fail by themselves: the binomial distribution. @param up probability that one is up */
export function independentUp(replicas: number, up: number): UpDistribution {
  let distribution: UpDistribution = [1];
  for (let added = 0; added < replicas; added += 1) distribution = convolve(distribution, [1 - up, up]);
  return distribution;
}

/**
 * The same nodes with shared causes. A common cause has all nodes down for β(1 − p) of the time; otherwise a node of a
 * zone that is up is up with p / (1 − β(1 − p)), so that a single node is up for p of the time, as without the cause.
 */
export function correlatedUp(replicas: number, failures: Failures): UpDistribution {
  const { nodeAvailability, zones, zoneAvailability, commonCause } = failures;
  const common = commonCause * (1 - nodeAvailability);
  // Where the cause has all nodes down all of the time there is no rest to distribute.
  const alone = common === 1 ? 0 : nodeAvailability / (1 - common);
  let distribution: UpDistribution = [1];
  for (const inZone of replicasByZone(replicas, zones)) {
    const zone = independentUp(inZone, alone).map((share, up) => zoneAvailability * share + (up === 0 ? 1 - zoneAvailability : 0));
    distribution = convolve(distribution, zone);
  }
  return distribution.map((share, up) => (1 - common) * share + (up === 0 ? common : 0));
}

/** Probability that fewer than `needed` replicas are up: a sum of small terms, exact where 1 − availability is not. */
export const fewerThan = (distribution: UpDistribution, needed: number): number =>
  Math.min(1, distribution.slice(0, needed).reduce((sum, share) => sum + share, 0));

/** Probability that at least `needed` replicas are up. */
export const atLeast = (distribution: UpDistribution, needed: number): number =>
  Math.min(1, distribution.slice(needed).reduce((sum, share) => sum + share, 0));

function convolve(one: UpDistribution, other: UpDistribution): UpDistribution {
  const sums = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((a, i) => other.forEach((b, j) => (sums[i + j] = (sums[i + j] ?? 0) + a * b)));
  return sums;
}
