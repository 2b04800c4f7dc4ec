import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runsFolder, sampleWorkspace } from './paths';

/** A copy of the sample workspace that a test may change. Its own name stays: it shows in the window and in pictures. */
export function scratchWorkspace(name: string): string {
  mkdirSync(runsFolder, { recursive: true });
  const folder = join(mkdtempSync(join(runsFolder, `${name}-`)), 'sample-workspace');
  if (existsSync(sampleWorkspace)) cpSync(sampleWorkspace, folder, { recursive: true });
  else mkdirSync(folder);
  return folder;
}
