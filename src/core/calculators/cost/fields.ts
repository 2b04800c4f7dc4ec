/** Fields that several parts of the cost calculator share. All prices are examples. */
import { number } from '../fields';
import { DAY, YEAR } from '../units';

export const onDemandPrice = number('money', 1, { least: 1e-9, most: 1e9, short: 'price' });
export const committedPrice = number('money', 0.6, { least: 0, most: 1e9 });
export const upfront = number('money', 0, { least: 0, most: 1e12 });
export const term = number('year', YEAR, { least: DAY, most: 10 * YEAR });
