/** Search over the library: fuzzy, but exact names first. */
import type { Entry, LearningPath, Library } from '../library/model';
import type { Kind } from '../library/vocabulary';

export type SearchField = 'title' | 'alias' | 'id' | 'tag' | 'summary' | 'problem';

/** Where a query was found. */
export interface FieldMatch {
  readonly field: SearchField;
  /** The text of the field; of an alias or tag, that one. */
  readonly value: string;
  /** What matched: `[start, end)` in UTF-16 code units of `value`, by position, none overlapping. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export interface SearchHit {
  readonly entry: Entry;
  /** 0 to 1; 1 is an exact name. Comparable within one query only. */
  readonly score: number;
  /** Best field first; empty for an empty query. */
  readonly matches: readonly FieldMatch[];
}

export interface PathHit {
  readonly path: LearningPath;
  readonly score: number;
  readonly matches: readonly FieldMatch[];
}

export interface SearchOptions {
  /** The most hits to return; all unless told. */
  readonly limit?: number;
  /** Only entries of these kinds. */
  readonly kinds?: readonly Kind[];
}

export interface Search {
  /**
   * Entries that match, best first. An empty query gives everything in the library's order, with score 0:
   * a quick pick that has just opened shows what there is.
   */
  query(text: string, options?: SearchOptions): readonly SearchHit[];
  /** Learning paths that match, by the same rules. */
  queryPaths(text: string, options?: Pick<SearchOptions, 'limit'>): readonly PathHit[];
}

/** Indexes the library; do it once. */
export function createSearch(library: Library): Search {
  throw new Error('not built yet');
}
