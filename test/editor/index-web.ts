// Runs in the web extension host, a worker without Node: mocha's browser build, which sets itself up on `globalThis`.
import 'mocha/mocha.js';
import { report, timeoutMs } from './report';

/** The usual one needs a document. `report` listens to the runner itself. */
function NoReporter(): void {}

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: timeoutMs, reporter: NoReporter as unknown as Mocha.ReporterConstructor });
  if (STUDIO_GREP) mocha.grep(STUDIO_GREP);
  await import('studio:suites');
  await report(mocha.run());
}
