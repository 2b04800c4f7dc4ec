/**
 * What a calculator is: parts, each with fields that a person fills in and a pure function from their values to results
 * or to a refusal. Words, formulas and sources are content (`content/calculators/<id>.yml`), held to the ids here by the
 * content check. All numbers are in base units (`units.ts`).
 */
import type { Dimension, UnitId } from './units';

/** A field that counts only while a choice of the same part has one of these options; else its value is its default. */
interface Conditional { readonly when?: Readonly<Record<string, readonly string[]>> }

export interface NumberField extends Conditional {
  readonly kind: 'number';
  readonly dimension: Dimension;
  /** Of a number that is typed without one, and of the default as it is shown. */
  readonly unit: UnitId;
  /** In base units, as all bounds; with null the field may stay empty, and is empty at first. */
  readonly default: number | null;
  /** May stay empty: its value is then null. */
  readonly optional: boolean;
  readonly least?: number;
  readonly most?: number;
  /** Exclusive bounds. */
  readonly above?: number;
  readonly below?: number;
  readonly whole?: boolean;
  /** A shorter name for links, such as `n`. */
  readonly short?: string;
}
export interface ChoiceField<Option extends string = string> extends Conditional {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly default: Option;
}
export interface FlagField extends Conditional { readonly kind: 'flag'; readonly default: boolean }
/** A name that a person gives, in a row of a table. */
export interface TextField extends Conditional { readonly kind: 'text'; readonly default: string }
export type Column = NumberField | ChoiceField | TextField | FlagField;
/** Rows that a person adds, removes, or pastes as columns of text. */
export interface TableField<Columns extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> extends Conditional {
  readonly kind: 'table';
  readonly columns: Columns;
  readonly default: readonly RowOf<Columns>[];
  readonly leastRows: number;
  /** A file in `media/` that shows what can be loaded, and calls itself an example. */
  readonly exampleFile?: string;
  readonly mostRows: number;
}
/** Components in series, in parallel or k of n; only the availability calculator has one. */
export interface TreeField extends Conditional { readonly kind: 'tree'; readonly default: Composition }
/** A block of a composition. A group's `required` is how many of its members must work; all, when it is "series". */
export type Composition =
  | { readonly type: 'component'; readonly name: string; readonly availability: number }
  | { readonly type: 'series'; readonly name: string; readonly members: readonly Composition[] }
  /** `beta` is the share of each member's failures that has a common cause and takes all members down at once. */
  | { readonly type: 'redundant'; readonly name: string; readonly required: number; readonly beta: number; readonly members: readonly Composition[] }
  /** `count` copies of one block, of which `required` must work. */
  | { readonly type: 'copies'; readonly name: string; readonly count: number; readonly required: number; readonly beta: number; readonly member: Composition };

export type Field = Column | TableField | TreeField;
export type Fields = Readonly<Record<string, Field>>;

export type RowOf<Columns extends Readonly<Record<string, Column>>> = { readonly [Name in keyof Columns]: ValueOf<Columns[Name]> };
export type ValueOf<F extends Field> =
  F extends NumberField ? (F['optional'] extends true ? number | null : number)
  : F extends ChoiceField<infer Option> ? Option
  : F extends FlagField ? boolean
  : F extends TextField ? string
  : F extends TableField<infer Columns> ? readonly RowOf<Columns>[]
  : F extends TreeField ? Composition
  : never;
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** Numbers to put into a sentence or a formula: base units with their dimension, or a word that was typed. */
export type Terms = Readonly<Record<string, number | string>>;

/** Why there is no result. Its sentence is in the content, with `{names}` for its terms and the fields. */
export interface Refusal {
  readonly refused: string;
  /** The field that a person would change. */
  readonly field?: string;
  readonly terms?: Terms;
}
/** Something worth saying beside the results: a verdict, a warning. */
export interface Note { readonly id: string; readonly terms?: Terms }

