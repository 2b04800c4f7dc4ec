/**
 * How many tries a request costs, when each try fails with the same chance, independently. Nested layers that all
 * retry make one long sequence of tries that ends with the first success: a layer tries again exactly when all tries
 * below it have failed. So the order of the layers does not matter, only the product of their attempts.
 */

/**
 * Expected tries until the first success or `most` tries: 1 + p + p² + … + p^(most − 1).
 * @param failure chance that one try fails, 0 to 1
 * @param most tries at most, 1 or more
 */
export function expectedTries(failure: number, most: number): number {
  if (failure === 1) return most;
  // Not (1 − p^most): near p = 1 the difference would lose its digits.
  return -Math.expm1(most * Math.log(failure)) / (1 - failure);
}

/** Attempts of a request in the worst case: the product of the attempts of all layers. */
export const worstCase = (attempts: readonly number[]): number => attempts.reduce((product, each) => product * each, 1);

/** The same with a budget in each layer, of retries for each first try. */
export const cappedWorstCase = (attempts: readonly number[], budget: number): number =>
  attempts.reduce((product, each) => product * Math.min(each, 1 + budget), 1);

/**
 * Expected tries at the backend when each layer may spend at most `budget` retries for each of its requests, in a
 * steady state. A layer with fewer tries fails more often: each try ends in a success with chance 1 − q, and a request
 * has at most one, so its chance to fail is 1 − tries × (1 − q).
 * @param attempts of the layers, from the first to the lowest
 */
export function cappedTries(attempts: readonly number[], failure: number, budget: number): number {
  let q = failure;
  let total = 1;
  for (const most of [...attempts].reverse()) {
    const tries = Math.min(expectedTries(q, most), 1 + budget);
    total *= tries;
    q = Math.min(1, Math.max(0, 1 - tries * (1 - q)));
  }
  return total;
}

/**
 * Tries a second that reach a backend which rejects at no cost what exceeds its capacity, once all repetitions have
 * built up: the share p of tries that is rejected settles where p^attempts = 1 − capacity / requests.
 * @param rate of requests a second, above the capacity
 */
export const overloadedTries = (rate: number, capacity: number, attempts: number): number =>
  capacity / -Math.expm1(Math.log1p(-capacity / rate) / attempts);
