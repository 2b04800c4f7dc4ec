/** Fields that several parts of the latency calculator share. */
import { number } from '../fields';

const BITS = 8;

/** Of the narrowest link: from a sensor's radio to more than a bundle of wavelengths carries. */
export const bandwidth = number('megabitPerSecond', 100e6 / BITS, { least: 1e3 / BITS, most: 10e12 / BITS, short: 'bw' });
