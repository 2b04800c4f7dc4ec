import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cache } from './paths';

/** How long a lock may be without its owner's number: the owner died between the two calls that make it. */
const halfMadeMs = 5_000;

/** Runs `work` while no other process on this machine runs work of the same name for this checkout. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const folder = join(cache, `${name}.lock`);
  mkdirSync(cache, { recursive: true });
  let told = false;
  let halfMadeSince = 0;
  // mkdir is the one atomic "create unless it is there" on every file system.
  while (!tryMake(folder)) {
    const owner = readOwner(folder);
    if (owner === undefined) {
      halfMadeSince ||= Date.now();
      if (Date.now() - halfMadeSince > halfMadeMs) rmSync(folder, { recursive: true, force: true });
    } else if (!isAlive(owner)) {
      rmSync(folder, { recursive: true, force: true });
    } else if (!told) {
      console.log(`… waiting for process ${owner}, which is doing the same step (${name})`);
      told = true;
    }
    await delay(250);
  }
  const release = (): void => rmSync(folder, { recursive: true, force: true });
  writeFileSync(join(folder, 'pid'), String(process.pid));
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function tryMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
