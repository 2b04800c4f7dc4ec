/** Alerts on the burn rate of an error budget, with two windows each, after The Site Reliability Workbook, chapter 5. */
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** An alert fires when the burn rate is reached over the long window and over the short one. */
export interface AlertPolicy {
  /** How much of the budget is spent when the long window alone fires, a fraction. */
  readonly share: number;
  /** Seconds. */
  readonly long: number;
  /** Seconds; a twelfth of the long one, so that the alert ends soon after the errors do. */
  readonly short: number;
}
/** Recommended for a window of 30 days (table 5-8): two pages and a ticket. */
export const POLICIES: readonly AlertPolicy[] = [
  { share: 0.02, long: HOUR, short: 5 * MINUTE },
  { share: 0.05, long: 6 * HOUR, short: 30 * MINUTE },
  { share: 0.1, long: 3 * DAY, short: 6 * HOUR },
];

/** How many times faster than even the budget is spent when a share of it goes in an alert's window. Both in seconds. */
export const burnRateOf = (share: number, window: number, alertWindow: number): number => (share * window) / alertWindow;

export interface Alert extends AlertPolicy {
  readonly burnRate: number;
  /** The error ratio from which it fires; above 1 it never does. */
  readonly threshold: number;
  /** Seconds from a total outage to the alert, and from its end to the alert's; undefined when it never fires. */
  readonly detection: number | undefined;
  readonly reset: number | undefined;
}

/**
 * @param slo a fraction below 1
 * @param window of the SLO, seconds
 */
export function alertsFor(slo: number, window: number): readonly Alert[] {
  return POLICIES.map((policy) => {
    const burnRate = burnRateOf(policy.share, window, policy.long);
    const threshold = burnRate * (1 - slo);
    const fires = threshold <= 1;
    return {
      ...policy, burnRate, threshold,
      detection: fires ? detectionTime(threshold, policy.long, 1) : undefined,
      reset: fires ? policy.short * (1 - threshold) : undefined,
    };
  });
}

/** Seconds until an error ratio that begins at once fills a window up to the threshold: threshold / ratio × window. */
export function detectionTime(threshold: number, window: number, errorRatio: number): number | undefined {
  return errorRatio > 0 && errorRatio >= threshold ? (threshold / errorRatio) * window : undefined;
}
