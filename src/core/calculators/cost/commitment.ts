/** A commitment is paid for every hour of its term, and on demand only for the hours that are used. */

/** The committed price of an hour, with what is paid in advance spread over the hours of the term. */
export const committedPriceOf = (hourly: number, upfront: number, termHours: number): number => hourly + upfront / termHours;

/** The share of hours from which the commitment is cheaper; above 1 it never is. */
export const breakEvenUtilisation = (onDemand: number, committed: number): number => committed / onDemand;

/** Of units of which each runs a share of the month's hours: what the month costs where the first `committed` units are committed. */
export interface Level { readonly units: number; readonly share: number }

/**
 * Mean cost of an hour when `committed` units are committed and `levels` say for which share of the time how many run.
 */
export function hourlyCost(levels: readonly Level[], committed: number, onDemand: number, price: number): number {
  return committed * price + levels.reduce((sum, { units, share }) => sum + share * Math.max(0, units - committed), 0) * onDemand;
}

/**
 * The number of units to commit to: every unit pays that is in use for more than the break-even share of the time, so it is
 * the largest level that is reached for that long.
 */
export function bestCommitment(levels: readonly Level[], breakEven: number): number {
  const reached = (units: number): number => levels.reduce((sum, level) => sum + (level.units >= units ? level.share : 0), 0);
  return levels.reduce((best, { units }) => (units > best && reached(units) > breakEven ? units : best), 0);
}
