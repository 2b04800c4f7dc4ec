/** A backlog as a fluid queue: it grows at a constant rate while nothing is served, then drains at a constant rate. */

export interface Drain {
  /** Requests waiting when service returns. */
  readonly backlog: number;
  /** Requests a second that arrive during the drain. */
  readonly arrivals: number;
  /** Requests a second, above the arrivals. */
  readonly capacity: number;
}

/** Seconds until nothing waits. */
export const drainTime = ({ backlog, arrivals, capacity }: Drain): number => backlog / (capacity - arrivals);

/** Capacity that empties the backlog within `target` seconds. */
export const neededCapacity = ({ backlog, arrivals }: Drain, target: number): number => arrivals + backlog / target;

/** Share of the arrivals to reject to empty the backlog within `target` seconds; above 1 when even all are too few. */
export const neededShedding = ({ backlog, arrivals, capacity }: Drain, target: number): number =>
  Math.max(0, 1 - (capacity - backlog / target) / arrivals);

/**
 * Seconds after the return of service during which a new request, served in order of arrival, waits longer than
 * `patience`: it waits for the backlog in front of it, which shrinks by capacity − arrivals each second.
 */
export const tooLateFor = ({ backlog, arrivals, capacity }: Drain, patience: number): number =>
  Math.max(0, (backlog - capacity * patience) / (capacity - arrivals));
