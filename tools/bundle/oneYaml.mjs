import { build } from 'esbuild';
import { leaveOutUnused } from './leaveOut.mjs';
import { withoutYamlWriter } from './unusedYaml.mjs';

/** What src/core imports of yaml; the build says so when a name is missing here. */
const IMPORTED = 'Composer, LineCounter, Parser, isAlias, isCollection, isMap, isPair, isScalar, visit';

/**
 * Makes one module of the sixty that yaml consists of. It is loaded with the first entry of a team, and each module that
 * may be loaded later costs a wrapper and a call in each module that imports it.
 * @type {import('esbuild').Plugin}
 */
export const oneYaml = {
  name: 'yaml as one module',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]index\.js$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        stdin: { contents: `export { ${IMPORTED} } from ${JSON.stringify(path)};`, resolveDir: '.' },
        bundle: true, format: 'esm', platform: 'browser', target: bundle.initialOptions.target ?? 'esnext', legalComments: 'none',
        plugins: [withoutYamlWriter, leaveOutUnused], write: false, logLevel: 'silent',
      });
      return { contents: outputFiles[0]?.text ?? '' };
    });
  },
};
