/** Statistics of samples in ascending order. */

/** The smallest sample that at least `share` of all do not exceed. @param share above 0, at most 1 */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length))) - 1] ?? 0;
}

/** The share of samples that are at most `limit`. */
export function shareUpTo(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low / sorted.length;
}

/** Of the standard normal distribution: 95 % lie within this many standard deviations. */
const Z_95 = 1.959963984540054;

/** Half the width of the 95 % interval of Wilson (1927) for a share that was seen in a number of trials. */
export function halfWidth(share: number, trials: number): number {
  const z2 = Z_95 ** 2;
  return (Z_95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials ** 2));
}
