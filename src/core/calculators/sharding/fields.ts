import { number } from '../fields';

/** An example; shared by what asks for the size of the data. */
export const dataSize = number('terabyte', 10e12, { least: 1, most: 1e21 });

/** More shards than that are a mistake in a unit. */
export const MOST_SHARDS = 1_000_000;
