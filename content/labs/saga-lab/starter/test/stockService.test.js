import test from 'node:test';
import assert from 'node:assert/strict';
import { Refused } from '../src/errors.js';
import { StockService } from '../src/stockService.js';

/** @typedef {import('../src/stockService.js').Tables} Tables */

/** A database whose transactions take effect as a whole or not at all. @param {number} available */
function serviceWith(available) {
  /** @type {Tables} */
  let tables = { available, requests: new Map() };
  const service = new StockService({
    transaction(work) {
      const draft = structuredClone(tables);
      const result = work(draft);
      tables = structuredClone(draft);
      return result;
    },
  });
  const deliver = (/** @type {number} */ quantity) => void (tables.available += quantity);
  return { service, available: () => tables.available, deliver };
}

test('a reservation counts once, however often it arrives', () => {
  const { service, available } = serviceWith(10);
  const reserve = () => assert.doesNotThrow(() => service.reserve('o1:stock', 4), 'what was granted stays granted');
  for (const _ of [1, 2, 3]) reserve();
  assert.equal(available(), 6, 'three deliveries of one request are one reservation');
  service.reserve('o2:stock', 4);
  assert.equal(available(), 2, 'another key is another reservation');
  reserve();
  assert.equal(available(), 2, 'a repetition needs no stock: it was reserved long ago');
});

test('a refusal is final', () => {
  const { service, available, deliver } = serviceWith(3);
  assert.throws(() => service.reserve('o1:stock', 4), Refused, 'only 3 are left');
  deliver(100);
  assert.throws(() => service.reserve('o1:stock', 4), Refused,
    'a delayed repetition arrives after new stock; the saga has gone back long ago, so the answer must be the same');
  assert.equal(available(), 103);
  assert.doesNotThrow(() => service.reserve('o2:stock', 103), 'the last article may be reserved, too');
  assert.equal(available(), 0);
});

test('a cancellation gives back once, and keeps out what comes late', () => {
  const { service, available } = serviceWith(10);
  service.reserve('o1:stock', 4);
  for (const _ of [1, 2, 3]) service.cancel('o1:stock');
  assert.equal(available(), 10, 'four were reserved, so four come back, once');
  assert.throws(() => service.reserve('o1:stock', 4), Refused, 'a late repetition of a cancelled reservation');
  service.cancel('o2:stock');
  assert.throws(() => service.reserve('o2:stock', 4), Refused,
    'the reservation arrives after its cancellation; nobody would ever cancel it again');
  assert.equal(available(), 10);
  assert.throws(() => service.reserve('o3:stock', 11), Refused);
  service.cancel('o3:stock');
  assert.equal(available(), 10, 'a refused reservation took nothing, so nothing comes back');
});
