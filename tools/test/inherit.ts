import { spawn, type SpawnOptions } from 'node:child_process';
import { exitOnSignals } from '../../test/host/signals';

/** Runs a program with our own output and returns its exit code. */
export function inherit(file: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    exitOnSignals();
    const kill = (): void => void child.kill();
    process.once('exit', kill);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', kill);
      resolve(code ?? 1);
    });
  });
}
