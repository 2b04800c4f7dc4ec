// A page may start a worker only from a blob, since its content security policy lets it fetch nothing. So the script of
// a worker is bundled by itself and comes into the page as text: `import source from 'worker:./simulationWorker'`.
import { build } from 'esbuild';
import { resolve } from 'node:path';

const NAMESPACE = 'worker';

/** @type {(minify: boolean) => import('esbuild').Plugin} */
export const inlineWorker = (minify) => ({
  name: 'inline-worker',
  setup(host) {
    host.onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({ path: `${resolve(resolveDir, path.slice('worker:'.length))}.ts`, namespace: NAMESPACE }));
    host.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }) => {
      const { outputFiles, metafile } = await build({ entryPoints: [path], bundle: true, write: false, minify, metafile: true, format: 'iife', platform: 'browser', target: 'es2022', legalComments: 'none' });
      return { contents: outputFiles[0]?.text ?? '', loader: 'text', watchFiles: Object.keys(metafile.inputs).map((file) => resolve(file)) };
    });
  },
});
