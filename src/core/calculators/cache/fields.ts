/** Fields that several parts of the cache calculator share. */
import { count, number, optionalNumber, share } from '../fields';

const HOUR = 3_600;
const DAY = 86_400;

export const exponent = number('none', 0.9, { least: 0, most: 2, short: 's' });
export const objects = count(1_000_000, 1, 1e9, 'n');
export const cacheSize = count(200_000, 1, 1e9, 'c');
export const requestRate = number('perSecond', 20_000, { least: 1e-6, most: 1e9 });
export const latency = (initial: number) => number('millisecond', initial, { least: 1e-9, most: HOUR });

export const recomputeTime = number('millisecond', 0.3, { least: 1e-6, most: HOUR });
export const lifetime = number('minute', 600, { least: 1e-3, most: 365 * DAY, short: 'ttl' });

export const hitRatio = share(0.95);
export const backendCapacity = number('perSecond', 8_000, { least: 1e-6, most: 1e9 });
export const recomputeCapacity = optionalNumber('perSecond', 500, { least: 1e-6, most: 1e9 });
