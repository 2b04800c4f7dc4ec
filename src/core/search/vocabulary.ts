/** Every word of the library once: which of them a typed word means, and where each of those stands. */
import Fuse from 'fuse.js/basic';
import { FIELD_WEIGHTS, type FieldText } from './documents';

/** How well a word of the library fits a typed word: 1 the same, above 0.8 its beginning, below that with typos. */
export type Fits = ReadonlyMap<string, number>;

export interface Vocabulary {
  /** The words that a typed word (folded) may mean. */
  fitting(typed: string): Fits;
  /** Where a word stands: calls back with the index of each document and the greatest weight among its fields. */
  visitDocuments(word: string, visit: (index: number, weight: number) => void): void;
}

/** Typed words shorter than this are taken as they are: nearly every short word is one typo away from another. */
const SHORTEST_WITH_TYPOS = 4;
/** Fuse's measure, 0 (the same) to 1: two wrong letters in a word of six pass, in a word of five they do not. */
const MOST_DIFFERENT = 0.34;

/** In longer words, no more wrong letters than this. */
const MOST_TYPOS = 3;
/** What comes behind this many letters of a typed word is not compared: Fuse takes 32 at a time. */
const LONGEST_WITH_TYPOS = 32;

/** The fit of a word with two neighbouring letters swapped: the commonest typo, which Fuse takes for two. */
const SWAPPED = 0.8;

/** The fit of "failure" when "failures" was typed. */
const SINGULAR = 0.85;

/** Words in running text weigh less than these; typos are forgiven in names first. */
const NAME_WEIGHT = FIELD_WEIGHTS.tag;
/** Words that stand in bodies only: there are many of them, so they are found when typed, not guessed. */
const BODY_WEIGHT = FIELD_WEIGHTS.text;
const SHORTEST_BEGINNING_IN_BODIES = 4;

export function createVocabulary(documents: readonly (readonly FieldText[])[]): Vocabulary {
  /** Index and weight of each document, in turns: most words stand in one or two, and a map for each would cost more than all the rest. */
  const places = new Map<string, number[]>();
  /** The greatest weight of each word, wherever it stands. */
  const best = new Map<string, number>();
  documents.forEach((fields, index) => {
    for (const { field, tokens, name } of fields) {
      const weight = FIELD_WEIGHTS[field];
      for (const word of tokens) place(word, index, weight);
      // A name written without its spaces is a word too: "ratelimiting", with or without typos.
      if (tokens.length > 1 && name !== '') place(name, index, weight);
    }
  });
  function place(word: string, index: number, weight: number): void {
    const found = places.get(word);
    if (found === undefined) places.set(word, [index, weight]);
    else if (found[found.length - 2] !== index) found.push(index, weight); // documents come one after the other
    else if (weight > (found[found.length - 1] ?? 0)) found[found.length - 1] = weight;
    if (weight > (best.get(word) ?? 0)) best.set(word, weight);
  }

  const sorted = [...places.keys()].sort(); // by UTF-16 code unit, as the binary search below compares
  const isName = (word: string) => (best.get(word) ?? 0) >= NAME_WEIGHT;
  const inNames = fuzzy(sorted.filter(isName));
  const isInBodiesOnly = (word: string) => (best.get(word) ?? 0) <= BODY_WEIGHT;
  const sortedBodies = sorted.filter(isInBodiesOnly);
  const sortedOthers = sorted.filter((word) => !isInBodiesOnly(word));
  const inTexts = fuzzy(sortedOthers.filter((word) => !isName(word)));
  const beginning = (typed: string): readonly string[] => [
    ...wordsBeginning(sortedOthers, typed),
    ...(typed.length >= SHORTEST_BEGINNING_IN_BODIES ? wordsBeginning(sortedBodies, typed) : places.has(typed) && isInBodiesOnly(typed) ? [typed] : []),
  ];

  return {
    fitting(typed) {
      const literal = new Map(
        beginning(typed).map((word) => [word, word === typed ? 1 : 0.85 + (0.1 * typed.length) / word.length]),
      );
      const singular = singularOf(typed);
      if (singular !== undefined && places.has(singular) && !literal.has(singular)) literal.set(singular, SINGULAR);
      // What stands in the library as it was typed is no typo.
      if (typed.length < SHORTEST_WITH_TYPOS || literal.has(typed) || [...literal.keys()].some(isName)) return literal;
      for (const swapped of withTwoLettersSwapped(typed)) {
        for (const word of wordsBeginning(sortedOthers, swapped)) {
          if (!literal.has(word)) literal.set(word, (SWAPPED * swapped.length) / word.length);
        }
      }
      const similar = inNames(typed);
      for (const [word, fit] of similar.size > 0 || literal.size > 0 ? similar : inTexts(typed)) {
        if (!literal.has(word)) literal.set(word, fit);
      }
      return literal;
    },
    visitDocuments(word, visit) {
      const found = places.get(word) ?? [];
      for (let at = 0; at < found.length; at += 2) visit(found[at] ?? 0, found[at + 1] ?? 0);
    },
  };
}

/**
 * Fuzzy search over words: near their beginning, so that a word may still be incomplete, but not a piece of another.
 * A word much shorter than the typed one is not looked at; one index for each typed length, made when first needed.
 */
function fuzzy(words: readonly string[]): (typed: string) => Map<string, number> {
  const byLength = new Map<number, Fuse<string> | undefined>();
  const indexFor = (length: number): Fuse<string> | undefined => {
    if (byLength.has(length)) return byLength.get(length);
    const longEnough = words.filter((word) => word.length >= length - 2);
    // Fuse takes an empty list for one of objects, whose part the bundle leaves out.
    const fuse = longEnough.length === 0 ? undefined : new Fuse(longEnough, {
      includeScore: true, threshold: Math.min(MOST_DIFFERENT, MOST_TYPOS / length), location: 0, distance: 20, ignoreFieldNorm: true, shouldSort: false,
    });
    byLength.set(length, fuse);
    return fuse;
  };
  return (typed) => {
    const length = Math.min(typed.length, LONGEST_WITH_TYPOS);
    const found = indexFor(length)?.search(typed.slice(0, length)) ?? [];
    return new Map(found.map(({ item, score = 0 }) => [item, 0.8 * (1 - score) * lengthFit(typed, item)]));
  };
}

function singularOf(word: string): string | undefined {
  if (word.length <= SHORTEST_WITH_TYPOS || !word.endsWith('s') || word.endsWith('ss')) return undefined;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function withTwoLettersSwapped(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, index) =>
    `${word.slice(0, index)}${word.charAt(index + 1)}${word.charAt(index)}${word.slice(index + 2)}`,
  );
}

/** Of two words with the same typos, the one of the same length is the likelier. */
function lengthFit(typed: string, word: string): number {
  return 1 - Math.min(0.3, (0.3 * Math.abs(word.length - typed.length)) / Math.max(word.length, typed.length));
}

/** Binary search: the run of sorted words that begin with a text. */
function wordsBeginning(sorted: readonly string[], beginning: string): readonly string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.startsWith(beginning)) end += 1;
  return sorted.slice(low, end);
}
