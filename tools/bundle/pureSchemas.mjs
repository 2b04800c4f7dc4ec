import { readFileSync } from 'node:fs';

/** What valibot does rather than describes. */
const ACTS = ['assert', 'is', 'parse', 'parser', 'safeParse', 'safeParser', 'setGlobalConfig', 'setGlobalMessage', 'setSchemaMessage', 'setSpecificMessage'];
const CALL = new RegExp(String.raw`(?<![\w.$])v\.(?!(?:${ACTS.join('|')})\b)(?=\w+[<(])`, 'g');

/**
 * Lets tree shaking take schemas that a bundle does not use: what a page checks, and the extension does not. Valibot
 * says of its own functions that they have no side effects, but esbuild heeds that only within one file.
 * @type {import('esbuild').Plugin}
 */
export const pureSchemas = {
  name: 'schemas without side effects',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes("import * as v from 'valibot'")) return undefined;
      return { contents: text.replace(CALL, '/* @__PURE__ */ v.'), loader: 'ts' };
    });
  },
};
