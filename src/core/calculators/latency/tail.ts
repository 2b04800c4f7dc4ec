/** Tail amplification: a request that waits for many leaves meets the slow ones. All shares from 0 to 1. */

/** Share of requests that meet at least one slow leaf: 1 − (1 − p)^n, without cancellation for a small p. */
export const shareSlow = (slowShare: number, leaves: number): number => -Math.expm1(leaves * Math.log1p(-slowShare));

/** Share of slow answers that each leaf may have so that the share `target` of requests meets none: 1 − target^(1/n). */
export const slowShareAllowed = (target: number, leaves: number): number => -Math.expm1(Math.log(target) / leaves);

/** Probability of exactly `successes` of `trials`, through logarithms, so that nothing overflows. */
function binomialProbability(successes: number, trials: number, probability: number): number {
  let logarithm = successes * Math.log(probability) + (trials - successes) * Math.log1p(-probability);
  const fewer = Math.min(successes, trials - successes);
  for (let drawn = 1; drawn <= fewer; drawn += 1) logarithm += Math.log((trials - drawn + 1) / drawn);
  return Math.exp(logarithm);
}

/** Sum of probabilities from `from` on, upwards or downwards, until what follows no longer counts. */
function sumTail(from: number, trials: number, probability: number, step: 1 | -1): number {
  const odds = probability / (1 - probability);
  let term = binomialProbability(from, trials, probability);
  let sum = 0;
  for (let k = from; k >= 0 && k <= trials; k += step) {
    sum += term;
    if (term < sum * Number.EPSILON / trials) break;
    term *= step > 0 ? (trials - k) / (k + 1) * odds : k / (trials - k + 1) / odds;
  }
  return sum;
}

/**
 * Share of requests that are slow when `required` of the `leaves` answers are enough: more than leaves − required of
 * them are slow. The smaller tail of the binomial distribution is summed.
 * @param slowShare above 0 and below 1
 */
export function shareSlowWithEnough(slowShare: number, leaves: number, required: number): number {
  const spare = leaves - required;
  if (spare + 1 > leaves * slowShare) return Math.min(1, sumTail(spare + 1, leaves, slowShare, 1));
  return Math.max(0, 1 - sumTail(spare, leaves, slowShare, -1));
}
