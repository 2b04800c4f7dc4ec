import assert from 'node:assert/strict';
import { comparePatterns } from '../../../src/core';
import { makeLibrary, pattern } from '../support/makeLibrary';

const empty = { requires: [], complements: [], alternatives: [], conflicts: [] };
const library = makeLibrary({ entries: [
  pattern({ id: 'one', gains: ['fast', 'cheap'], tier: 'gold', related: { ...empty, alternatives: [{ id: 'two', because: 'one job' }], requires: [{ id: 'three', because: 'it needs it' }] } }),
  pattern({ id: 'two', gains: ['fast', 'safe'], tier: 'silver' }),
  pattern({ id: 'three', gains: ['fast'], tier: 'silver' }),
] });
const named = (id: string) => library.all('pattern').filter((entry) => entry.id === id);
const columns = ['one', 'two', 'three'].flatMap(named);

describe('patterns side by side', () => {
  const { rows, relations } = comparePatterns(library, columns);
  const row = (name: string) => rows.find((candidate) => candidate.row === name);

  it('mark the lines that only one of them has', () => {
    assert.deepEqual(row('gains')?.cells, [
      [{ value: 'fast', own: false }, { value: 'cheap', own: true }],
      [{ value: 'fast', own: false }, { value: 'safe', own: true }],
      [{ value: 'fast', own: false }],
    ]);
  });

  it('say which rows differ', () => {
    assert.equal(row('gains')?.differs, true);
    assert.equal(row('tier')?.differs, true);
    assert.equal(row('costs')?.differs, false);
  });

  it('leave out rows that none of them has', () => {
    assert.equal(row('laws'), undefined);
    assert.ok(row('requires'));
  });

  it('name each relation between them once', () => {
    assert.deepEqual(relations.map(({ from, relation, to, because }) => [from.id, relation, to.id, because]), [
      ['one', 'requires', 'three', 'it needs it'], ['one', 'alternatives', 'two', 'one job'],
    ]);
  });
});
