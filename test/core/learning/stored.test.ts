import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyProgress, isDone, keepAside, merge, parseKeptAside, parseProgress, readKey, bookmarkKey, recover, sameProgress, type KeptAside } from '../../../src/core';
import { anyDocument } from './arbitraries';

const change = { state: 'done', time: 1, replica: 'a' };

describe('stored progress', () => {
  it('is empty when nothing is stored', () => {
    for (const stored of [undefined, null]) assert.deepEqual(parseProgress(stored), { kind: 'ok', document: emptyProgress });
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const parsed = parseProgress(JSON.parse(JSON.stringify(document)));
        assert.equal(parsed.kind, 'ok');
        assert.ok(sameProgress(parsed.document, document));
      }),
    );
  });

  it('is migrated from the lists of the prototype', () => {
    const parsed = parseProgress({ version: 0, read: ['saga', 'cqrs'], bookmarks: ['cqrs'] });
    assert.equal(parsed.kind, 'older');
    for (const key of [readKey('saga'), readKey('cqrs'), bookmarkKey('cqrs')]) assert.ok(isDone(parsed.document, key), key);
    assert.equal(parseProgress(parsed.document).kind, 'ok');
  });

  it('migrates to the same document everywhere, and gives way to any later change', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), anyDocument, (read, bookmarks, later) => {
        const parsed = parseProgress({ version: 0, read, bookmarks });
        assert.equal(parsed.kind, 'older');
        assert.equal(Object.keys(parsed.document.items).length, new Set(read).size + new Set(bookmarks).size);
        assert.deepEqual(merge(parsed.document, parsed.document), merge(parsed.document, emptyProgress));
        const merged = merge(parsed.document, later);
        for (const [key, change] of Object.entries(later.items)) {
          if (change.time > 0) assert.deepEqual(merged.items[key], change);
        }
      }),
    );
  });

  it('keeps the original of a newer version and takes nothing from it', () => {
    const stored = { version: 2, items: { 'read:saga': change }, more: true };
    const parsed = parseProgress(stored);
    assert.equal(parsed.kind, 'newer');
    assert.deepEqual(parsed.document, emptyProgress);
    assert.ok('original' in parsed && parsed.original === stored && /newer version/.test(parsed.reason));
  });

  it('keeps the original of a damaged document, and what of it can be read', () => {
    const stored = { version: 1, items: { 'read:saga': change, 'read:cqrs': { state: 'done' }, 'read:x': null } };
    const parsed = parseProgress(stored);
    assert.equal(parsed.kind, 'damaged');
    assert.deepEqual(Object.keys(parsed.document.items), ['read:saga']);
    assert.ok('original' in parsed && parsed.original === stored && parsed.reason.includes('2 of its 3 items'));
  });

  const damaged: readonly unknown[] = [
    0, '', 'text', true, [], {}, { version: '1', items: {} }, { version: 1 }, { version: 1, items: [] }, { version: -1 }, { version: 1.5 },
    { version: 0, read: 'saga' }, { version: 0, read: [1] }, { version: Number.NaN },
    { version: 1, items: { a: { state: 'done', time: -1, replica: '' } } },
    { version: 1, items: { a: { state: 'done', time: 1.5, replica: '' } } },
    { version: 1, items: { a: { state: 'done', time: 2 ** 60, replica: '' } } },
  ];
  for (const stored of damaged) {
    it(`takes ${JSON.stringify(stored)} for damaged`, () => assert.equal(parseProgress(stored).kind, 'damaged'));
  }

  it('never throws, and gives a usable document or hands the original back', () => {
    const anything = fc.oneof(
      fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true, withDate: true }),
      fc.jsonValue(),
      fc.record({ version: fc.anything(), items: fc.anything() }),
      fc.record({ version: fc.constantFrom(0, 1, 2), items: fc.dictionary(fc.string(), fc.oneof(fc.anything(), fc.constant(change))), read: fc.anything() }),
    );
    fc.assert(
      fc.property(anything, (stored) => {
        const parsed = parseProgress(stored);
        assert.equal(parseProgress(parsed.document).kind, 'ok');
        if ('original' in parsed) assert.equal(parsed.original, stored);
        assert.equal('original' in parsed, parsed.kind === 'newer' || parsed.kind === 'damaged');
      }),
      { numRuns: 500 },
    );
  });

  it('survives an object that throws on reading', () => {
    const hostile = new Proxy({}, { getOwnPropertyDescriptor() { throw new Error('no'); } });
    assert.equal(parseProgress(hostile).kind, 'damaged');
  });
});

describe('progress kept aside', () => {
  const kept = (original: unknown): KeptAside => ({ time: 5, reason: 'of a test', original });

  it('is kept once, however often it is put aside', () => {
    const once = keepAside([], kept({ version: 9 }));
    assert.equal(keepAside(once, { ...kept({ version: 9 }), time: 6 }), once);
    assert.equal(keepAside(once, kept({ version: 10 })).length, 2);
  });

  it('comes back once it can be read', () => {
    const readable = { version: 1, items: { 'read:saga': change } };
    const { document, remaining } = recover([kept(readable), kept({ version: 99 }), kept({ version: 0, read: ['cqrs'] })]);
    assert.deepEqual(Object.keys(document.items).sort(), ['read:cqrs', 'read:saga']);
    assert.deepEqual(remaining, [kept({ version: 99 })]);
  });

  it('gives what it can of a damaged document, and stays aside as well', () => {
    const stored = { version: 1, items: { 'read:saga': change, 'read:cqrs': 7 } };
    const { document, remaining } = recover([kept(stored)]);
    assert.deepEqual(Object.keys(document.items), ['read:saga']);
    assert.deepEqual(remaining, [kept(stored)]);
  });

  it('is itself read without throwing and without losing anything', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.jsonValue(), fc.record({ time: fc.nat(), reason: fc.string(), original: fc.jsonValue() }))));
    fc.assert(
      fc.property(anything, (stored) => {
        const list = parseKeptAside(stored, 7);
        const text = JSON.stringify(list);
        const parts: unknown[] = Array.isArray(stored) ? stored : stored === null ? [] : [stored];
        for (const part of parts) assert.ok(text.includes(JSON.stringify(originalOf(part))));
        assert.deepEqual(parseKeptAside(list, 8), list);
      }),
    );
  });
});

function originalOf(part: unknown): unknown {
  const isKept = typeof part === 'object' && part !== null && 'time' in part && typeof part.time === 'number' && 'reason' in part && typeof part.reason === 'string' && 'original' in part;
  return isKept ? part.original : part;
}
