/** What the tests of calculators share: defaults, findings, and any allowed values. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Column, Field, Findings, Outcome, Part, PartShape, PlotData, ValuesOf } from '../../../../src/core/calculators/definition';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { calculatePart } from '../../../../src/core/calculators/run';

/** Within an absolute distance. */
export function near(actual: number, expected: number, within: number): void {
  assert(Math.abs(actual - expected) <= within, `${String(actual)} is not within ${String(within)} of ${String(expected)}`);
}
/** Within a share of the expected value. */
export const close = (actual: number, expected: number, share: number): void => near(actual, expected, Math.abs(expected) * share);

/** The ids that a part names, without the index signatures of `Part`. */
type Named<T> = { readonly [Key in keyof T as string extends Key ? never : Key]: T[Key] };
export type Values<P extends PartShape> = ValuesOf<Named<P['fields']>>;
/** Findings in which every result that the part names is a number; tests read what is there. */
export interface Found<P extends PartShape> {
  readonly results: { readonly [Id in keyof Named<P['results']>]: number };
  readonly all: Findings;
}

export const defaultsOf = <P extends PartShape>(part: P): Values<P> =>
  Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, field.default])) as Values<P>;

/** What a part finds with its defaults where no other values are given. */
export function find<P extends Part>(part: P, values: Partial<Values<P>> = {}): Found<P> {
  const outcome = calculatePart(part, { ...defaultsOf(part), ...values });
  assert(!isRefusal(outcome), `refused: ${JSON.stringify(outcome)}`);
  return { results: outcome.results as Found<P>['results'], all: outcome };
}

/** The rows of a table that must be there. */
export function rowsOf({ all }: { readonly all: Findings }, id: string): readonly (readonly (string | number | null)[])[] {
  const rows = all.tables?.[id];
  assert(rows, id);
  return rows;
}
export const plotOf = ({ all }: { readonly all: Findings }, id: string): PlotData => {
  const plot = all.plots?.[id];
  assert(plot, id);
  return plot;
};
export const noteIds = ({ all }: { readonly all: Findings }): readonly string[] => (all.notes ?? []).map(({ id }) => id);

function anyNumber({ least, most, above, below, whole }: Extract<Column, { kind: 'number' }>): fc.Arbitrary<number> {
  const [min, max] = [least ?? above ?? 0, most ?? below ?? Number.MAX_VALUE];
  if (whole === true) return fc.integer({ min, max: Math.min(max, Number.MAX_SAFE_INTEGER) });
  const open = { minExcluded: above !== undefined, maxExcluded: below !== undefined };
  // Half of them spread over the magnitudes, as people's numbers are.
  const from = Math.log(Math.max(min, max * 1e-15));
  const spread = fc.double({ min: from, max: Math.log(max), noNaN: true }).map((log) => Math.min(max, Math.max(min, Math.exp(log))));
  return fc.oneof(fc.double({ min, max, noNaN: true, ...open }), spread, fc.constantFrom(...[least, most].filter((bound) => bound !== undefined)));
}

function anyCell(column: Column): fc.Arbitrary<unknown> {
  switch (column.kind) {
    case 'number': return anyNumber(column);
    case 'choice': return fc.constantFrom(...column.options);
    case 'flag': return fc.boolean();
    case 'text': return fc.string({ maxLength: 12 });
  }
}

function anyValue(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'tree') throw new TypeError('no tree here');
  if (field.kind !== 'table') return anyCell(field);
  const row = fc.record(Object.fromEntries(Object.entries(field.columns).map(([id, column]) => [id, anyCell(column)])));
  return fc.array(row, { minLength: field.leastRows, maxLength: field.mostRows });
}

/** Whatever its fields allow: a refusal that it declares, or findings in which every number is finite. */
export function forEachAllowed<P extends Part>(part: P, check: (outcome: Outcome, values: Values<P>) => void = () => undefined): void {
  const values = fc.record(Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, anyValue(field)])));
  fc.assert(fc.property(values, (allowed) => {
    const outcome = calculatePart(part, allowed);
    if (isRefusal(outcome)) assert((part.refusals ?? []).includes(outcome.refused), outcome.refused);
    check(outcome, allowed as Values<P>);
  }), { numRuns: 300 });
}
