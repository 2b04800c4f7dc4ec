/** Values within the bounds of the fields of a part, their edges often among them; and a check of what a part gives back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal, type Field, type NumberField, type Outcome, type Part } from '../../../../src/core/calculators/definition';

function numberIn(field: NumberField): fc.Arbitrary<number | null> {
  const least = field.least ?? field.above ?? -1e9;
  const most = field.most ?? field.below ?? 1e9;
  const allowed = (value: number): boolean =>
    value >= least && value <= most && (field.above === undefined || value > field.above) && (field.below === undefined || value < field.below);
  if (field.whole) return fc.oneof(fc.integer({ min: least, max: most }), fc.constantFrom(least, most, field.default ?? least));
  const any = fc.double({ min: least, max: most, noNaN: true });
  // Bounds span many powers of ten; most values should not lie at their upper end.
  const spread = fc.double({ min: Math.log(Math.max(least, 1e-9)), max: Math.log(Math.max(most, 1e-9)), noNaN: true }).map(Math.exp);
  const value = fc.oneof(any, spread, fc.constantFrom(least, most, field.default ?? least)).filter(allowed);
  return field.optional ? fc.option(value) : value;
}

function valueIn(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': return numberIn(field);
    case 'choice': return fc.constantFrom(...field.options);
    case 'flag': return fc.boolean();
    case 'text': return fc.string();
    case 'table': return fc.array(
      fc.record(Object.fromEntries(Object.entries(field.columns).map(([id, column]) => [id, valueIn(column)]))),
      { minLength: field.leastRows, maxLength: Math.min(field.mostRows, 40) },
    );
    case 'tree': throw new Error('no tree here');
  }
}

export const valuesIn = (part: Part): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, valueIn(field)])));

export const defaultsOf = (part: Part): Record<string, unknown> =>
  Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, field.default]));

export const outcomeOf = (part: Part, changes: Record<string, unknown> = {}): Outcome =>
  (part.calculate as (values: unknown) => Outcome)({ ...defaultsOf(part), ...changes });

function assertFinite(value: unknown, where: string): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${where} is ${String(value)}`);
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) assertFinite(inner, `${where}.${key}`);
}

/** Either a refusal with an id of the part, or only finite numbers and ids of the part. */
export function assertSound(part: Part, outcome: Outcome): void {
  assertFinite(outcome, part.id);
  if (isRefusal(outcome)) {
    assert.ok(part.refusals?.includes(outcome.refused), outcome.refused);
    return;
  }
  for (const id of Object.keys(outcome.results)) assert.ok(id in part.results, id);
  for (const id of Object.keys(outcome.terms ?? {})) assert.ok(part.terms && id in part.terms, id);
  for (const note of outcome.notes ?? []) assert.ok(part.notes?.includes(note.id), note.id);
}

export const checkPart = (part: Part, runs = 300): void => {
  fc.assert(fc.property(valuesIn(part), (values) => assertSound(part, outcomeOf(part, values))), { numRuns: runs });
};

/** Results of a part that must not refuse. */
export function resultsOf(part: Part, changes: Record<string, unknown> = {}): Readonly<Record<string, number | undefined>> {
  const outcome = outcomeOf(part, changes);
  assert.ok(!isRefusal(outcome), 'refused' in outcome ? outcome.refused : '');
  return outcome.results;
}

export const near = (actual: number | undefined, expected: number, relative = 1e-9): void => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= relative * Math.max(1e-300, Math.abs(expected)), `${String(actual)} is not ${expected}`);
};
