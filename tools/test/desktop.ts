import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuites } from '../../test/host/bundle-suites';
import { cache, root } from '../../test/host/paths';
import { scratchWorkspace } from '../../test/host/workspace';
import type { Counts } from './counts';

/**
 * The same suites in a desktop VS Code, which @vscode/test-electron downloads. STUDIO_VSCODE names an installed one
 * (its executable), for machines that its download site is closed to.
 */
export async function runDesktopTests(grep: string | undefined): Promise<Counts> {
  const suites = await bundleSuites('node', grep);
  const installed = process.env['STUDIO_VSCODE'];
  const code = await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: suites,
    cachePath: join(cache, 'desktop'),
    ...(installed ? { vscodeExecutablePath: installed } : {}),
    launchArgs: [scratchWorkspace('desktop'), '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  });
  // The desktop prints its own lines; only its end can be read from here.
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
