/** Chance that repeats, and words that look like the real ones. */

/** From 0 up to, not including, 1. */
export type Random = () => number;

/** The mulberry32 generator: the same seed gives the same numbers on every machine. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(list: readonly T[], chance: Random): T {
  const item = list[Math.floor(chance() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Words without a subject of their own: a larger library uses the same ones. */
export const mostlyKept: ReadonlySet<string> = new Set(
  'and are all any but can each every for from has have how into its more most must not one only other over per same so such than that the their them then they this through until what when where which while who with without'.split(' '),
);

/**
 * Makes words that do not exist: the beginning of a real word and the end of another, as long as the word they stand
 * for. They share letters with real words, so that a search that forgives typos has as much to look at as in real text.
 * No word is made twice.
 */
export function wordMaker(real: readonly string[], chance: Random): (like: string) => string {
  const taken = new Set(real);
  return (like) => {
    for (let tries = 0; ; tries++) {
      // Short words run out; after some tries they grow.
      const length = like.length + Math.floor(tries / 20);
      const head = pick(real, chance).slice(0, Math.ceil(length / 2));
      const word = head + pick(real, chance).slice(head.length - length);
      if (word.length < 3 || taken.has(word)) continue;
      taken.add(word);
      return word;
    }
  };
}
