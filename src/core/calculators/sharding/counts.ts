/** Keys on the fullest of n shards, if each key goes to any of them with the same probability. */
import { largestPoisson } from './extremes';

/** With more keys the counts of the shards are as good as independent: the error is below half a per cent. */
export const COUNTED_EXACTLY = 100;

/** Mean number of keys on the fullest shard. @param shards @param keys whole, at least 1 */
export const largestCount = (shards: number, keys: number): number =>
  keys <= COUNTED_EXACTLY ? largestOfFewKeys(shards, keys) : largestPoisson(shards, keys / shards);

/** Poisson counts whose sum is known to be `keys` are the counts of keys: exact. */
function largestOfFewKeys(shards: number, keys: number): number {
  const mean = keys / shards;
  const chances = poisson(mean, keys);
  const sumIsRight = poisson(keys, keys)[keys] ?? 1;
  let sum = 0;
  for (let most = 0; most < keys; most += 1) {
    const above = 1 - (power(chances.slice(0, most + 1), shards, keys)[keys] ?? 0) / sumIsRight;
    if (above < SMALLEST) break;
    sum += above;
  }
  return sum;
}

const SMALLEST = 1e-13;

/** Probabilities of 0, 1, … last. */
function poisson(mean: number, last: number): readonly number[] {
  const chances = [Math.exp(-mean)];
  for (let k = 1; k <= last; k += 1) chances.push(((chances[k - 1] ?? 0) * mean) / k);
  return chances;
}

/** Coefficients of a polynomial to the power of `exponent`, up to the degree `last`. All are positive, so no digits cancel. */
function power(base: readonly number[], exponent: number, last: number): readonly number[] {
  let result: readonly number[] = [1];
  let squared = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = product(result, squared, last);
    if (rest > 1) squared = product(squared, squared, last);
  }
  return result;
}

function product(one: readonly number[], other: readonly number[], last: number): readonly number[] {
  const sums = new Array<number>(Math.min(last, one.length + other.length - 2) + 1).fill(0);
  one.forEach((a, i) => {
    for (let j = 0; j < other.length && i + j <= last; j += 1) sums[i + j] = (sums[i + j] ?? 0) + a * (other[j] ?? 0);
  });
  return sums;
}
