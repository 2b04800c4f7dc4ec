import assert from 'node:assert/strict';
import { isRefusal, type Findings, type Part, type Refusal } from '../../../../src/core/calculators/definition';
import { calculatePart, readValues } from '../../../../src/core/calculators/run';
import type { TypedValues } from '../../../../src/core/calculators/values';

/** What a part makes of what is typed, as the page runs it. */
export function calculate(part: Part, typed: TypedValues = {}): Findings | Refusal {
  const read = readValues(part, typed);
  assert.ok('values' in read, JSON.stringify(read));
  return calculatePart(part, read.values);
}

export function findings(part: Part, typed: TypedValues = {}): { results: Readonly<Record<string, number>>; found: Findings; notes: readonly string[] } {
  const found = calculate(part, typed);
  assert.ok(!isRefusal(found), JSON.stringify(found));
  return { results: found.results as Readonly<Record<string, number>>, found, notes: (found.notes ?? []).map(({ id }) => id) };
}

/** The same for values in base units, past the bounds of the fields. */
export function findingsOf(part: Part, values: Readonly<Record<string, unknown>>): Findings & { readonly results: Readonly<Record<string, number>> } {
  const found = calculatePart(part, values);
  assert.ok(!isRefusal(found), JSON.stringify(found));
  return found as Findings & { readonly results: Readonly<Record<string, number>> };
}

/** Within half a unit of the last digit that a source prints. @param printed such as "8.76" */
export function holds(actual: number | undefined, printed: string, what = ''): void {
  const digits = printed.split('.')[1]?.length ?? 0;
  assert.ok(actual !== undefined && Math.abs(actual - Number(printed)) <= 0.500001 * 10 ** -digits, `${what}: ${actual} is not ${printed}`);
}

export function near(actual: number | undefined, expected: number, relative = 1e-12, what = ''): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= relative * Math.abs(expected) + Number.MIN_VALUE, `${what} ${actual} is not ${expected}`);
}
