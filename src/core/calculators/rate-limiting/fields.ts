/** Fields that parts of the rate-limiting calculator share. */
import { count, number } from '../fields';
import { LONGEST, MOST_REQUESTS } from './ticks';

export const limit = count(100, 1, MOST_REQUESTS, 'limit');
export const window = number('second', 10, { least: 0.01, most: LONGEST, short: 'window' });
export const burst = count(50, 1, MOST_REQUESTS, 'burst');
