/**
 * What a part shows, as texts: the page paints it and the Markdown says it, so both say the same. The words come from
 * the content, the sentences about single fields from the caller, who translates them.
 */
import type { CalculatorWords, FieldWords, PartWords } from '../library/calculatorSchema';
import { isRefusal, type Cell, type Findings, type Note, type Outcome, type Part, type PlotData, type PlotShape, type Refusal } from './definition';
import { fillIn } from './formula';
import { formatGiven, formatQuantity } from './format';
import { applies, NOT_REPRESENTABLE, type FieldProblem } from './run';
import type { Dimension } from './units';

export interface FormulaView {
  /** With symbols: "MTBF / (MTBF + MTTR)". */
  readonly symbols: string;
  /** With numbers: "30 d / (30 d + 1 h)". */
  readonly numbers: string;
}
export interface ResultView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly help?: string;
  readonly formula?: FormulaView;
  readonly method?: string;
  /** Numbers of references, from 1, as the page lists them. */
  readonly sources: readonly number[];
}
export interface TableView { readonly id: string; readonly title: string; readonly header: readonly string[]; readonly numeric: readonly boolean[]; readonly rows: readonly (readonly string[])[] }
export interface PlotView {
  readonly id: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly reading: string;
  readonly series: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, string>>;
  readonly shape: PlotShape;
  readonly data: PlotData;
}
export type PartView =
  | { readonly state: 'results'; readonly results: readonly ResultView[]; readonly notes: readonly string[]; readonly tables: readonly TableView[]; readonly plots: readonly PlotView[] }
  /** `field` is the one that a person would change. */
  | { readonly state: 'refused'; readonly text: string; readonly field?: string };

/** Sentences that every calculator shares, translated by the caller. */
export interface ViewLabels {
  /** For `notRepresentable`. */
  readonly notRepresentable: string;
  /** What an empty optional field is in a formula. */
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
}

type Values = Readonly<Record<string, unknown>>;

/** The outcome of a part in words. @param values those that the outcome was calculated from */
export function viewOf(part: Part, words: CalculatorWords, values: Values, outcome: Outcome, labels: ViewLabels): PartView {
  const own = words.parts[part.id];
  if (own === undefined) throw new RangeError(`The part "${part.id}" has no words.`);
  if (isRefusal(outcome)) return refusalView(part, own, values, outcome, labels);
  const textOf = textsOf(part, own, values, outcome, labels);
  return {
    state: 'results',
    results: Object.entries(part.results).flatMap(([id, dimension]) => resultView(part, words, id, dimension, outcome, textOf)),
    notes: (outcome.notes ?? []).map((note) => sentence(own.notes?.[note.id] ?? note.id, note, part, textOf)),
    tables: Object.entries(part.tables ?? {}).flatMap(([id, { columns }]) => tableView(own, id, columns, outcome.tables?.[id])),
    plots: Object.entries(part.plots ?? {}).flatMap(([id, shape]) => plotView(own, id, shape, outcome.plots?.[id])),
  };
}

function refusalView(part: Part, words: PartWords, values: Values, refusal: Refusal, labels: ViewLabels): PartView {
  const template = refusal.refused === NOT_REPRESENTABLE ? labels.notRepresentable : words.refusals?.[refusal.refused] ?? refusal.refused;
  const text = sentence(template, { id: refusal.refused, ...(refusal.terms && { terms: refusal.terms }) }, part, textsOf(part, words, values, undefined, labels));
  return { state: 'refused', text, ...(refusal.field !== undefined && { field: refusal.field }) };
}

function resultView(part: Part, words: CalculatorWords, id: string, dimension: Dimension, outcome: Findings, textOf: (name: string) => string | undefined): readonly ResultView[] {
  const value = outcome.results[id];
  const own = words.parts[part.id]?.results[id];
  if (value === undefined || own === undefined) return [];
  const { label, formula, method, help, per, sources } = own;
  return [{
    id,
    label,
    text: withPer(formatQuantity(value, dimension), per),
    ...(help !== undefined && { help }),
    ...(formula !== undefined && { formula: { symbols: fillIn(formula, (name) => symbolOf(part, words, name)), numbers: fillIn(formula, textOf) } }),
    ...(method !== undefined && { method: fillIn(method, textOf) }),
    sources: sources.map((source) => words.references.findIndex((reference) => reference.id === source) + 1),
  }];
}

const withPer = (text: string, per: string | undefined): string => (per === undefined ? text : `${text} ${per}`);

