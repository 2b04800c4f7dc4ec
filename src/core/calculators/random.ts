import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Pseudo-random numbers from 0 up to but not 1, with 53 random bits each: xoroshiro128+. */
export type Random = () => number;

const WARM_UP = 64;

/** The same seed gives the same numbers on every machine. @param seed a whole number; its low 32 bits count */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // The state begins with few bits set: until they have spread, neighbouring seeds give similar numbers.
  for (let skipped = 0; skipped < WARM_UP; skipped += 1) generator.next();
  return () => uniformFloat64(generator);
}
