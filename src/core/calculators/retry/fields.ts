/** Fields that several parts of the retry calculator share, so that a value typed in one stands in all. */
import { count, number, share } from '../fields';

/** Requests that callers begin, without repetitions. */
export const requestRate = number('perSecond', 1_000, { least: 1e-3, most: 1e9, short: 'rate' });
/** What the backend completes when it is busy. */
export const capacity = number('perSecond', 1_500, { least: 1e-3, most: 1e9 });
/** Chance that one try fails, independently of all others. */
export const failureShare = share(0.5, { least: 0, most: 1, short: 'p' });
/** Retries allowed for each first try, request or success. */
export const retryBudget = share(0.1, { least: 0, most: 1, short: 'budget' });
/** Tries for one request, the first one included. */
export const attempts = count(5, 2, 20);
