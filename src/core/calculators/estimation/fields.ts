/** Fields that run through the whole chain of an estimate: one value in all parts. */
import { number, count, share } from '../fields';
import { YEAR } from '../units';

export const users = count(10e6, 1, 10e9, 'users');
export const activeShare = share(0.3, { least: 0.001, most: 1, short: 'active' });
/** A day. */
export const requestsPerUser = number('none', 20, { least: 0.001, most: 1e6, short: 'rpu' });
export const readShare = share(0.9, { least: 0, most: 1, short: 'reads' });
export const peakFactor = number('none', 4, { least: 1, most: 100, short: 'peak' });
/** A year. */
export const growth = share(0.4, { least: 0, most: 10 });
export const horizon = number('year', 2 * YEAR, { least: 0, most: 10 * YEAR });
export const readSize = number('kilobyte', 20e3, { least: 1, most: 1e12 });
export const writeSize = number('kilobyte', 2e3, { least: 1, most: 1e12 });
export const utilisation = share(0.6, { least: 0.01, most: 1 });
export const spares = count(1, 0, 1_000, 'k');
