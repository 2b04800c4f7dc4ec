import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { runInPage } from '../host/editor-page';
import { installHost } from '../host/install';
import { out, root } from '../host/paths';
import { startServer } from '../host/server';
import { isTelling } from '../host/server-log';
import { runFolder, scratchWorkspace } from '../host/workspace';
import { resultPrefix } from './host/result';
import { placeOnDemandCopy } from './on-demand';

export interface InHost {
  /** A module under test/bench/host that exports `run()` and calls `giveResult`. */
  readonly module: string;
  /** Constants for the module, read there as globals of the same names. */
  readonly define?: Readonly<Record<string, unknown>>;
}

/**
 * Runs a module inside a fresh Node extension host and returns the result that it gives. Our extension is
 * there as it ships, but activates on demand alone; the extension under development, which the host wants, is the empty one.
 */
export async function measureInHost(options: InHost): Promise<unknown> {
  const host = await installHost();
  const outfile = join(out, 'bench', `${options.module}.js`);
  await build({
    entryPoints: [join(root, 'test', 'bench', 'host', `${options.module}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
    define: Object.fromEntries(Object.entries(options.define ?? {}).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const workspace = scratchWorkspace('bench');
  const dataFolder = runFolder('bench-data');
  placeOnDemandCopy(dataFolder);
  const server = await startServer(host, { testDriver: true, name: 'bench', dataFolder });
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(join(root, 'test', 'bench', 'empty-extension'))],
    ['extensionTestsPath', remote(outfile.replace(/\.js$/, ''))],
  ];
  const others: string[] = [];
  let result: unknown;
  try {
    await runInPage({
      url: `${server.url(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
      timeoutMs: 300_000,
      startMs: 300_000,
      onLine: (line) => {
        const at = line.indexOf(resultPrefix);
        if (at >= 0) result = JSON.parse(line.slice(at + resultPrefix.length, line.lastIndexOf('}') + 1));
        else others.push(line);
        return at >= 0;
      },
    });
  } finally {
    await server.stop();
    for (const folder of [dirname(workspace), dataFolder]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (result === undefined) throw new Error(`${options.module} gave no result\n${others.filter(isTelling).slice(-20).join('\n')}`);
  return result;
}
