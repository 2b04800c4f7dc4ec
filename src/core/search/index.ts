/**
 * Search over the library: exact names first, then beginnings of names, then words in any order, typos forgiven.
 * Typos are forgiven word by word: fuse.js looks for a typed word among the few thousand distinct words of the library,
 * not in every text, which keeps a keystroke cheap and a long summary from matching everything a little.
 */
import { compareText } from '../compareText';
import type { CalculatorOverview, Entry, GlossaryTerm, LearningPath, Library } from '../library/model';
import { normaliseName } from '../library/names';
import { KINDS, TIERS, type Kind } from '../library/vocabulary';
import { fieldsOfCalculator, fieldsOfEntry, fieldsOfPath, foldWord, wordsOf, type FieldText } from './documents';
import { matchesOf, type FieldMatch } from './matches';
import { rankByName, rankByWords } from './rank';
import { createVocabulary, type Vocabulary } from './vocabulary';

export type { SearchField } from './documents';
export type { FieldMatch } from './matches';

export interface SearchHit {
  readonly entry: Entry;
  /** 0 to 1; 1 is an exact title. Comparable within one query only; `rank.ts` says how it comes about. */
  readonly score: number;
  /** Best field first; empty for an empty query. */
  readonly matches: readonly FieldMatch[];
}

export interface PathHit {
  readonly path: LearningPath;
  readonly score: number;
  readonly matches: readonly FieldMatch[];
}

export interface CalculatorHit {
  readonly calculator: CalculatorOverview;
  readonly score: number;
  readonly matches: readonly FieldMatch[];
}

export interface SearchOptions {
  /** The most hits to return; all unless told. */
  readonly limit?: number;
  /** Only entries of these kinds; all unless told. */
  readonly kinds?: readonly Kind[];
}

export interface Search {
  /**
   * Entries that match, best first; ties by kind, tier and title. An empty query gives everything in the library's
   * order, with score 0: a quick pick that has just opened shows what there is. A query without a letter or digit
   * finds nothing. Never throws.
   */
  query(text: string, options?: SearchOptions): readonly SearchHit[];
  /** Learning paths that match, by the same rules; ties by the paths' order. */
  queryPaths(text: string, options?: Pick<SearchOptions, 'limit'>): readonly PathHit[];
  /** Calculators that match, by the same rules; ties by their order. */
  queryCalculators(text: string, options?: Pick<SearchOptions, 'limit'>): readonly CalculatorHit[];
  /** Builds the indexes now, for a caller who has time before the first letter is typed. Calling it again costs nothing. */
  prepare(): void;
}

/** The most words of a query that are looked at, and the most letters of it: no name is longer. */
const MOST_WORDS = 12;
const LONGEST_QUERY = 200;
/** Words that say nothing, in a query that has others. */
const FILLERS = new Set('a an and are do does for how i in is it my of on or our that the this to we versus vs what when where which why with'.split(' '));

/** Terms that lead to no entry of their own are found on this page. */
const GLOSSARY = 'glossary';

/** Indexes the library, when first searched; do it once. */
export function createSearch(library: Library): Search {
  const entries = lazy(() => {
    const terms = termsByEntry(library.glossary);
    return createIndex([...library.all()].sort(byKindTierTitle), (entry) => fieldsOfEntry(entry, terms.get(entry.id)));
  });
  const paths = lazy(() => createIndex(library.paths, fieldsOfPath));
  const calculators = lazy(() => createIndex(library.calculators, fieldsOfCalculator));
  return {
    prepare() {
      entries();
      paths();
      calculators();
    },
    query(text, { limit, kinds } = {}) {
      const isWanted = (entry: Entry) => kinds === undefined || kinds.includes(entry.kind);
      if (text.trim() === '') return library.all().filter(isWanted).slice(0, limit).map((entry) => ({ entry, score: 0, matches: [] }));
      return entries()(text, isWanted, limit).map(({ document: entry, score, matches }) => ({
        entry,
        score,
        // Worked out when a list shows it: a short query matches nearly everything, and few of the hits are looked at.
        get matches() { return matches(); },
      }));
    },
    queryPaths(text, { limit } = {}) {
      if (text.trim() === '') return library.paths.slice(0, limit).map((path) => ({ path, score: 0, matches: [] }));
      return paths()(text, () => true, limit).map(({ document: path, score, matches }) => ({ path, score, matches: matches() }));
    },
    queryCalculators(text, { limit } = {}) {
      if (text.trim() === '') return library.calculators.slice(0, limit).map((calculator) => ({ calculator, score: 0, matches: [] }));
      return calculators()(text, () => true, limit).map(({ document: calculator, score, matches }) => ({ calculator, score, matches: matches() }));
    },
  };
}

interface Found<Document> {
  readonly document: Document;
  readonly score: number;
  readonly matches: () => readonly FieldMatch[];
}

/** Searches documents that stand in the order in which ties are to be broken. */
export function createIndex<Document>(documents: readonly Document[], fieldsOf: (document: Document) => readonly FieldText[]) {
  const fields = documents.map(fieldsOf);
  const vocabulary: Vocabulary = createVocabulary(fields);
  return (text: string, isWanted: (document: Document) => boolean, limit?: number): readonly Found<Document>[] => {
    const query = text.slice(0, LONGEST_QUERY);
    const name = foldWord(normaliseName(query)).replace(/[^\p{L}\p{N}]+$/u, '');
    const typed = typedWords(query).map((word) => ({ word, fits: vocabulary.fitting(word) }));
    const scores = rankByWords(vocabulary, typed.map(({ fits }) => fits));
    for (const [index, score] of rankByName(fields, name)) scores.set(index, score);
    return [...scores]
      .flatMap(([index, score]) => {
        const document = documents[index];
        return document !== undefined && isWanted(document) ? [{ index, score, document }] : [];
      })
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, limit)
      .map(({ index, score, document }) => ({ document, score, matches: lazy(() => matchesOf(fields[index] ?? [], name, typed)) }));
  };
}

function termsByEntry(glossary: readonly GlossaryTerm[]): ReadonlyMap<string, readonly GlossaryTerm[]> {
  const terms = new Map<string, GlossaryTerm[]>();
  for (const term of glossary) terms.set(term.entry ?? GLOSSARY, [...(terms.get(term.entry ?? GLOSSARY) ?? []), term]);
  return terms;
}

function typedWords(query: string): readonly string[] {
  const words = [...new Set(wordsOf(query).map(({ word }) => word))];
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
}

function byKindTierTitle(a: Entry, b: Entry): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.kind === 'pattern' && b.kind === 'pattern' ? TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) : 0) ||
    compareText(a.title.toLowerCase(), b.title.toLowerCase()) ||
    compareText(a.id, b.id)
  );
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
