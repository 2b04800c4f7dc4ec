/** Patterns side by side: the same facts of each, and where they differ. */
import type { Library, PatternEntry, RelationName } from '../library/model';

/** The rows of a comparison, in the order in which they are read. */
export const COMPARED = [
  'problem', 'useWhen', 'avoidWhen', 'adoptWhen', 'gains', 'costs', 'effort', 'difficulty', 'tier', 'laws', 'pillars', 'requires', 'complements',
] as const;
export type ComparedRow = (typeof COMPARED)[number];

export interface ComparisonRow {
  readonly row: ComparedRow;
  /** For each pattern its lines; closed lists by their value (`gold`), entries by their id. `own`: no other pattern has the line. */
  readonly cells: readonly (readonly { readonly value: string; readonly own: boolean }[])[];
  /** Whether any line is not in every cell. */
  readonly differs: boolean;
}

/** How two of the patterns stand to each other, as the library says. */
export interface ComparisonRelation {
  readonly from: PatternEntry;
  readonly relation: RelationName;
  readonly to: PatternEntry;
  readonly because: string;
}

export interface Comparison {
  readonly patterns: readonly PatternEntry[];
  readonly rows: readonly ComparisonRow[];
  /** Each pair and relation once, from the side of the earlier pattern. */
  readonly relations: readonly ComparisonRelation[];
}

/** The fewest and the most patterns that fit side by side. */
export const FEWEST_TO_COMPARE = 2;
export const MOST_TO_COMPARE = 4;

/** @param patterns two to four, in the order of the columns */
export function comparePatterns(library: Library, patterns: readonly PatternEntry[]): Comparison {
  return {
    patterns,
    rows: COMPARED.map((row) => compareRow(row, patterns)).filter(({ cells }) => cells.some((cell) => cell.length > 0)),
    relations: patterns.flatMap((from, index) =>
      library.related(from.id).flatMap(({ entry, relation, because = '' }): ComparisonRelation[] => {
        const to = patterns.slice(index + 1).find(({ id }) => id === entry.id);
        return to ? [{ from, relation, to, because }] : [];
      })),
  };
}

function compareRow(row: ComparedRow, patterns: readonly PatternEntry[]): ComparisonRow {
  const lines = patterns.map((entry) => linesOf(entry, row));
  const count = (value: string): number => lines.filter((cell) => cell.includes(value)).length;
  return {
    row,
    cells: lines.map((cell) => cell.map((value) => ({ value, own: count(value) === 1 }))),
    differs: lines.some((cell) => cell.some((value) => count(value) < patterns.length)) || new Set(lines.map(({ length }) => length)).size > 1,
  };
}

function linesOf(entry: PatternEntry, row: ComparedRow): readonly string[] {
  switch (row) {
    case 'requires':
    case 'complements':
      return entry.related[row].map(({ id }) => id);
    case 'useWhen':
    case 'avoidWhen':
    case 'gains':
    case 'costs':
    case 'laws':
    case 'pillars':
      return entry[row];
    case 'problem':
    case 'adoptWhen':
    case 'effort':
    case 'difficulty':
    case 'tier':
      return [entry[row]];
  }
}
