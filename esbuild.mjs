// Bundles the extension and its pages into dist/. Usage: node esbuild.mjs [--production] [--watch]
import { rmSync } from 'node:fs';
import { build, context } from 'esbuild';
import { coreAloneOptions, extensionOptions, pageOptions, parsingOptions } from './tools/bundle/options.mjs';
import { writeLicences } from './tools/licences.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

rmSync('dist/webviews', { recursive: true, force: true }); // chunks are named after what they hold, and old ones would ship
const all = [extensionOptions(production), parsingOptions(production), pageOptions(production), ...coreAloneOptions(production)];
if (watch) {
  const contexts = await Promise.all(all.map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const [host, parsing, page] = await Promise.all(all.map((options) => build(options)));
  writeLicences([host.metafile, parsing.metafile, page.metafile], 'dist/licences.txt');
}
