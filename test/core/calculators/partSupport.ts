import assert from 'node:assert/strict';
import { isRefusal, type Findings, type Outcome, type Part } from '../../../src/core/calculators/definition';
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
