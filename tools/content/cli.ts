/**
 * Usage: tsx tools/content/cli.ts check|build [--partial] [--only=<text>]
 *   check      prints each failure as file:line: what is wrong, how to mend it
 *   build      the same, and writes dist/library.json and dist/entries/<id>.json when there is no failure
 *   --partial  build writes what is valid in spite of failures, for work on half-written content
 *   --only     prints only the failures of files whose path holds the text; everything is checked all the same
 * Exit code 0 without failures, 1 with failures, 2 for wrong usage.
 */
import { join } from 'node:path';
import { formatProblem } from '../../src/core/library/compile';
import { buildContent, readContent, writeContent } from './build';

async function main([mode, ...flags]: readonly string[]): Promise<number> {
  const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length) ?? '';
  if ((mode !== 'check' && mode !== 'build') || flags.some((flag) => flag !== '--partial' && !flag.startsWith('--only='))) {
    process.stderr.write('usage: tsx tools/content/cli.ts check|build [--partial] [--only=<text>]\n');
    return 2;
  }
  const root = process.cwd();
  const result = await buildContent(readContent(join(root, 'content')), root);
  for (const problem of result.problems) {
    const text = formatProblem(problem, 'content/');
    if (text.includes(only)) process.stdout.write(`${text}\n`);
  }
  const failed = result.problems.length > 0;
  if (mode === 'build' && (!failed || flags.includes('--partial'))) {
    writeContent(result, join(root, 'dist'));
    process.stdout.write(`wrote ${result.library.entries.length} entries and ${result.library.paths.length} paths to dist/\n`);
  }
  return failed ? 1 : 0;
}

// No top-level await: the package is CommonJS, and tsx follows it.
void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
