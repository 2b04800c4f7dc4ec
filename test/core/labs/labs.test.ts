import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  changedTests, freeFolderName, LAB_REPORTER, labFileAt, labMarker, lineOfTest, parseLabEvent, parseLabMarker, placeInStack, seedIn, testNamePattern, type LabEvent,
} from '../../../src/core';

describe('The reporter of labs', () => {
  const TESTS = `
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
test('is green', () => { console.log('printed by the code'); });
test('compares', () => { assert.deepEqual({ a: 1 }, { a: 2 }, 'they differ'); });
test('crashes', () => { throw new TypeError('no such thing'); });
test('is left out', { skip: true }, () => {});
describe('a suite', () => { test('has a test', () => { assert.ok(true); }); });
`;
  let folder: string;
  let events: readonly LabEvent[];
  before(function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'lab-reporter-'));
    mkdirSync(join(folder, 'test'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'test/a.test.js'), TESTS);
    writeFileSync(join(folder, 'test/b.test.js'), 'class {');
    const { NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...env } = process.env;
    const reporter = `data:text/javascript,${encodeURIComponent(LAB_REPORTER)}`;
    const { stdout } = spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, 'test/a.test.js', 'test/b.test.js'], { cwd: folder, env, encoding: 'utf8' });
    events = stdout.split('\n').flatMap((line) => parseLabEvent(line) ?? []);
  });
  after(() => { rmSync(folder, { recursive: true, force: true }); });

  it('says of each test whether it passed, and of no suite and no skipped test', () => {
    const results = events.flatMap((event) => (event.type === 'test' ? [[event.passed, event.name]] : []));
    assert.deepEqual(results, [[true, 'is green'], [false, 'compares'], [false, 'crashes'], [true, 'has a test']]);
  });

  it('tells an assertion with both sides from a crash, and where it happened', () => {
    const [compares, crashes] = events.flatMap((event) => (event.type === 'test' && !event.passed ? [event] : []));
    assert.ok(compares && crashes);
    assert.match(compares.message, /^they differ/);
    assert.deepEqual([compares.assertion, compares.expected, compares.actual], [true, '{ a: 2 }', '{ a: 1 }']);
    assert.deepEqual(placeInStack(compares.stack, 'test/a.test.js')?.line, 4);
    assert.deepEqual([crashes.assertion, crashes.expected, crashes.message], [false, undefined, 'no such thing']);
    assert.deepEqual(placeInStack(crashes.stack, 'test/a.test.js'), { line: 5, column: 30 });
  });

  it('hands on what the code printed, and says which file could not be loaded', () => {
    const printed = events.flatMap((event) => (event.type === 'output' ? [event] : []));
    assert.ok(printed.some(({ file, text }) => file.endsWith('a.test.js') && text.includes('printed by the code')));
    assert.ok(printed.some(({ file, text }) => file.endsWith('b.test.js') && text.includes('SyntaxError')));
    assert.deepEqual(events.flatMap((event) => (event.type === 'file-failed' ? [labFileAt(event.file, ['test/a.test.js', 'test/b.test.js'])] : [])), ['test/b.test.js']);
  });

  it('takes nothing else for an event', () => {
    for (const line of ['', 'passed', '@lab-event', '@lab-event {', '@lab-event {"type":"test"}', ' @lab-event {"type":"output","file":"","text":""}']) {
      assert.equal(parseLabEvent(line), undefined, line);
    }
  });
});

