import { statSync } from 'node:fs';
import { join } from 'node:path';
import { budgets, calculatorPageSize } from '../../tools/package';
import { root } from '../host/paths';
import { packagedExtension } from '../host/vsix';
import type { Ratio } from './table';

/** What a user downloads and loads. The baseline of a size is its budget: design/architecture.md. */
export function sizes(): Ratio[] {
  const row = (what: string, bytes: number, budget: number): Ratio => ({
    what,
    ours: bytes / 1000,
    baseline: budget / 1000,
    unit: 'kB',
    budget: budget / 1000,
    baselineIs: 'the budget',
  });
  const sizeOf = (file: string): number => statSync(file).size;
  return [
    row('bundle', sizeOf(join(root, 'dist', 'extension.js')), budgets.extension),
    row('bundle that parses', sizeOf(join(root, 'dist', 'parsing.js')), budgets.parsing),
    row('page of a calculator with all that it loads, compressed', calculatorPageSize(), budgets.calculatorPage),
    row('VSIX', sizeOf(packagedExtension()), budgets.vsix),
  ];
}
