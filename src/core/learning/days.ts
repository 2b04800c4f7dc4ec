/**
 * Calendar days, as `YYYY-MM-DD` and as whole days since 1 January 1970. All arithmetic is in UTC days, which have no
 * time zone and no summer time; which day it is where the learner is, the caller says.
 */
const DAY_MS = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

/** Days since 1 January 1970; undefined for what is no day, such as 30 February. */
export function dayNumber(day: string): number | undefined {
  if (!ISO_DAY.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  // An engine may read 30 February as 1 March.
  return Number.isFinite(time) && dayOf(time / DAY_MS) === day ? time / DAY_MS : undefined;
}

/** The day of a number of days since 1 January 1970, of the years 0 to 9999. */
export function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday on or before a day, both as numbers. 1 January 1970 was a Thursday. */
export function mondayOf(number: number): number {
  return number - ((((number + 3) % 7) + 7) % 7);
}

/**
 * The day of a moment where somebody is, as a number.
 * @param time milliseconds since the epoch
 * @param offset minutes east of UTC at that moment
 */
export function localDay(time: number, offset: number): number {
  return Math.floor((time + offset * 60_000) / DAY_MS);
}
