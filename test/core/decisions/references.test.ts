import assert from 'node:assert/strict';
import { referenceAt } from '../../../src/core';

const ours = 'studio.extension';
const at = (line: string, word: string) => referenceAt(line, line.indexOf(word) + 1, ours);

describe('A reference in a record', () => {
  it('is a link to another record, on its words and on its address', () => {
    const line = 'As [ADR-0003: old \\[x\\]](<../adr/0003-a b.md#status> "t") says, [web](https://example.com/0003-x.md).';
    for (const word of ['ADR-0003', '0003-a b']) assert.deepEqual(at(line, word), { start: 3, end: 57, kind: 'record', href: '../adr/0003-a b.md' });
    assert.equal(at(line, 'web'), undefined);
    assert.equal(at(line, 'says'), undefined);
    assert.deepEqual(at('[x](0003-a%20b%.md)', 'x'), { start: 0, end: 19, kind: 'record', href: '0003-a%20b%.md' });
    assert.deepEqual(at('[x](0003-a%20b.md)', 'x'), { start: 0, end: 18, kind: 'record', href: '0003-a b.md' });
  });

  it('is a bare number', () => {
    assert.deepEqual(at('See ADR-0003.', 'ADR'), { start: 4, end: 12, kind: 'record', number: 3 });
    assert.deepEqual(at('See adr 12, too', 'adr'), { start: 4, end: 10, kind: 'record', number: 12 });
    for (const line of ['QUADR-12', 'ADR-12-notes', 'ADR twelve']) assert.equal(at(line, 'ADR'), undefined, line);
  });

  it('is a link to an entry of ours, from any editor', () => {
    for (const scheme of ['vscode', 'vscodium', 'code-oss']) {
      const line = `* [Saga](${scheme}://studio.extension/entry/two-phase-commit#when)`;
      assert.deepEqual(at(line, 'Saga'), { start: 2, end: line.length, kind: 'entry', id: 'two-phase-commit', onLabel: true });
      assert.deepEqual(at(line, 'entry/'), { start: 2, end: line.length, kind: 'entry', id: 'two-phase-commit', onLabel: false });
    }
    assert.equal(at('[Saga](vscode://other.extension/entry/saga)', 'Saga'), undefined);
  });
});
