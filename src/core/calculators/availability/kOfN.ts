/**
 * How likely it is that at least `down` of some independent parts are down. Only positive terms are summed, so tiny
 * probabilities keep their digits.
 */

/** C(n, k) as a double; exact up to 2^53, and finite for every n up to 1,000. */
export function binomial(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let index = 1; index <= Math.min(k, n - k); index += 1) ways = (ways * (n - Math.min(k, n - k) + index)) / index;
  return ways;
}

/** Exactly `down` of `count` alike parts. @param unavailability of each, 0 to 1 */
export const exactlyDown = (count: number, down: number, unavailability: number): number =>
  binomial(count, down) * unavailability ** down * (1 - unavailability) ** (count - down);

/** At least `down` of `count` alike parts: the upper tail of the binomial distribution. */
export function atLeastDown(count: number, down: number, unavailability: number): number {
  if (down <= 0) return 1;
  if (down > count || unavailability <= 0) return 0;
  if (unavailability >= 1) return 1;
  // From the end at which the first term cannot underflow, each term from the one before.
  const upwards = unavailability <= 0.5;
  const odds = unavailability / (1 - unavailability);
  let term = exactlyDown(count, upwards ? down : count, unavailability);
  let sum = term;
  if (upwards) for (let failed = down; failed < count; failed += 1) sum += term *= ((count - failed) / (failed + 1)) * odds;
  else for (let failed = count; failed > down; failed -= 1) sum += term *= failed / (count - failed + 1) / odds;
  return Math.min(1, sum);
}

/**
 * Unlike parts (the Poisson binomial distribution), part by part.
 * @returns how likely exactly 0, 1, … `down` − 1 parts are down, and that at least `down` are
 */
export function downDistribution(unavailabilities: readonly number[], down: number): { readonly exactly: readonly number[]; readonly atLeast: number } {
  const exactly: number[] = Array.from({ length: Math.max(0, down) }, (_, failed) => (failed === 0 ? 1 : 0));
  let atLeast = down <= 0 ? 1 : 0;
  for (const unavailability of unavailabilities) {
    if (down > 0) atLeast += (exactly[down - 1] ?? 0) * unavailability;
    for (let failed = down - 1; failed >= 0; failed -= 1) {
      exactly[failed] = (exactly[failed] ?? 0) * (1 - unavailability) + (exactly[failed - 1] ?? 0) * unavailability;
    }
  }
  return { exactly, atLeast: Math.min(1, atLeast) };
}
