// `node:assert` does not exist in the web host, and a suite must mean the same in both. So: the few checks that we use.

export class AssertionFailed extends Error {
  override readonly name = 'AssertionFailed';
}

export const assert = {
  ok(value: unknown, message?: string): void {
    if (!value) throw new AssertionFailed(message ?? `expected something truthy, got ${show(value)}`);
  },
  equal<T>(actual: T, expected: T, message?: string): void {
    if (!Object.is(actual, expected)) fail(message, `expected ${show(expected)}, got ${show(actual)}`);
  },
  notEqual<T>(actual: T, unexpected: T, message?: string): void {
    if (Object.is(actual, unexpected)) fail(message, `expected anything but ${show(unexpected)}`);
  },
  /** Plain data only: compares what JSON would keep, whatever the order of keys. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (canonical(actual) !== canonical(expected)) fail(message, `expected ${show(expected)}\n got ${show(actual)}`);
  },
  match(actual: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(actual)) fail(message, `expected ${String(pattern)} to match ${show(actual)}`);
  },
  doesNotMatch(actual: string, pattern: RegExp, message?: string): void {
    if (pattern.test(actual)) fail(message, `expected ${String(pattern)} not to match ${show(actual)}`);
  },
  throws(work: () => unknown, pattern?: RegExp): void {
    try {
      work();
    } catch (error) {
      checkError(error, pattern);
      return;
    }
    throw new AssertionFailed('expected an error, and none was thrown');
  },
  async rejects(work: Thenable<unknown> | (() => Thenable<unknown>), pattern?: RegExp): Promise<void> {
    try {
      await (typeof work === 'function' ? work() : work);
    } catch (error) {
      checkError(error, pattern);
      return;
    }
    throw new AssertionFailed('expected a rejection, and there was none');
  },
  fail(message: string): never {
    throw new AssertionFailed(message);
  },
} as const;

function fail(message: string | undefined, difference: string): never {
  throw new AssertionFailed(message === undefined ? difference : `${message}: ${difference}`);
}

function checkError(error: unknown, pattern: RegExp | undefined): void {
  const text = error instanceof Error ? error.message : String(error);
  if (pattern && !pattern.test(text)) throw new AssertionFailed(`expected an error like ${String(pattern)}, got ${show(text)}`);
}

function canonical(value: unknown): string {
  return JSON.stringify({ value }, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

function show(value: unknown): string {
  const text: unknown = JSON.stringify(value); // undefined for a function, a symbol and undefined itself
  return typeof text === 'string' ? text : String(value);
}
