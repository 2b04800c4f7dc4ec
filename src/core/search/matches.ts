/** Where a document matches, so that a list can show it. */
import { FIELD_WEIGHTS, foldWord, type FieldText, type SearchField } from './documents';
import type { Fits } from './vocabulary';

/** Where a query was found. */
export interface FieldMatch {
  readonly field: SearchField;
  /** The text of the field; of an alias or tag, that one. */
  readonly value: string;
  /** What matched: `[start, end)` in UTF-16 code units of `value`, by position, none overlapping or touching. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** A word of the query, folded, with the words of the library that it may mean. */
export interface TypedWord {
  readonly word: string;
  readonly fits: Fits;
}

type Range = readonly [start: number, end: number];

/**
 * The matches of a document, best field first.
 * @param name the whole query as one name, folded and without separators
 */
export function matchesOf(fields: readonly FieldText[], name: string, typed: readonly TypedWord[]): readonly FieldMatch[] {
  return fields
    .map((text): FieldMatch => ({ field: text.field, value: text.value, ranges: rangesIn(text, name, typed) }))
    .filter(({ ranges }) => ranges.length > 0)
    .sort((a, b) => FIELD_WEIGHTS[b.field] - FIELD_WEIGHTS[a.field]);
}

function rangesIn({ value, words, name: own }: FieldText, name: string, typed: readonly TypedWord[]): readonly Range[] {
  if (own !== '' && name !== '' && own.startsWith(name)) return [[0, own === name ? value.length : lengthOfName(value, name.length)]];
  const ranges = words.flatMap(({ word, start, end }): readonly Range[] => {
    const found = typed.filter(({ fits }) => fits.has(word));
    // What is typed of a word so far is shown as far as it goes; a word with a typo is shown whole.
    const isLiteral = (part: string) => word.startsWith(part) && word.length === end - start;
    const lengths = found.map(({ word: part }) => (isLiteral(part) ? part.length : end - start));
    return found.length === 0 ? [] : [[start, start + Math.max(...lengths)]];
  });
  // "circuitbraker": the whole name was typed as one word.
  return ranges.length === 0 && typed.some(({ fits }) => fits.has(own)) ? [[0, value.length]] : ranges;
}

/** How much of a text its first letters take, separators between them included. */
function lengthOfName(value: string, letters: number): number {
  let counted = 0;
  for (let index = 0; index < value.length; index += 1) {
    counted += foldWord(value.charAt(index).replace(/[-_\s]/, '')).length;
    if (counted >= letters) return index + 1;
  }
  return value.length;
}
