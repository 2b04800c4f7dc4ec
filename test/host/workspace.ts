import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runsFolder, sampleWorkspace } from './paths';

const dayMs = 24 * 60 * 60 * 1000;

/** A fresh folder for one run. What a killed run has left behind goes after a day. */
export function runFolder(name: string): string {
  mkdirSync(runsFolder, { recursive: true });
  for (const each of readdirSync(runsFolder)) {
    const path = join(runsFolder, each);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
  return mkdtempSync(join(runsFolder, `${name}-`));
}

/** A copy of the sample workspace that a test may change. Its own name stays: it shows in the window and in pictures. */
export function scratchWorkspace(name: string): string {
  const folder = join(runFolder(name), 'sample-workspace');
  if (existsSync(sampleWorkspace)) cpSync(sampleWorkspace, folder, { recursive: true });
  else mkdirSync(folder);
  return folder;
}
