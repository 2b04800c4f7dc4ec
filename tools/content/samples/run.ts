import { spawn } from 'node:child_process';
import { transform } from 'esbuild';
import type { Problem, Sample } from '../../../src/core/library/compile';

/** Milliseconds; a sample has no timer longer than a second, the rest is for a busy machine. */
const TIMEOUT = 15_000;
const PARALLEL = 2;
/** The name under which stack traces show the sample, to find the line. */
const SOURCE = 'executed-sample.ts';

/** Executes each sample in a Node process of its own; a sample that throws, hangs or exits with an error is a problem. */
export async function runSamples(samples: readonly Sample[]): Promise<Problem[]> {
  const waiting = [...samples];
  const problems: Problem[] = [];
  const work = async (): Promise<void> => {
    for (let sample = waiting.shift(); sample !== undefined; sample = waiting.shift()) problems.push(...(await runSample(sample)));
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return problems;
}

async function runSample({ file, line, text }: Sample): Promise<Problem[]> {
  let code: string;
  try {
    ({ code } = await transform(text, { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline', sourcefile: SOURCE }));
  } catch (error) {
    return [{ file, line, message: `the sample does not parse: ${String(error).split('\n')[1] ?? String(error)}` }];
  }
  const { status, output, timedOut } = await execute(code);
  if (timedOut) return [{ file, line, message: `the sample runs longer than ${TIMEOUT / 1000} s; inject the clock instead of waiting` }];
  if (status === 0) return [];
  // Frames of functions that the sample defines come first, and the outermost is the assertion that a reader sees.
  const frames = [...output.matchAll(new RegExp(`${SOURCE.replace('.', '\\.')}:(\\d+)`, 'g'))].map((match) => Number(match[1]));
  return [{ file, line: line + (frames.at(-1) ?? 0), message: `the sample fails: ${describeFailure(output) || `exit code ${status}`}` }];
}

/** The line that names the error, and the values below it where it ends in a colon. */
function describeFailure(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const index = Math.max(0, lines.findIndex((line) => /^\w*(?:Error|Warning)\b/.test(line)));
  const [error = '', values = ''] = lines.slice(index);
  return error.endsWith(':') ? `${error} ${values}` : error;
}

function execute(code: string): Promise<{ status: number | null; output: string; timedOut: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--input-type=module', '-'], { stdio: ['pipe', 'ignore', 'pipe'], env: {} });
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, TIMEOUT);
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output, timedOut });
    });
    child.stdin.on('error', () => undefined); // The process may end before it has read everything; its status tells.
    child.stdin.end(code);
  });
}
