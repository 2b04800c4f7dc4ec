/** What a host tells the harness, one JSON object per console line that starts with `linePrefix`. */
export type TestEvent =
  | { readonly seq: number; readonly kind: 'pass' | 'skip'; readonly title: readonly string[]; readonly ms: number }
  | { readonly seq: number; readonly kind: 'fail'; readonly title: readonly string[]; readonly error: string }
  | { readonly seq: number; readonly kind: 'end'; readonly tests: number };

export const linePrefix = '@studio-test ';

/** Reports a mocha run over the console, the one way out of both hosts. `seq` lets the reader drop doubled lines. */
export function report(runner: Mocha.Runner): Promise<void> {
  let seq = 0;
  let failures = 0;
  const tell = (event: Record<string, unknown>): void => {
    console.log(linePrefix + JSON.stringify({ seq: seq++, ...event }));
  };
  runner.on('pass', (test) => tell({ kind: 'pass', title: test.titlePath(), ms: test.duration ?? 0 }));
  runner.on('pending', (test) => tell({ kind: 'skip', title: test.titlePath(), ms: 0 }));
  runner.on('fail', (test, error: unknown) => {
    failures++;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ kind: 'fail', title: test.titlePath(), error: text });
  });
  return new Promise((resolve, reject) => {
    runner.once('end', () => {
      tell({ kind: 'end', tests: runner.stats?.tests ?? 0 });
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}

/** A slow machine's time for one test. Set here so that both hosts agree. */
export const timeoutMs = 30_000;
