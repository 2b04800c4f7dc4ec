// Runs in the web extension host, a worker without Node: mocha's browser build, which sets itself up on `globalThis`.
import 'mocha/mocha.js';
import { report, timeoutMs } from './report';

export async function run(): Promise<void> {
  // No reporter: the HTML one needs a document. `report` listens to the runner itself.
  mocha.setup({ ui: 'bdd', timeout: timeoutMs, reporter: class {} as unknown as Mocha.ReporterConstructor });
  if (STUDIO_GREP) mocha.grep(STUDIO_GREP);
  await import('studio:suites');
  await report(mocha.run() as unknown as Mocha.Runner);
}
