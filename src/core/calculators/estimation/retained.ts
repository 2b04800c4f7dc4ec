/** What a store holds when writing grows and old data expire. */
import { DAY, YEAR } from '../units';

export interface Retention {
  /** Share a year, compounded at every moment, so that a year multiplies by 1 + growth. */
  readonly growth: number;
  /** Seconds that data are kept. */
  readonly retention: number;
}

/**
 * Days' worth of writing at today's rate that a store holds after a span, empty today: the integral of (1 + g)^(s / year)
 * from max(0, span − retention) to span, in days.
 * @param span seconds from today
 */
export function daysHeld({ growth, retention }: Retention, span: number): number {
  const from = Math.max(0, span - retention);
  const rate = Math.log1p(growth) / YEAR;
  // (e^(rate × span) − e^(rate × from)) / rate, without cancellation, and its limit without growth.
  const length = span - from;
  return (rate * length < 1e-12 ? length : Math.exp(rate * from) * Math.expm1(rate * length) / rate) / DAY;
}
