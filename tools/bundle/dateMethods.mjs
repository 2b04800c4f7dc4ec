import { readFileSync } from 'node:fs';

/**
 * Leaves out four methods that the package ts-fsrs adds to every Date as soon as it is loaded. All extensions of a window
 * share one Date, and `format` is a name that others look for; the core uses none of them.
 * @type {import('esbuild').Plugin}
 */
export const withoutDateMethods = {
  name: 'without the Date methods of ts-fsrs',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]ts-fsrs[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^Date\.prototype\.\w+ = function[\s\S]*?^\};$/gm, ''),
    }));
  },
};
