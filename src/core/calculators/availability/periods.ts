/** The periods in which downtime is counted, in seconds: a day, a week, and the means of the Gregorian calendar. */
import { DAY, MONTH, QUARTER, WEEK, YEAR } from '../units';

export const PERIODS = { day: DAY, week: WEEK, month: MONTH, quarter: QUARTER, year: YEAR } as const;
export type Period = keyof typeof PERIODS;
export const PERIOD_IDS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Period[];

/** The window in which most SLOs are stated. */
export const THIRTY_DAYS = 30 * DAY;
