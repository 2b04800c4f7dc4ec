/**
 * A catalogue whose i-th most popular object is asked for with a probability proportional to 1 / i^s: Zipf's law at
 * s = 1, "Zipf-like" otherwise (Breslau et al., 1999).
 */
import { eachPoint } from './quadrature';

/** Ranks that are summed one by one; the tail is summed by Euler–Maclaurin. */
const EXACT = 256;

/** 1^-s + 2^-s + … + n^-s. @param n a whole number from 0 @param s from 0 to 2. Relative error below 1e-12. */
export function generalisedHarmonic(n: number, s: number): number {
  if (s === 0) return n;
  const head = Math.min(n, EXACT);
  let sum = 0;
  // From the smallest term, so that small ones are not lost beside the sum.
  for (let rank = head; rank >= 1; rank -= 1) sum += rank ** -s;
  return n <= EXACT ? sum : sum + tail(EXACT, n, s);
}

/** The terms after rank `from` up to `to`: the integral, half the end terms, and the first two corrections. */
function tail(from: number, to: number, s: number): number {
  const f = (x: number): number => x ** -s;
  const power = (1 - s) * Math.log(to / from);
  // (to^(1−s) − from^(1−s)) / (1 − s), which is a logarithm where s = 1, without cancelling near it.
  const integral = from ** (1 - s) * Math.log(to / from) * (Math.abs(power) < 1e-300 ? 1 : Math.expm1(power) / power);
  const slope = (x: number): number => -s * x ** (-s - 1);
  const third = (x: number): number => -s * (s + 1) * (s + 2) * x ** (-s - 3);
  return integral + (f(to) - f(from)) / 2 + (slope(to) - slope(from)) / 12 - (third(to) - third(from)) / 720;
}

/**
 * Groups of ranks: `counts[k]` objects, of which each is asked for with probability `popularities[k]`. A sum over all
 * objects of a smooth function of their popularity is Σ counts[k] f(popularities[k]), with a relative error below 1e-9.
 */
export interface Catalogue {
  readonly objects: number;
  readonly exponent: number;
  readonly popularities: Float64Array;
  readonly counts: Float64Array;
  /** Of the most popular object, times which its rank^-s is a popularity. */
  readonly first: number;
  /** Σ rank^-s over the ranks that are summed one by one, for sums to many other ranks. */
  readonly head: number;
}

/** @param objects a whole number from 1 @param exponent s, from 0 to 2 */
export function createCatalogue(objects: number, exponent: number): Catalogue {
  const first = 1 / generalisedHarmonic(objects, exponent);
  const popularities: number[] = [];
  const counts: number[] = [];
  const add = (rank: number, count: number): void => {
    popularities.push(first * rank ** -exponent);
    counts.push(count);
  };
  const head = objects <= 2 * EXACT ? objects : EXACT;
  for (let rank = 1; rank <= head; rank += 1) add(rank, 1);
  if (objects > head) {
    const from = head + 0.5;
    const to = objects + 0.5;
    eachPoint(Math.log(from), Math.log(to), 0.5, (logarithm, weight) => { const rank = Math.exp(logarithm); add(rank, weight * rank); });
    // The midpoint form of Euler–Maclaurin: minus a 24th of the slopes at the ends, each taken as a difference.
    add(from - 0.5, -1 / 24);
    add(from + 0.5, 1 / 24);
    add(to - 0.5, 1 / 24);
    add(to + 0.5, -1 / 24);
  }
  return { objects, exponent, first, head: generalisedHarmonic(EXACT, exponent), popularities: Float64Array.from(popularities), counts: Float64Array.from(counts) };
}

/** The share of requests that ask for the `size` most popular objects, which no cache of that size can beat without knowing the future. */
export function idealHitRatio(catalogue: Catalogue, size: number): number {
  if (size >= catalogue.objects) return 1;
  const whole = Math.floor(size);
  const sum = whole <= EXACT ? generalisedHarmonic(whole, catalogue.exponent) : catalogue.head + tail(EXACT, whole, catalogue.exponent);
  return catalogue.first * (sum + (size - whole) * (whole + 1) ** -catalogue.exponent);
}
