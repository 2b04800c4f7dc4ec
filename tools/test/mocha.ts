import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logsFolder, root } from '../../test/host/paths';
import type { Counts } from './counts';
import { inherit } from './inherit';

/** Runs mocha over a glob in a process of its own and returns its counts. No test at all is a failure. */
export async function mocha(name: string, glob: string, timeoutMs: number, grep: string | undefined): Promise<Counts> {
  const statsFile = join(logsFolder, `mocha-${name}.json`);
  mkdirSync(logsFolder, { recursive: true });
  rmSync(statsFile, { force: true });
  const resolve = createRequire(import.meta.url).resolve;
  const args = ['--import', 'tsx', resolve('mocha/bin/mocha.js'), '--timeout', String(timeoutMs)];
  args.push('--reporter', fileURLToPath(new URL('mocha-reporter.cjs', import.meta.url)));
  args.push('--forbid-only', ...(grep ? ['--grep', grep] : []), glob);
  const code = await inherit(process.execPath, args, { cwd: root, env: { ...process.env, STUDIO_MOCHA_STATS: statsFile } });
  const counts = read(statsFile);
  if (!counts) {
    console.log(`✗ mocha ended with code ${code} before its tests did`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A failure outside of any test (an unhandled rejection at the end, say) shows in the exit code alone.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.passed + counts.failed === 0 && !grep) {
    console.log(`✗ no test matches ${glob}`);
    counts.failed = 1;
  }
  return counts;
}

function read(file: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}