/** A curve, or points such as measurements. NaN and infinities are not allowed; leave such points out. */
export interface Series { readonly id: string; readonly points: readonly (readonly [x: number, y: number])[] }
/** A stacked bar: one row for each label, with segments in order. */
export interface Bar { readonly label: string; readonly segments: readonly { readonly id: string; readonly label?: string; readonly value: number }[] }
export type PlotData =
  | { readonly series: readonly Series[]; /** Vertical lines, such as "you are here". */ readonly marks?: readonly { readonly id: string; readonly x: number }[] }
  | { readonly bars: readonly Bar[]; /** A line across all bars, such as a budget. */ readonly limit?: number };
export interface PlotShape {
  readonly kind: 'line' | 'bars';
  /** Of the horizontal axis of a line plot. */
  readonly x?: Dimension;
  readonly y: Dimension;
  readonly logX?: boolean;
  readonly logY?: boolean;
  /** Ids of its series or kinds of segments, each with a word in the content. */
  readonly series: readonly string[];
  /** Those of them that are drawn as points, not as a line. */
  readonly points?: readonly string[];
  /** Those of the segments that are no work, such as waiting or what is left: drawn as an empty frame. */
  readonly faint?: readonly string[];
  readonly marks?: readonly string[];
}
/** A table among the results. Cells are numbers in base units, or words of the person. */
export type Cell = number | string | null;

export interface Findings<P extends PartShape = PartShape> {
  /** A result that does not apply to the values may be left out. */
  readonly results: { readonly [Id in keyof P['results']]?: number };
  /** Further numbers that formulas and notes mention. */
  readonly terms?: { readonly [Id in keyof NonNullable<P['terms']>]?: number };
  readonly notes?: readonly Note[];
  readonly tables?: { readonly [Id in keyof NonNullable<P['tables']>]?: readonly (readonly Cell[])[] };
  readonly plots?: { readonly [Id in keyof NonNullable<P['plots']>]?: PlotData };
}
export type Outcome<P extends PartShape = PartShape> = Findings<P> | Refusal;

export interface PartShape {
  readonly id: string;
  readonly fields: Fields;
  /** Ids of results in the order in which they are shown. */
  readonly results: Readonly<Record<string, Dimension>>;
  readonly terms?: Readonly<Record<string, Dimension>>;
  readonly notes?: readonly string[];
  readonly refusals?: readonly string[];
  readonly tables?: Readonly<Record<string, { readonly columns: Readonly<Record<string, Dimension | 'text'>> }>>;
  readonly plots?: Readonly<Record<string, PlotShape>>;
}
/** A part of a calculator, as the page and the tests run it. */
export interface Part extends PartShape {
  /** Pure. Gets values that are within the bounds of their fields. */
  readonly calculate?: (values: never) => Outcome;
  /**
   * A calculation that takes long: yields how much of it is done (0 to 1) at least every 20 ms or so, and returns the
   * outcome. The same values give the same outcome; its seed is a field. A part has either this or `calculate`.
   */
  readonly simulate?: (values: never) => Generator<number, Outcome, void>;
}

export interface Calculator { readonly id: CalculatorId; readonly parts: readonly Part[] }

export const CALCULATOR_IDS = [
  'availability', 'capacity', 'latency', 'cost', 'quorum', 'retry', 'cache', 'sharding', 'rate-limiting', 'estimation',
] as const;
export type CalculatorId = (typeof CALCULATOR_IDS)[number];

/** A part that is calculated at once, typed by its own fields, results and ids. `calculate` must be pure. */
export function definePart<const P extends PartShape>(shape: P, calculate: (values: ValuesOf<P['fields']>) => Outcome<P>): P & Part {
  return { ...shape, calculate };
}

/** A part that takes long; see `Part.simulate`. */
export function defineSimulation<const P extends PartShape>(
  shape: P,
  simulate: (values: ValuesOf<P['fields']>) => Generator<number, Outcome<P>, void>,
): P & Part {
  return { ...shape, simulate };
}

export const refuse = (refused: string, field?: string, terms?: Terms): Refusal => ({ refused, ...(field !== undefined && { field }), ...(terms && { terms }) });
export const isRefusal = (outcome: Outcome): outcome is Refusal => 'refused' in outcome;
