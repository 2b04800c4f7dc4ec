import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal, type Field, type Findings, type Outcome, type Part } from '../../../src/core/calculators/definition';
import { calculatePart, simulatePart } from '../../../src/core/calculators/run';

/** The findings of a part with its defaults, except what is given. */
export function find(part: Part, given: Readonly<Record<string, unknown>> = {}): Findings {
  const outcome = outcomeOf(part, given);
  assert.ok(!isRefusal(outcome), `refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

export function refusalOf(part: Part, given: Readonly<Record<string, unknown>>): string | undefined {
  const outcome = outcomeOf(part, given);
  return isRefusal(outcome) ? outcome.refused : undefined;
}

export function outcomeOf(part: Part, given: Readonly<Record<string, unknown>>): Outcome {
  const defaults = Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, field.default]));
  const values = { ...defaults, ...given };
  return part.simulate ? finish(simulatePart(part, values)) : calculatePart(part, values);
}

/** Runs a simulation to its end. */
export function finish<Result>(running: Generator<number, Result, void>): Result {
  let step = running.next();
  for (let before = 0; step.done !== true; step = running.next()) {
    assert.ok(step.value >= before && step.value <= 1, 'progress goes from 0 to 1');
    before = step.value;
  }
  return step.value;
}

export const result = (found: Findings, id: string): number => {
  const value = found.results[id];
  assert.ok(value !== undefined, `no result "${id}"`);
  return value;
};

/** Relative tolerance, or absolute where nothing is expected. */
export function near(actual: number, expected: number, tolerance: number, what = ''): void {
  const allowed = expected === 0 ? tolerance : Math.abs(expected) * tolerance;
  assert.ok(Math.abs(actual - expected) <= allowed, `${what} ${actual} is not within ${tolerance} of ${expected}`);
}

/** Values within the bounds of number, choice and flag fields, edges included; large ranges by their logarithm. */
export function valuesWithin(part: Part): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc.record(Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, arbitraryOf(field)])));
}

function arbitraryOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'choice') return fc.constantFrom(...field.options);
  if (field.kind === 'flag') return fc.boolean();
  assert.ok(field.kind === 'number');
  const { whole = false, above, below } = field;
  const [least, most] = [field.least ?? above ?? 0, field.most ?? below ?? 1];
  const inside = (value: number): boolean => (above === undefined || value > above) && (below === undefined || value < below);
  if (whole) return fc.oneof(fc.integer({ min: least, max: Math.min(most, 2 ** 31) }), fc.constantFrom(least, most));
  const even = fc.double({ min: least, max: most, noNaN: true });
  const scaled = fc.double({ min: -12, max: Math.log10(most), noNaN: true }).map((power) => Math.max(least, 10 ** power)).filter((value) => value <= most);
  return fc.oneof(even, scaled, fc.constantFrom(least, most)).filter(inside);
}

/** Runs a part on what a person could type: each outcome is a refusal that has a sentence, or findings in finite numbers. */
export function answersEverything(part: Part, runs: number, allowed: (values: Readonly<Record<string, unknown>>) => boolean = () => true): void {
  fc.assert(fc.property(valuesWithin(part).filter(allowed), (values) => {
    const outcome = outcomeOf(part, values);
    if (isRefusal(outcome)) {
      assert.ok(part.refusals?.includes(outcome.refused), `"${outcome.refused}" has no sentence`);
      return;
    }
    for (const id of Object.keys(outcome.results)) assert.ok(id in part.results, id);
    for (const { id } of outcome.notes ?? []) assert.ok(part.notes?.includes(id), `the note "${id}" has no sentence`);
    for (const [id, dimension] of Object.entries(part.results)) {
      const value = outcome.results[id];
      if (value !== undefined && dimension === 'share') assert.ok(value >= 0, `${id} is ${value}`);
    }
  }), { numRuns: runs });
}
