/**
 * One-way message delays of the WARS model (Bailis et al. 2012, section 4): a write reaches a replica after W and its
 * acknowledgement returns after A; a read request reaches it after R and its response returns after S. In seconds.
 */
import type { Random } from '../random';

export type Sample = (random: Random) => number;
export interface Delays {
  /** W. */
  readonly write: Sample;
  /** A, R and S, which share a distribution. */
  readonly other: Sample;
}

const MILLISECOND = 1e-3;

/** Exponential with a mean in seconds. */
export const exponential = (mean: number): Sample => (random) => -mean * Math.log1p(-random());

/** Pareto: at least `least` seconds, with a tail that falls as t^−shape. */
const pareto = (least: number, shape: number): Sample => (random) => least / (1 - random()) ** (1 / shape);

/** A body with a Pareto distribution and, in the rest of the cases, an exponential tail. Parameters in milliseconds, as printed. */
export function fitted(body: number, least: number, shape: number, rate: number): Sample {
  const usual = pareto(least * MILLISECOND, shape);
  const tail = exponential(MILLISECOND / rate);
  return (random) => (random() < body ? usual(random) : tail(random));
}

/** Fits to latencies of production systems: Bailis et al. 2012, table 3. */
const solidState = fitted(0.9122, 0.235, 10, 1.66);
export const PUBLISHED = {
  /** LNKD-SSD: LinkedIn's Voldemort on solid-state disks. */
  linkedInSsd: { write: solidState, other: solidState },
  /** LNKD-DISK: the same on spinning disks, which only writes wait for. */
  linkedInDisk: { write: fitted(0.38, 1.05, 1.51, 0.183), other: solidState },
  /** YMMR: Yammer's Riak. Printed with 3.35; the authors' program has 3.5, see the tests. */
  yammer: { write: fitted(0.939, 3, 3.35, 0.0028), other: fitted(0.982, 1.5, 3.8, 0.0217) },
} as const satisfies Readonly<Record<string, Delays>>;
