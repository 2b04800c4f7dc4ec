import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runsFolder, sampleWorkspace } from './paths';

/** A copy of the sample workspace that a test may change, under a folder that the harness clears. */
export function scratchWorkspace(name: string): string {
  mkdirSync(runsFolder, { recursive: true });
  const folder = mkdtempSync(join(runsFolder, `${name}-workspace-`));
  if (existsSync(sampleWorkspace)) cpSync(sampleWorkspace, folder, { recursive: true });
  return folder;
}
