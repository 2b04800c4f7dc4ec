import { build, type BuildOptions, type Plugin } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './paths';

export type HostKind = 'node' | 'web';

const editorTests = join(root, 'test', 'editor');

/** Every suite, found by its name: a forgotten list entry is a test that never runs. */
function suites(): string[] {
  return readdirSync(editorTests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

const suiteImports: Plugin = {
  name: 'suites',
  setup(bundle) {
    bundle.onResolve({ filter: /^studio:suites$/ }, () => ({ path: 'suites', namespace: 'studio' }));
    bundle.onLoad({ filter: /.*/, namespace: 'studio' }, () => ({
      contents: suites().map((file) => `import './${file}';`).join('\n'),
      resolveDir: editorTests,
    }));
  },
};

/** Bundles the suites for one host and returns the module that it runs. Both hosts want CommonJS. */
export async function bundleSuites(host: HostKind, grep = ''): Promise<string> {
  const outfile = join(out, 'editor', host, 'index.js');
  const common: BuildOptions = {
    entryPoints: [join(editorTests, `index-${host}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    define: { STUDIO_HOST: JSON.stringify(host), STUDIO_GREP: JSON.stringify(grep) },
    plugins: [suiteImports],
    logLevel: 'warning',
  };
  // The browser platform makes a Node built-in in a suite a build error, not a surprise in the worker.
  if (host === 'web') {
    // Mocha's browser build would take the bundle's own `module.exports` for its own, were it to see one.
    const define = { ...common.define, module: 'undefined', exports: 'undefined' };
    await build({ ...common, define, platform: 'browser', target: 'es2022', external: ['vscode'] });
  }
  else await build({ ...common, platform: 'node', target: 'node20', external: ['vscode', 'mocha'] });
  return outfile;
}
