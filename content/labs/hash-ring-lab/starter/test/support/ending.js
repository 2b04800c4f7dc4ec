import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';

/**
 * Makes a call that must come to an end. An endless loop would hold up all tests, so it is broken off after a limit
 * that is thousands of times longer than such a call takes, on any machine.
 * @template T
 * @param {string} what for the failure
 * @param {() => T} call
 * @returns {T}
 */
export function ending(what, call) {
  try {
    return runInNewContext('call()', { call }, { timeout: 5_000 });
  } catch (error) {
    // Not `instanceof Error`: this one comes from another context.
    if (Object(error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') assert.fail(`${what} does not come to an end`);
    throw error;
  }
}
