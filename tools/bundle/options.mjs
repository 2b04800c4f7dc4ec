// What is bundled, and how. Apart from esbuild.mjs, so that a test can look at what ends up in a bundle.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inlineWorker } from './inlineWorker.mjs';
import { leaveOutUnused } from './leaveOut.mjs';
import { oneVscode } from './oneVscode.mjs';
import { oneYaml } from './oneYaml.mjs';
import { pureSchemas } from './pureSchemas.mjs';

/**
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
const shared = (production) => ({
  bundle: true,
  minify: production,
  // VS Code reads the map beside the bundle while developing; the package carries none.
  sourcemap: production ? false : 'linked',
  legalComments: 'none', // the licences of what is bundled go to dist/licences.txt (tools/licences.mjs)
  metafile: true,
  logLevel: 'info',
  target: 'es2022',
});

/**
 * What the extension hosts load; one bundle serves both of them. The browser platform knows no Node built-ins, so
 * importing one anywhere fails the build instead of the web extension.
 * @param {boolean} production
 */
const inHost = (production) => ({
  ...shared(production),
  outdir: 'dist',
  platform: /** @type {const} */ ('browser'),
  format: /** @type {const} */ ('cjs'),
  charset: /** @type {const} */ ('utf8'), // as both hosts read it; a dash takes half of its escape
  logOverride: { 'import-is-undefined': /** @type {const} */ ('error') },
});

/** @param {boolean} production */
export const extensionOptions = (production) => ({
  ...inHost(production),
  entryPoints: { extension: 'src/extension.ts' },
  plugins: [oneVscode, pureSchemas, leaveOutUnused],
});

/**
 * What the extension loads when it has YAML or Markdown to parse (src/studio/parsing.ts). Nobody gives it `vscode`, so
 * importing that fails the build.
 * @param {boolean} production
 */
export const parsingOptions = (production) => ({
  ...inHost(production),
  entryPoints: { parsing: 'src/core/parsing.ts' },
  // What markdown-it brings along for rendering; the pages, which render, have all of it.
  alias: {
    entities: standIn('entities.mjs'), 'uc.micro': standIn('unicode.mjs'), 'linkify-it': standIn('noLinkify.mjs'),
    mdurl: standIn('noAddresses.mjs'), 'punycode.js': standIn('noAddresses.mjs'),
  },
  plugins: [oneYaml, pureSchemas, leaveOutUnused],
});

const standIn = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Pages share what they have in common, such as the toolkit and the renderer, as chunks beside them: each is shipped
 * once, and what a page imports lazily is loaded when it is asked for.
 * @param {boolean} production
 */
export const pageOptions = (production) => ({
  ...shared(production),
  entryPoints: pageEntries(),
  outdir: 'dist/webviews',
  platform: /** @type {const} */ ('browser'),
  format: /** @type {const} */ ('esm'),
  splitting: true,
  plugins: [inlineWorker(production)],
  sourcemap: production ? /** @type {const} */ (false) : /** @type {const} */ ('inline'), // a webview cannot fetch a map past its content security policy
});

/**
 * Not shipped. The core must bundle on its own, for Node as for a browser, without vscode being there.
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions[]}
 */
export const coreAloneOptions = (production) =>
  ['node', 'browser'].map((platform) => ({
    ...shared(production),
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
