import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DECISION_FOLDERS, leadsToDecisions, nextNumber, normaliseFolder, numberOfFile, recogniseFolders, recordFileName, slug } from '../../../src/core';

describe('The number of a record', () => {
  it('follows the highest in use, gaps or not', () => {
    assert.equal(nextNumber([]), 1);
    assert.equal(nextNumber(['0000-use-records.md']), 1);
    assert.equal(nextNumber(['0001-a.md', '0007-b.md', 'README.md', 'template.md', 'adr-template.md', 'index.md', '0009-picture.png', '2026-11-21-notes.md', '20261121-notes.md']), 8);
  });

  it('is greater than every number in use', () => {
    const used = fc.array(fc.record({ number: fc.integer({ min: 0, max: 99_998 }), width: fc.integer({ min: 1, max: 5 }), prefix: fc.constantFrom('', 'adr-', 'ADR ') }));
    fc.assert(fc.property(used, (records) => {
      const names = records.map(({ number, width, prefix }) => `${prefix}${String(number).padStart(width, '0')}-x.md`);
      const next = nextNumber(names);
      for (const { number } of records) assert.ok(next > number);
      assert.equal(numberOfFile(recordFileName(next, 'x', names)), next);
    }));
  });

  it('has the digits and the prefix of the latest record', () => {
    assert.equal(recordFileName(8, 'Use Sagas', ['001-a.md', '007-b.md']), '008-use-sagas.md');
    assert.equal(recordFileName(8, 'Use Sagas', ['adr-0007-b.md', '1-a.md']), 'adr-0008-use-sagas.md');
    assert.equal(recordFileName(1, 'Use Sagas'), '0001-use-sagas.md');
  });

  it('goes with a name of plain words, in any script, and never an empty one', () => {
    assert.equal(slug('Use “Circuit Breaker” für Zahlungen & Co.'), 'use-circuit-breaker-fur-zahlungen-co');
    assert.equal(slug('  ../../etc/passwd '), 'etc-passwd');
    assert.equal(slug('断路器を使う'), '断路器を使う');
    assert.equal(slug('!?'), 'decision');
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      assert.match(slug(title), /^[^\s/\\:*?"<>|.]{1,64}$/u);
    }));
  });
});

describe('The folder of records', () => {
  it('is recognised under each known name, whatever its case', () => {
    for (const folder of DECISION_FOLDERS) {
      for (const path of [folder, folder.toUpperCase()]) {
        assert.deepEqual(recogniseFolders([`${path}/`, `${path}/README.md`, `${path}/0001-a.md`]), [{ path, records: 1 }]);
        assert.ok(leadsToDecisions(path));
        assert.ok(leadsToDecisions(path.split('/')[0] ?? ''));
      }
    }
    assert.ok(!leadsToDecisions('src'));
  });

  it('comes before one that holds no records', () => {
    assert.deepEqual(recogniseFolders(['docs/decisions/', 'adr/001-a.md', 'src/adr/001-a.md', 'README.md']), [{ path: 'adr', records: 1 }, { path: 'docs/decisions', records: 0 }]);
  });

  it('stays inside the workspace', () => {
    assert.equal(normaliseFolder(' ./doc\\adr/ \n'), 'doc/adr');
    for (const wrong of ['', '.', '/etc', '../x', 'a/../../x', 'C:\\x']) assert.equal(normaliseFolder(wrong), undefined, wrong);
  });
});
