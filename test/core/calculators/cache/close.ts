import assert from 'node:assert/strict';

/** Fails unless the two are equal but for a relative error. */
export function close(actual: number | undefined, expected: number, tolerance: number, what = ''): void {
  assert.ok(actual !== undefined && Number.isFinite(actual), `${what} is ${String(actual)}`);
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
  assert.ok(error <= tolerance, `${what} is ${actual} where ${expected} is expected: off by ${error}`);
}
