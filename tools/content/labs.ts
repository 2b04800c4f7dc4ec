/**
 * Runs the tests of each lab against its reference solution, which must pass, and against each planted mistake, which
 * must fail. The names of the tests, for the Testing view, come from the run as well.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { LAB_REPORTER, parseLabEvent, type Lab } from '../../src/core';
import type { LabDraft, LabFile, Problem } from '../../src/core/library/compile';
import type { Cache } from './cache';

/** Milliseconds for all tests of one variant; a lab has no real timers, the rest is for a busy machine. */
const TIMEOUT = 60_000;

interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
  /** The failure is an assertion of the test, and not a crash of the code. */
  readonly assertion: boolean;
  readonly message: string;
}

export async function checkLabs(drafts: readonly LabDraft[], cache: Cache): Promise<{ readonly compiled: readonly Lab[]; readonly problems: readonly Problem[] }> {
  const compiled: Lab[] = [];
  const problems: Problem[] = [];
  for (const draft of drafts) {
    const key = JSON.stringify([draft.starter, draft.solution, [...draft.wrong]]);
    const remembered = cache.get('lab', key);
    const tests = remembered === undefined ? undefined : (JSON.parse(remembered) as Lab['tests']);
    const checked = tests === undefined ? await checkLab(draft) : { tests, problems: [] };
    problems.push(...checked.problems);
    if (checked.problems.length === 0) cache.set('lab', key, JSON.stringify(checked.tests));
    compiled.push({ version: 1, id: draft.id, brief: draft.lab.brief, open: draft.lab.open, files: draft.starter, solution: draft.solution, tests: checked.tests });
  }
  return { compiled, problems };
}

async function checkLab({ id, file, starter, solution, wrong }: LabDraft): Promise<{ readonly tests: Lab['tests']; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const report = (where: string, message: string): void => void problems.push({ file: where, line: 1, message });
  const reference = await runTests([...starter, ...solution]);
  if (reference.length === 0) report(file, 'its tests do not run; try "node --test" in a copy of starter/ with solution/ over it');
  for (const { name, passed, message } of reference) if (!passed) report(file, `the reference solution fails the test "${name}": ${message}`);
  const twice = reference.find(({ name }, index) => reference.findIndex((other) => other.name === name) !== index);
  if (twice) report(file, `two tests are called "${twice.name}"; give each its own name, because results are kept by it`);
  const untouched = await runTests(starter);
  if (untouched.length > 0 && untouched.every(({ passed }) => passed)) report(file, 'the starter passes all tests; there is nothing left to do');
  for (const [name, files] of wrong) {
    const results = await runTests([...starter, ...solution, ...files]);
    const failed = results.filter(({ passed }) => !passed);
    const where = `labs/${id}/wrong/${name}/${files[0]?.path ?? ''}`;
    if (failed.length === 0) report(where, results.length === 0 ? 'the tests do not run with this solution; it must be wrong, not broken' : 'no test fails with this solution; write the test that catches it');
    else if (!failed.some(({ assertion }) => assertion)) report(where, `fails by a crash and not by an assertion (${failed[0]?.message ?? ''}); make it wrong, not broken`);
  }
  const testFiles = [...new Set(reference.map((result) => result.file))];
  return { tests: testFiles.map((test) => ({ file: test, names: reference.filter((result) => result.file === test).map(({ name }) => name) })), problems };
}

/** Copies files into a folder of their own and runs their tests. Later files replace earlier ones of the same path. */
async function runTests(files: readonly LabFile[]): Promise<readonly TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const reporter = join(folder, 'reporter.mjs');
    writeFileSync(reporter, LAB_REPORTER);
    const tests = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.test.js')).sort();
    const output = await execute(folder, ['--test', `--test-reporter=${reporter}`, ...tests]);
    return output.split('\n').flatMap((line) => {
      const event = parseLabEvent(line);
      if (event?.type !== 'test') return [];
      const { name, passed, assertion, message } = event;
      return [{ name, assertion, passed, message: (message.split('\n')[0] ?? '').slice(0, 200), file: relative(folder, event.file).replaceAll('\\', '/') }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function execute(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env;
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], timeout: TIMEOUT, killSignal: 'SIGKILL' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