describe('The tests of a lab', () => {
  const TEXT = "// test('one') is tested below\ntest('one', () => {});\n  it(\"it's two\", f);\ntest.only(`three`, f);\ntest(\n  'on its own line', f);\ntest('it\\'s four', f);\n";

  it('are found in the text by their names', () => {
    const lines = ['one', "it's two", 'three', 'on its own line', "it's four", 'five'].map((name) => lineOfTest(TEXT, name));
    assert.deepEqual(lines, [1, 2, 3, 4, 6, undefined]);
  });

  it('are selected by a pattern that matches their names and no other', () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', ' ', '.', '*', '(', '[', '\\', '/', '|', '$', '-', '{') }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(names, fc.string(), (selected, other) => {
      const pattern = new RegExp(testNamePattern(selected));
      for (const name of selected) {
        assert.ok(pattern.test(name), name);
        assert.ok(pattern.test(`a suite ${name}`), name);
      }
      const ends = selected.some((name) => other === name || new RegExp('\\s').test(other.at(-name.length - 1) ?? '') && other.endsWith(name));
      assert.equal(pattern.test(other), ends, other);
    }));
  });

  it('fail at the line of the test file that is nearest to the error', () => {
    const stack = [
      'AssertionError: seed 1', '    at forEachSeed (file:///C:/My%20labs/a/test/support/seeds.js:70:13)',
      '    at async TestContext.<anonymous> (file:///C:/My%20labs/a/test/outages.test.js:11:3)', '    at async Test.run (node:internal/test_runner/test:797:9)',
    ].join('\n');
    assert.deepEqual(placeInStack(stack, 'test/outages.test.js'), { line: 10, column: 2 });
    assert.deepEqual(placeInStack('    at file:///tmp/a/test/outages.test.js:2:1', 'test/outages.test.js'), { line: 1, column: 0 });
    assert.deepEqual(placeInStack('    at f (C:\\labs\\test\\outages.test.js:5:7)', 'test/outages.test.js'), { line: 4, column: 6 });
    assert.equal(placeInStack(stack, 'outages.js'), undefined);
    assert.equal(placeInStack('Error: at noon:1:2', 'noon.js'), undefined);
  });

  it('belong to a file of the lab, whatever the folder and the slashes', () => {
    const files = ['test/a.test.js', 'test/deep/a.test.js'];
    assert.equal(labFileAt('C:\\labs\\x\\test\\a.test.js', files), 'test/a.test.js');
    assert.equal(labFileAt('/private/tmp/x/test/deep/a.test.js', files), 'test/deep/a.test.js');
    assert.equal(labFileAt('/tmp/x/mytest/a.test.js', files), undefined);
  });

  it('name the seed that failed', () => {
    assert.equal(seedIn('seed 3, at 7 ms: late\n\nTo see all of them: SEED=3 node --test'), '3');
    assert.equal(seedIn('SEED=1 or SEED=22'), '22');
    assert.equal(seedIn('failed with seed 5'), '5');
    assert.equal(seedIn('no number'), undefined);
  });

  it('prove something only while they are those of the lab', () => {
    const lab = [{ path: 'src/a.js', text: 'mine' }, { path: 'test/a.test.js', text: 'a\nb\n' }, { path: 'test/support/s.js', text: 's' }];
    const present = new Map([['src/a.js', 'changed'], ['test/a.test.js', 'a\r\nb\r\n'], ['test/support/s.js', 's']]);
    assert.deepEqual(changedTests(lab, present), []);
    assert.deepEqual(changedTests(lab, new Map([...present, ['test/support/s.js', 'weaker']])), ['test/support/s.js']);
    assert.deepEqual(changedTests(lab, new Map()), ['test/a.test.js', 'test/support/s.js']);
  });
});

describe('The folder of a lab', () => {
  it('is the first free one of its name', async () => {
    const taken = new Set(['saga-lab', 'saga-lab-2']);
    assert.equal(await freeFolderName('saga-lab', (name) => Promise.resolve(taken.has(name))), 'saga-lab-3');
    assert.equal(await freeFolderName('crdt-lab', (name) => Promise.resolve(taken.has(name))), 'crdt-lab');
    assert.equal(await freeFolderName('crdt-lab', () => Promise.resolve(true)), undefined, 'and is not sought for ever');
  });

  it('is known by its marker, which may say anything', () => {
    assert.equal(parseLabMarker(labMarker('saga-lab')), 'saga-lab');
    for (const text of ['', '{', '[]', '{"lab":7}', '{"lab":"../../etc"}', '{"lab":""}', 'null']) assert.equal(parseLabMarker(text), undefined, text);
  });
});
