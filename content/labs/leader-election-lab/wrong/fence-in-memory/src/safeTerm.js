// Wrong on purpose: the mistake is in src/fencedResource.js; this file is as in the solution.
// @ts-check

/**
 * How long a holder may rely on a lease, measured by its own clock, so that it stops before the lease ends at the
 * store. No clock shows the true time; all that is known is that each one runs faster or slower than true time by at
 * most the share `driftBound`, such as 0.001.
 *
 * @param {number} leaseMs the length of the lease by the clock of the store
 * @param {number} driftBound at least 0 and below 1; otherwise a RangeError is thrown
 * @returns {number} the longest safe time in milliseconds, by the clock of the holder
 */
export function safeTermMs(leaseMs, driftBound) {
  if (!(driftBound >= 0 && driftBound < 1)) throw new RangeError(`a drift bound of ${driftBound}`);
  // The fastest store ends the lease after leaseMs / (1 + ρ) of true time. In that time the slowest holder counts
  // (1 − ρ) times as many milliseconds.
  return (leaseMs / (1 + driftBound)) * (1 - driftBound);
}
