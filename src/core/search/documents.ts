/** What is searched in an entry, a path or a calculator: texts by field, each cut into words once. */
import type { CalculatorOverview, Entry, GlossaryTerm, LearningPath, PlaybookEntry } from '../library/model';
import { normaliseName } from '../library/names';

export type SearchField = 'title' | 'alias' | 'id' | 'term' | 'tag' | 'problem' | 'summary' | 'text' | 'symptom';

/** How much a word counts by where it stands. The order is also the order in which matches are listed. */
export const FIELD_WEIGHTS: Readonly<Record<SearchField, number>> = {
  title: 1, alias: 0.9, id: 0.8, term: 0.7, tag: 0.6, problem: 0.45, summary: 0.4, text: 0.2,
  symptom: 0.9, // as an alias: it is what people type
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
  /** The words without their places, which is all that the index needs. */
  readonly tokens: readonly string[];
  readonly words: readonly Word[];
  /** The whole as one name: "Circuit Breaker" and "circuit-breaker" are the same. Empty for running text. */
  readonly name: string;
}

/** @param terms the terms of the glossary that lead to the entry */
export const fieldsOfEntry = (entry: Entry, terms: readonly GlossaryTerm[] = []): readonly FieldText[] => [
  named('title', entry.title),
  ...entry.aliases.map((alias) => named('alias', alias)),
  named('id', entry.id),
  ...entry.tags.map((tag) => running('tag', tag)),
  ...(entry.kind === 'pattern' ? [running('problem', entry.problem)] : []),
  running('summary', entry.summary),
  ...terms.flatMap(({ term, aliases }) => [term, ...aliases].map((name) => named('term', name))),
  listed('text', entry.terms),
];

/** As any entry, and what the person on call would type: the symptoms. */
export const fieldsOfPlaybook = (playbook: PlaybookEntry): readonly FieldText[] => [
  ...playbook.symptoms.map((symptom) => named('symptom', symptom)),
  ...fieldsOfEntry(playbook),
];

export const fieldsOfPath = (path: LearningPath): readonly FieldText[] => [
  named('title', path.title),
  named('id', path.id),
  running('tag', path.level),
  running('summary', path.summary),
];

/** Keywords are what people call it, as aliases of an entry are. */
export const fieldsOfCalculator = (calculator: CalculatorOverview): readonly FieldText[] => [
  named('title', calculator.title),
  ...calculator.keywords.map((keyword) => named('alias', keyword)),
  named('id', calculator.id),
  running('summary', calculator.summary),
];

const named = (field: SearchField, value: string): FieldText => ({ ...running(field, value), name: foldWord(normaliseName(value)) });

function running(field: SearchField, value: string): FieldText {
  const words = wordsOf(value);
  return { field, value, words, tokens: words.map(({ word }) => word), name: '' };
}

/** A list of words, as the compiler makes it: there are many, and few of them are ever found, so their places wait. */
function listed(field: SearchField, value: string): FieldText {
  return { field, value, tokens: value === '' ? [] : foldWord(value).split(' '), get words() { return wordsOf(value); }, name: '' };
}

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
  // Most words are plain, and normalising is what costs.
  if (/^[a-z0-9 ]*$/.test(word)) return word;
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
