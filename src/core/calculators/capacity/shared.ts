/** Fields that several parts have in common. */
import { count, number } from '../fields';
import { DAY, YEAR } from '../units';

/** The most servers of one queue for which these models are meant. */
export const MOST_SERVERS = 100_000;

export const arrivalRate = number('perSecond', 170, { least: 1 / YEAR, most: 1e9, short: 'rate' });
export const serviceTime = number('millisecond', 50e-3, { least: 1e-9, most: DAY, short: 's' });
export const servers = count(10, 1, MOST_SERVERS, 'c');
