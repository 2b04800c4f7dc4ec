/** One measure beside its baseline of the same run. Absolute times differ between machines; their ratio says more. */
export interface Ratio {
  readonly what: string;
  readonly ours: number;
  readonly baseline: number;
  /** 'ms', 'kB' … of both. */
  readonly unit: string;
  readonly baselineIs: string;
  /** From design/architecture.md, in the same unit. Printed, never enforced: a busy machine is not a bug. */
  readonly budget?: number;
}

export function printRatios(title: string, rows: readonly Ratio[]): void {
  const cells = rows.map((row) => [
    row.what,
    `${format(row.ours)} ${row.unit}`,
    `${format(row.baseline)} ${row.unit}`,
    row.baseline > 0 ? `${format(row.ours / row.baseline)}×` : '–',
    row.budget === undefined ? '' : `${format(row.budget)} ${row.unit}`,
    row.baselineIs,
  ]);
  const all = [['', 'ours', 'baseline', 'ratio', 'budget', 'the baseline is'], ...cells];
  const widths = (all[0] ?? []).map((_cell, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of all) {
    const line = row.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
    console.log(`  ${line.join('  ')}`.trimEnd());
  }
}

/** Three significant digits, never in powers of ten. */
function format(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 4));
}
