/** Pauses between tries: capped exponential backoff with the kinds of jitter of Brooker (2015) and of gRPC. Times in seconds. */
import { decorrelatedMeans } from './decorrelated';

/** "Slight" is that of gRPC's A6 since 2024: ± 20 %, of the cap as well. Before, it was full jitter. */
export const JITTERS = ['full', 'equal', 'slight', 'decorrelated', 'none'] as const;
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

const SLIGHT = 0.2;

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
      case 'slight': return { least: (1 - SLIGHT) * top, mean: top, most: (1 + SLIGHT) * top };
      case 'decorrelated': return { least: base, mean: means[index] ?? base, most: Math.min(cap, base * 3 ** (index + 1)) };
    }
  });
}

/** The n-th pause is drawn evenly between two bounds, and is `cutAt` where that would be more. */
export interface PauseRange { readonly low: number; readonly high: number; readonly cutAt: number }

/** @param previous the pause before; the base, before the first */
export function pauseRange(policy: Policy, n: number, previous: number): PauseRange {
  const top = ceiling(policy, n);
  const between = (low: number, high: number, cutAt = Infinity): PauseRange => ({ low, high, cutAt });
  switch (policy.jitter) {
    case 'none': return between(top, top);
    case 'full': return between(0, top);
    case 'equal': return between(top / 2, top);
    case 'slight': return between((1 - SLIGHT) * top, (1 + SLIGHT) * top);
    case 'decorrelated': return between(policy.base, 3 * previous, policy.cap);
  }
}

/** One pause, from the one before it and a number u in [0, 1). */
export function drawPause(policy: Policy, n: number, previous: number, u: number): number {
  const { low, high, cutAt } = pauseRange(policy, n, previous);
  return Math.min(cutAt, low + u * (high - low));
}

/** When each try begins at the earliest, in the mean and at the latest, if every try takes `tryTime` to fail. */
export function starts(pausesBetween: readonly Pause[], tryTime: number): readonly Pause[] {
  let at: Pause = { least: 0, mean: 0, most: 0 };
  return [at, ...pausesBetween.map((pause) => {
    at = { least: at.least + tryTime + pause.least, mean: at.mean + tryTime + pause.mean, most: at.most + tryTime + pause.most };
    return at;
  })];
}
