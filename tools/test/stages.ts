import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runEditorTests } from '../../test/host/editor-tests';
import { root } from '../../test/host/paths';
import { packageExtension } from '../package';
import type { Counts } from './counts';
import { runDesktopTests } from './desktop';
import { inherit } from './inherit';
import { mocha } from './mocha';

export interface Stage {
  readonly name: string;
  readonly heading: string;
  /** A stage of this name has to run first; it is added when only a subset was asked for. */
  readonly needs?: string;
  /** Only when asked for by name. */
  readonly onRequest?: true;
  run(grep: string | undefined): Promise<Counts>;
}

const resolve = createRequire(import.meta.url).resolve;
const bin = (path: string): string => join(root, 'node_modules', path);

/** One check by exit code counts as one test. */
async function check(...commands: readonly (readonly string[])[]): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const args of commands) {
    const code = await inherit(process.execPath, args, { cwd: root });
    if (code === 0) counts.passed++;
    else counts.failed++;
  }
  return counts;
}

const tsc = bin('typescript/bin/tsc');
const tsx = resolve('tsx/cli');

export const stages: readonly Stage[] = [
  { name: 'types', heading: 'Types', run: () => check([tsc, '-p', '.'], [tsc, '--noEmit', '-p', 'src/core']) },
  { name: 'lint', heading: 'Lint, with the layer rule', run: () => check([bin('eslint/bin/eslint.js'), '.']) },
  { name: 'content', heading: 'Content', run: () => check([tsx, 'tools/content/cli.ts', 'check']) },
  { name: 'core', heading: 'Core', run: (grep) => mocha('core', 'test/core/**/*.test.ts', 20_000, grep) },
  { name: 'package', heading: 'Build and package', run: buildPackage },
  { name: 'editor', heading: 'Inside the Node extension host', needs: 'package', run: (grep) => runEditorTests({ host: 'node', grep }) },
  { name: 'web', heading: 'Inside the web extension host', needs: 'package', run: (grep) => runEditorTests({ host: 'web', grep }) },
  { name: 'ui', heading: 'In a real browser', needs: 'package', run: (grep) => mocha('ui', 'test/ui/**/*.test.ts', 60_000, grep) },
  {
    name: 'desktop',
    heading: 'Inside a desktop VS Code',
    needs: 'package',
    onRequest: true,
    run: (grep) => runDesktopTests(grep),
  },
];

async function buildPackage(): Promise<Counts> {
  console.log(await packageExtension());
  return { passed: 1, failed: 0, skipped: 0 };
}
