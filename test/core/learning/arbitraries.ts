/** Generators of progress: few keys, times and replicas, so that documents collide often. */
import fc from 'fast-check';
import type { Change, ProgressDocument, ProgressKey, Stamp } from '../../../src/core';

export const anyKey: fc.Arbitrary<ProgressKey> = fc.constantFrom<ProgressKey[]>(
  'read:saga', 'read:constructor', 'bookmark:saga', 'item:foundations/read-saga', 'declared:deploy-to-production',
);
export const anyState = fc.constantFrom('done', 'open', 'a state of a later version');
export const anyStamp: fc.Arbitrary<Stamp> = fc.record({ now: fc.nat(5), replica: fc.constantFrom('a', 'b', '') });

const anyChange: fc.Arbitrary<Change> = fc.record({
  state: anyState,
  time: fc.oneof(fc.nat(5), fc.constant(4_000_000_000_000)),
  replica: fc.constantFrom('a', 'b', ''),
}, { noNullPrototype: true });
export const anyDocument: fc.Arbitrary<ProgressDocument> = fc
  .dictionary(fc.oneof({ weight: 5, arbitrary: anyKey }, fc.constantFrom('__proto__', 'toString', 'quiz:cap')), anyChange, { noNullPrototype: true })
  .map((items) => ({ version: 1, items }));
