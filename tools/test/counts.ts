/** What a stage found. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface StageResult extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** An aligned table of the stages; the caller prints the summary line after it. */
export function table(results: readonly StageResult[]): string {
  const rows = results.map(({ name, passed, failed, skipped, seconds }) => [
    failed > 0 ? '✗' : '✓',
    name,
    String(passed),
    String(failed),
    String(skipped),
    `${seconds.toFixed(1)} s`,
  ]);
  const all = [['', 'stage', 'passed', 'failed', 'skipped', 'time'], ...rows];
  const widths = all[0]?.map((_cell, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

export function summary(results: readonly StageResult[]): string {
  const sum = (pick: (result: StageResult) => number): number => results.reduce((total, result) => total + pick(result), 0);
  return `${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed`;
}
