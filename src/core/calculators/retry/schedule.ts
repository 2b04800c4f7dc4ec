/** Pauses between tries: capped exponential backoff with the kinds of jitter of Brooker (2015). Times in seconds. */
import { decorrelatedMeans } from './decorrelated';

export const JITTERS = ['full', 'equal', 'decorrelated', 'none'] as const;
export type Jitter = (typeof JITTERS)[number];

export interface Policy {
  readonly base: number;
  readonly factor: number;
  /** At least the base. */
  readonly cap: number;
  /** Tries, the first one included. */
  readonly attempts: number;
  readonly jitter: Jitter;
}
export interface Pause { readonly least: number; readonly mean: number; readonly most: number }

/** The ceiling of the n-th pause, from 1: min(cap, base × factor^(n − 1)), as in gRPC's A6. */
export const ceiling = ({ base, factor, cap }: Policy, n: number): number => Math.min(cap, base * factor ** (n - 1));

/** Bounds and mean of each pause, one fewer than there are tries. */
export function pauses(policy: Policy): readonly Pause[] {
  const { base, cap, jitter } = policy;
  const means = jitter === 'decorrelated' ? decorrelatedMeans(base, cap, policy.attempts - 1) : [];
  return Array.from({ length: policy.attempts - 1 }, (_, index): Pause => {
    const top = ceiling(policy, index + 1);
    switch (jitter) {
      case 'none': return { least: top, mean: top, most: top };
      case 'full': return { least: 0, mean: top / 2, most: top };
      case 'equal': return { least: top / 2, mean: 0.75 * top, most: top };
      case 'decorrelated': return { least: base, mean: means[index] ?? base, most: Math.min(cap, base * 3 ** (index + 1)) };
    }
  });
}

/** One pause, from the one before it (the base, before the first) and a number u in [0, 1). */
export function drawPause(policy: Policy, n: number, previous: number, u: number): number {
  const { base, cap } = policy;
  switch (policy.jitter) {
    case 'none': return ceiling(policy, n);
    case 'full': return u * ceiling(policy, n);
    case 'equal': return (0.5 + u / 2) * ceiling(policy, n);
    case 'decorrelated': return Math.min(cap, base + u * (3 * previous - base));
  }
}

/** When each try begins at the earliest, in the mean and at the latest, if every try takes `tryTime` to fail. */
export function starts(pausesBetween: readonly Pause[], tryTime: number): readonly Pause[] {
  let at: Pause = { least: 0, mean: 0, most: 0 };
  return [at, ...pausesBetween.map((pause) => {
    at = { least: at.least + tryTime + pause.least, mean: at.mean + tryTime + pause.mean, most: at.most + tryTime + pause.most };
    return at;
  })];
}
