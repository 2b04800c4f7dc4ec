import { readFileSync } from 'node:fs';

/**
 * Leaves out the half of the package yaml that writes YAML, some 13 kB: the extension only reads it. The reading half
 * names it in methods of its classes, and calls it for one thing only, keys that are lists or maps, which
 * src/core/library/compile/yaml.ts refuses before. Whatever calls it all the same gets an error.
 * @type {import('esbuild').Plugin}
 */
export const withoutYamlWriter = {
  name: 'without the writer of yaml',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, ({ path }) => {
      const names = /^export \{ (.+) \};$/m.exec(readFileSync(path, 'utf8'))?.[1]?.split(', ') ?? [];
      return { contents: `const unused = () => { throw new Error('YAML cannot be written by this bundle'); };\n${names.map((name) => `export const ${name} = unused;`).join('\n')}` };
    });
  },
};
