import { fileURLToPath } from 'node:url';

const once = fileURLToPath(new URL('vscode.mjs', import.meta.url));

/**
 * Leads every import of `vscode` to vscode.mjs, which alone asks the editor for it.
 * @type {import('esbuild').Plugin}
 */
export const oneVscode = {
  name: 'vscode once',
  setup(bundle) {
    bundle.onResolve({ filter: /^vscode$/ }, ({ kind }) => (kind === 'require-call' ? { path: 'vscode', external: true } : { path: once }));
  },
};
