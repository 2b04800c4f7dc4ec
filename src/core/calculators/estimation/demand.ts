/** From people to requests. Rates a second unless a name says "a day". */
import { DAY, YEAR } from '../units';

export interface Population {
  readonly users: number;
  /** Share of them that are active on a day. */
  readonly activeShare: number;
  /** Requests of an active user on a day. */
  readonly requestsPerUser: number;
}

export const dailyUsers = ({ users, activeShare }: Population): number => users * activeShare;

/** A day. */
export const dailyRequests = (population: Population): number => dailyUsers(population) * population.requestsPerUser;

export const averageRate = (population: Population): number => dailyRequests(population) / DAY;

/** By how much a yearly growth multiplies. @param growth share a year @param span seconds */
export const growthFactor = (growth: number, span: number): number => (1 + growth) ** (span / YEAR);

/** Times for a table that goes by years, in seconds: today, each whole year, and the end. */
export function yearsUntil(end: number): readonly number[] {
  const whole = Array.from({ length: Math.floor(end / YEAR) + 1 }, (_, year) => year * YEAR);
  return end - (whole.length - 1) * YEAR > DAY ? [...whole, end] : whole;
}
