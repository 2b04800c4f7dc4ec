import { spawn, type SpawnOptions } from 'node:child_process';

export class CommandFailed extends Error {
  constructor(
    command: string,
    readonly code: number,
    readonly output: string,
  ) {
    super(`${command} ended with code ${code}\n${tail(output)}`);
  }
}

/** Runs a program to its end and returns what it printed; rejects with the last lines of it when it fails. */
export function run(file: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new CommandFailed([file, ...args].join(' '), code ?? 1, output));
    });
  });
}

/** Runs the npm that started this process, else the one on the PATH. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const cli = process.env['npm_execpath'];
  const audible = [...args, '--loglevel=error']; // said aloud even under `npm test --silent`
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...audible], { cwd });
  return run('npm', audible, { cwd, shell: process.platform === 'win32' });
}

function tail(text: string): string {
  return text.trimEnd().split('\n').slice(-40).join('\n');
}
