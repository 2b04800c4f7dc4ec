// Bundles the extension and its pages into dist/. Usage: node esbuild.mjs [--production] [--watch]
import { build, context } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { writeLicences } from './tools/licences.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  // VS Code reads the map beside the bundle while developing; the package carries none.
  sourcemap: production ? false : 'linked',
  legalComments: 'none', // the licences of what is bundled go to dist/licences.txt (tools/licences.mjs)
  metafile: true,
  logLevel: 'info',
  target: 'es2022',
};

/**
 * One bundle serves both extension hosts. The browser platform knows no Node built-ins, so importing one anywhere
 * below src/extension.ts fails the build instead of the web extension.
 * @type {import('esbuild').BuildOptions}
 */
const extension = {
  ...shared,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
};

/** @type {import('esbuild').BuildOptions} */
const pages = {
  ...shared,
  entryPoints: pageEntries(),
  outdir: 'dist/webviews',
  platform: 'browser',
  format: 'iife',
  sourcemap: production ? false : 'inline', // a webview cannot fetch a map past its content security policy
};

/**
 * Not shipped. The core must bundle on its own, for Node as for a browser, without vscode being there.
 * @type {import('esbuild').BuildOptions[]}
 */
const coreAlone = ['node', 'browser'].map((platform) => ({
  ...shared,
  entryPoints: { [platform]: 'src/core/index.ts' },
  outdir: 'out/core-alone',
  platform: /** @type {'node' | 'browser'} */ (platform),
  format: platform === 'node' ? 'cjs' : 'esm',
  logLevel: 'warning',
}));

/** `src/webviews/<page>/main.ts` and its `main.css` become `dist/webviews/<page>.js` and `.css`. */
function pageEntries() {
  const folder = 'src/webviews';
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ['ts', 'css'].map((type) => ({ out: name, in: `${folder}/${name}/main.${type}` })))
    .filter((entry) => existsSync(entry.in));
}

const all = [extension, pages, ...coreAlone];
if (watch) {
  const contexts = await Promise.all(all.map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const [host, page] = await Promise.all(all.map((options) => build(options)));
  writeLicences([host.metafile, page.metafile], 'dist/licences.txt');
}
