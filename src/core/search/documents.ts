/** What is searched in an entry or a path: texts by field, each cut into words once. */
import type { Entry, LearningPath } from '../library/model';
import { normaliseName } from '../library/names';

export type SearchField = 'title' | 'alias' | 'id' | 'tag' | 'problem' | 'summary';

/** How much a word counts by where it stands. The order is also the order in which matches are listed. */
export const FIELD_WEIGHTS: Readonly<Record<SearchField, number>> = {
  title: 1, alias: 0.9, id: 0.8, tag: 0.6, problem: 0.45, summary: 0.4,
};

export interface Word {
  /** Folded; see `foldWord`. */
  readonly word: string;
  /** Offsets in the text that it comes from, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export interface FieldText {
  readonly field: SearchField;
  readonly value: string;
  readonly words: readonly Word[];
  /** The whole as one name: "Circuit Breaker" and "circuit-breaker" are the same. Empty for running text. */
  readonly name: string;
}

export const fieldsOfEntry = (entry: Entry): readonly FieldText[] => [
  named('title', entry.title),
  ...entry.aliases.map((alias) => named('alias', alias)),
  named('id', entry.id),
  ...entry.tags.map((tag) => running('tag', tag)),
  ...(entry.kind === 'pattern' ? [running('problem', entry.problem)] : []),
  running('summary', entry.summary),
];

export const fieldsOfPath = (path: LearningPath): readonly FieldText[] => [
  named('title', path.title),
  named('id', path.id),
  running('tag', path.level),
  running('summary', path.summary),
];

const named = (field: SearchField, value: string): FieldText => ({ field, value, words: wordsOf(value), name: foldWord(normaliseName(value)) });
const running = (field: SearchField, value: string): FieldText => ({ field, value, words: wordsOf(value), name: '' });

/** The words of a text: runs of letters and digits of any script. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((found) => ({
    word: foldWord(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Lower case without accents, so that "naïve" is found as "naive". */
export function foldWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
