import assert from 'node:assert/strict';
import { isRefusal, type Findings, type Outcome, type Part, type Refusal } from '../../../../src/core/calculators/definition';

/** A part on its defaults, with some values changed. Values are in base units and within the bounds of their fields. */
export function run(part: Part, changed: Readonly<Record<string, unknown>> = {}): Outcome {
  for (const id of Object.keys(changed)) assert.ok(id in part.fields, `${part.id} has no field "${id}"`);
  const defaults = Object.entries(part.fields).map(([id, field]) => [id, field.default]);
  assert.ok(part.calculate);
  return part.calculate({ ...Object.fromEntries(defaults), ...changed } as never);
}

export function found(part: Part, changed: Readonly<Record<string, unknown>> = {}): Findings & { readonly results: Readonly<Record<string, number>> } {
  const outcome = run(part, changed);
  assert.ok(!isRefusal(outcome), `refused: ${JSON.stringify(outcome)}`);
  return outcome as Findings & { readonly results: Readonly<Record<string, number>> };
}

export function refused(part: Part, changed: Readonly<Record<string, unknown>> = {}): Refusal {
  const outcome = run(part, changed);
  assert.ok(isRefusal(outcome), 'not refused');
  return outcome;
}

export const notesOf = (findings: Findings): readonly string[] => (findings.notes ?? []).map(({ id }) => id);

/** @param relative largest relative error */
export function near(actual: number | undefined, expected: number, relative: number, what = ''): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= relative * Math.abs(expected), `${what} ${String(actual)} is not ${String(expected)} within ${String(relative)}`);
}

/** How long a calculation takes, in the time of a million divisions on the same machine at the same moment. */
export function costOf(calculate: () => unknown, times: number): number {
  const timed = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const divide = (): number => Array.from({ length: 1_000_000 }).reduce<number>((sum, _, count) => 1 + (count + 1) / sum, 1);
  calculate();
  divide();
  const unit = timed(divide);
  return timed(() => { for (let time = 0; time < times; time += 1) calculate(); }) / times / unit;
}

/** As it is printed: rounded to so many decimals. */
export function printed(actual: number | undefined, expected: number, decimals: number, what = ''): void {
  assert.ok(actual !== undefined);
  assert.equal(actual.toFixed(decimals), expected.toFixed(decimals), what);
}
