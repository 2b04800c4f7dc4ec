import assert from 'node:assert/strict';
import fc from 'fast-check';
import { change, changeOf, DONE, emptyProgress, isDone, merge, OPEN, parseProgress, readKey, sameProgress, type ProgressKey } from '../../../src/core';
import { anyDocument, anyKey, anyStamp, anyState } from './arbitraries';

const at = (now: number, replica = 'here') => ({ now, replica });
const key = readKey('circuit-breaker');

describe('progress', () => {
  it('knows nothing at first', () => {
    assert.equal(isDone(emptyProgress, key), false);
    assert.equal(isDone(emptyProgress, 'constructor' as ProgressKey), false);
    assert.equal(changeOf(emptyProgress, 'constructor'), undefined);
  });

  it('remembers the last change of a key', () => {
    const read = change(emptyProgress, key, DONE, at(1000));
    assert.equal(isDone(read, key), true);
    assert.equal(isDone(change(read, key, OPEN, at(2000)), key), false);
    assert.deepEqual(changeOf(read, key), { state: DONE, time: 1000, replica: 'here' });
  });

  it('stamps a change after the one it replaces, even when the clock is behind', () => {
    const ahead = change(emptyProgress, key, DONE, at(9_000_000_000_000, 'laptop'));
    const undone = change(ahead, key, OPEN, at(1000, 'a'));
    assert.equal(changeOf(undone, key)?.time, 9_000_000_000_001);
    assert.equal(isDone(merge(ahead, undone), key), false);
  });

  it('changes nothing when a change says what already holds', () => {
    const read = change(emptyProgress, key, DONE, at(1000));
    assert.equal(change(read, key, DONE, at(2000)), read);
  });

  it('survives clocks that are no numbers', () => {
    for (const now of [Number.NaN, Number.POSITIVE_INFINITY, -5, 0.5]) {
      const document = change(emptyProgress, key, DONE, at(now));
      assert.equal(parseProgress(document).kind, 'ok', `with the time ${now}`);
    }
  });

  it('settles a tie by replica, then by state, the same way everywhere', () => {
    const one = change(emptyProgress, key, DONE, at(1000, 'a'));
    const other = change(emptyProgress, key, OPEN, at(1000, 'b'));
    assert.equal(isDone(merge(one, other), key), false);
    assert.equal(isDone(merge(other, one), key), false);
    const same = change(emptyProgress, key, OPEN, at(1000, 'a'));
    assert.deepEqual(merge(one, same), merge(same, one));
  });

  it('takes a key of Object.prototype as data', () => {
    const stored: unknown = JSON.parse('{"version":1,"items":{"__proto__":{"state":"done","time":1,"replica":"x"}}}');
    const parsed = parseProgress(stored);
    assert.equal(parsed.kind, 'ok');
    const merged = merge(parsed.document, change(emptyProgress, key, DONE, at(1)));
    assert.equal(changeOf(merged, '__proto__')?.state, 'done');
    assert.equal(({} as { state?: unknown }).state, undefined);
    assert.equal(Object.getPrototypeOf(merged.items), Object.prototype);
  });
});

describe('merging progress', () => {
  it('is commutative', () => {
    fc.assert(fc.property(anyDocument, anyDocument, (a, b) => assert.deepEqual(merge(a, b), merge(b, a))));
  });

  it('is associative', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (a, b, c) =>
        assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c))),
      ),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        const merged = merge(a, b);
        assert.ok(sameProgress(merge(a, a), a));
        assert.deepEqual(merge(merged, b), merged);
        assert.deepEqual(merge(merged, a), merged);
      }),
    );
  });

  it('keeps every key of both sides, each with one of its two changes', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        const merged = merge(a, b);
        const keys = new Set([...Object.keys(a.items), ...Object.keys(b.items)]);
        assert.deepEqual(new Set(Object.keys(merged.items)), keys);
        for (const one of keys) {
          const result = JSON.stringify(changeOf(merged, one));
          assert.ok([changeOf(a, one), changeOf(b, one)].some((change) => JSON.stringify(change) === result));
        }
      }),
    );
  });

  it('lets a change win over everything that was seen before it', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyKey, anyState, anyStamp, (a, b, one, state, stamp) => {
        const seen = merge(a, b);
        const changed = change(seen, one, state, stamp);
        assert.equal(changeOf(merge(changed, merge(b, a)), one)?.state, state);
        assert.deepEqual(merge(changed, seen), merge(changed, changed));
      }),
    );
  });

  it('gives the same document in whatever order the changes of several windows arrive', () => {
    const changes = fc.array(fc.tuple(anyKey, anyState, anyStamp), { maxLength: 12 });
    fc.assert(
      fc.property(changes.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
        const each = (order: typeof list) =>
          order
            .map(([one, state, stamp]) => change(emptyProgress, one, state, stamp))
            .reduce(merge, emptyProgress);
        assert.deepEqual(each(list), each(shuffled));
      }),
    );
  });
});
