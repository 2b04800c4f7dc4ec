/** Runs a part on what was typed: values, then an outcome in which every number is finite. */
import { isRefusal, type Findings, type Outcome, type Part, type PlotData, type Refusal } from './definition';
import { readValue, typedDefault, type TypedValues, type ValueProblem } from './values';

export interface FieldProblem extends ValueProblem { readonly field: string }
export type ReadValues = { readonly values: Readonly<Record<string, unknown>> } | { readonly problems: readonly FieldProblem[] };

/** The values of a part's fields, or all problems. A field that nobody typed into has its default. */
export function readValues(part: Part, typed: TypedValues): ReadValues {
  const problems: FieldProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [id, field] of Object.entries(part.fields)) {
    // What does not count cannot be wrong either.
    const read = readValue(field, applies(part, id, typed) ? typed[id] ?? typedDefault(field) : typedDefault(field));
    if ('value' in read) values[id] = read.value;
    else problems.push(...read.problems.map((problem) => ({ ...problem, field: id })));
  }
  return problems.length > 0 ? { problems } : { values };
}

/** Whether a field counts with the choices that are made. @param typed as typed, or as values: a choice is the same in both */
export function applies(part: Part, id: string, typed: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(part.fields[id]?.when ?? {}).every(([choice, options]) => {
    const field = part.fields[choice];
    const made = typed[choice] ?? (field && typedDefault(field));
    return typeof made === 'string' && options.includes(made) && applies(part, choice, typed);
  });
}

/** The refusal of numbers that no double can hold, which every part shares. */
export const NOT_REPRESENTABLE = 'notRepresentable';

/** The outcome of a part that calculates at once. @param values from `readValues` of the same part */
export function calculatePart(part: Part, values: Readonly<Record<string, unknown>>): Outcome {
  if (part.calculate === undefined) throw new TypeError(`"${part.id}" is simulated; use simulatePart.`);
  return finite(part.calculate(values as never));
}

/** The same of a part that takes long; yields how much is done, from 0 to 1. */
export function* simulatePart(part: Part, values: Readonly<Record<string, unknown>>): Generator<number, Outcome, void> {
  if (part.simulate === undefined) throw new TypeError(`"${part.id}" is calculated at once; use calculatePart.`);
  return finite(yield* part.simulate(values as never));
}

/** Larger ones overflow when they are shown in a smaller unit. */
const LARGEST = 1e300;

/** No NaN and no infinity leaves: what overflows is refused as a whole, since its other numbers rest on the same values. */
function finite(outcome: Outcome): Outcome {
  if (isRefusal(outcome)) return outcome;
  const refusal: Refusal = { refused: NOT_REPRESENTABLE };
  return numbersOf(outcome).every((value) => Math.abs(value) <= LARGEST) ? outcome : refusal;
}

function numbersOf({ results, terms, notes, tables, plots }: Findings): readonly number[] {
  const named: readonly unknown[] = [
    ...Object.values(results),
    ...Object.values(terms ?? {}),
    ...(notes ?? []).flatMap((note) => Object.values(note.terms ?? {})),
    ...Object.values(tables ?? {}).flatMap((rows) => (rows ?? []).flat()),
    ...Object.values(plots ?? {}).flatMap((plot) => (plot === undefined ? [] : numbersOfPlot(plot))),
  ];
  return named.filter((value) => typeof value === 'number');
}

function numbersOfPlot(plot: PlotData): readonly number[] {
  if ('bars' in plot) return [...plot.bars.flatMap(({ segments }) => segments.map(({ value }) => value)), ...(plot.limit === undefined ? [] : [plot.limit])];
  return [...plot.series.flatMap(({ points }) => points.flat()), ...(plot.marks ?? []).map(({ x }) => x)];
}
