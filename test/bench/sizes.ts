import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths';
import { packagedExtension } from '../host/vsix';
import type { Ratio } from './table';

/** What a user downloads and loads. The baseline of a size is its budget: design/architecture.md. */
export function sizes(): Ratio[] {
  const row = (what: string, file: string, budget: number): Ratio => ({
    what,
    ours: statSync(file).size / 1000,
    baseline: budget,
    unit: 'kB',
    budget,
    baselineIs: 'the budget',
  });
  return [row('bundle', join(root, 'dist', 'extension.js'), 500), row('bundle that parses', join(root, 'dist', 'parsing.js'), 200), row('VSIX', packagedExtension(), 3000)];
}
