import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, sampleWorkspace } from './paths';

const folder = join(cache, 'start');
const stampFile = join(folder, 'sample.sha256');

/** Settings and installed extensions of `npm start`, kept from one start to the next. */
export const startedData = join(folder, 'data');

/**
 * The sample workspace to open: a copy, so that trying things out leaves the repository clean. The copy, with what the
 * user has written there, stays until the sample itself changes or a fresh one is asked for; the old one is set aside.
 */
export function startedWorkspace(fresh: boolean): string {
  const copy = join(folder, 'sample-workspace');
  const stamp = hashOf(sampleWorkspace);
  const isCurrent = existsSync(copy) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isCurrent && !fresh) return copy;
  mkdirSync(folder, { recursive: true });
  if (existsSync(copy)) {
    rmSync(`${copy}.old`, { recursive: true, force: true });
    renameSync(copy, `${copy}.old`);
    console.log(`A new copy of the sample workspace; the last one is kept as ${copy}.old`);
  }
  cpSync(sampleWorkspace, copy, { recursive: true });
  writeFileSync(stampFile, stamp);
  return copy;
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
