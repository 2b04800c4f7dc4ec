// Runs in the Node extension host, which calls `run` and takes a rejection for a failure.
import Mocha from 'mocha';
import { watchNetwork } from './network';
import { report, timeoutMs } from './report';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, ...(STUDIO_GREP ? { grep: STUDIO_GREP } : {}) });
  // Mocha defines `describe` and `it` when it announces a file; the bundle is the one file.
  mocha.suite.emit('pre-require', globalThis, 'suites', mocha);
  const outside = watchNetwork();
  mocha.suite.afterAll('the extension has used no network', () => {
    if (outside().length > 0) throw new Error(outside().join('\n'));
  });
  await import('studio:suites');
  await report(mocha.run());
}