/** How a name stands in a formula: by its symbol, or by its label in the case of running text. */
function symbolOf(part: Part, words: CalculatorWords, name: string): string {
  const own = words.parts[part.id];
  const named = own?.fields[name] ?? own?.results[name] ?? own?.terms?.[name];
  return named?.symbol ?? named?.label.toLowerCase() ?? name;
}

/** Texts for the names of fields, results and terms. */
function textsOf(part: Part, words: PartWords, values: Values, outcome: Findings | undefined, labels: ViewLabels): (name: string) => string | undefined {
  return (name) => {
    const found = outcome?.results[name] ?? outcome?.terms?.[name];
    if (found !== undefined) return formatQuantity(found, part.results[name] ?? part.terms?.[name] ?? 'number');
    return name in part.fields ? valueText(part, words.fields[name], name, values[name], labels) : undefined;
  };
}

function valueText(part: Part, words: FieldWords | undefined, name: string, value: unknown, labels: ViewLabels): string | undefined {
  const field = part.fields[name];
  if (value === null) return labels.empty;
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  if (field?.kind === 'number' && typeof value === 'number') return formatQuantity(value, field.dimension);
  return typeof value === 'string' ? words?.options?.[value] ?? value : undefined;
}

/** A note or refusal with its own terms, which come before those of the part. */
function sentence(template: string, { terms }: Note, part: Part, textOf: (name: string) => string | undefined): string {
  return fillIn(template, (name) => {
    const term = terms?.[name];
    return typeof term === 'string' ? term : term === undefined ? textOf(name) : formatQuantity(term, dimensionOf(part, name));
  });
}

function dimensionOf(part: Part, name: string): Dimension {
  const field = part.fields[name];
  return part.terms?.[name] ?? part.results[name] ?? (field?.kind === 'number' ? field.dimension : 'number');
}

function tableView(words: PartWords, id: string, columns: Readonly<Record<string, Dimension | 'text'>>, rows: readonly (readonly Cell[])[] | undefined): readonly TableView[] {
  const own = words.tables?.[id];
  if (rows === undefined || own === undefined) return [];
  const dimensions = Object.values(columns);
  const text = (cell: Cell, dimension: Dimension | 'text' | undefined): string =>
    cell === null ? '' : typeof cell === 'string' ? cell : formatQuantity(cell, dimension === 'text' || dimension === undefined ? 'number' : dimension);
  return [{
    id,
    title: own.title,
    header: Object.keys(columns).map((column) => own.columns[column] ?? column),
    numeric: dimensions.map((dimension) => dimension !== 'text'),
    rows: rows.map((row) => row.map((cell, index) => text(cell, dimensions[index]))),
  }];
}

function plotView(words: PartWords, id: string, shape: PlotShape, data: PlotData | undefined): readonly PlotView[] {
  const own = words.plots?.[id];
  if (data === undefined || own === undefined) return [];
  return [{ id, title: own.title, x: own.x ?? '', y: own.y, reading: own.reading, series: own.series, marks: own.marks ?? {}, shape, data }];
}

/** What a person gave, as label and text, in the order of the fields; tables and trees are left to the caller. */
export function inputsOf(part: Part, words: PartWords, values: Values, labels: ViewLabels): readonly { readonly id: string; readonly label: string; readonly text: string }[] {
  return Object.keys(part.fields).filter((id) => applies(part, id, values)).flatMap((id) => {
    const own = words.fields[id];
    const [field, value] = [part.fields[id], values[id]];
    const text = field?.kind === 'number' && typeof value === 'number' ? formatGiven(value, field.dimension, field.unit) : valueText(part, own, id, value, labels);
    return own === undefined || text === undefined ? [] : [{ id, label: own.label, text: withPer(text, own.per) }];
  });
}

/** Sentences about what is wrong with a field, by problem code; `{bound}` is put in. Translated by the caller. */
export type ProblemLabels = Readonly<Record<string, string>>;

/** What is wrong, in a sentence, with the reason for the bound where the content gives one. */
export function problemText(problem: FieldProblem, words: FieldWords | undefined, labels: ProblemLabels): string {
  const own = problem.column === undefined ? words : words?.columns?.[problem.column];
  // Options by the words that the page shows for them.
  const bound = problem.code === 'noOption' ? problem.bound?.split(', ').map((option) => own?.options?.[option] ?? option).join(', ') : problem.bound;
  const text = (labels[problem.code] ?? problem.code).replace('{bound}', () => bound ?? '');
  const isBound = ['tooSmall', 'tooLarge', 'notAbove', 'notBelow', 'notWhole', 'tooManyRows', 'tooFewRows'].includes(problem.code);
  return isBound && own?.range !== undefined ? `${text} ${own.range}` : text;
}
