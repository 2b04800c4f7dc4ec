/**
 * npm test: every stage in order, a table, and one summary line. `npm test -- core editor` runs some of them,
 * `npm test -- ui --grep hover` some tests of one. A failing stage does not keep the next from running.
 */
import { parseArgs } from 'node:util';
import { summary, table, type Counts, type StageResult } from './counts';
import { stages, type Stage } from './stages';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const unknown = positionals.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown) throw new Error(`There is no stage "${unknown}". The stages: ${stages.map((stage) => stage.name).join(', ')}`);
  const results: StageResult[] = [];
  for (const stage of select(positionals)) {
    console.log(`\n── ${stage.heading} (${stage.name}) ${'─'.repeat(Math.max(0, 60 - stage.heading.length - stage.name.length))}`);
    const started = performance.now();
    const counts = await runGuarded(stage, values.grep, results);
    results.push({ name: stage.name, seconds: (performance.now() - started) / 1000, ...counts });
  }
  console.log(`\n${table(results)}\n\n${summary(results)}`);
  return results.every((result) => result.failed === 0) ? 0 : 1;
}

function select(names: readonly string[]): readonly Stage[] {
  if (names.length === 0) return stages.filter((stage) => !stage.onRequest);
  const wanted = stages.filter((stage) => names.includes(stage.name));
  return stages.filter((stage) => wanted.includes(stage) || wanted.some((each) => each.needs === stage.name));
}

async function runGuarded(stage: Stage, grep: string | undefined, before: readonly StageResult[]): Promise<Counts> {
  // Testing a package of an earlier build would report on code that is not there any more.
  if (before.some((each) => each.name === stage.needs && each.failed > 0)) {
    console.log(`✗ cannot run: the stage "${stage.needs}" has failed`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  try {
    return await stage.run(grep);
  } catch (error) {
    console.log(`✗ ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

void main()
  .catch((error: unknown) => {
    console.log(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
    return 1;
  })
  // A timer or socket that something forgot must not keep a finished run alive.
  .then((code) => process.exit(code));
