/** A team's files beside the small library of the compiler's tests; each test breaks one thing in them. */
import assert from 'node:assert/strict';
import { loadLibrary, type Library, type TeamEntries, type TeamFile } from '../../../src/core';
import { compileTeamEntries } from '../../../src/core/team';
import { validLibrary } from '../library/fixture';
import { filesOfEveryKind } from '../library/fixtureKinds';

export const WORKSPACE = 'shop';
export const TEAM_PATTERN = 'patterns/resilience/payment-hold.md';
export const TEAM_GUIDE = 'guides/on-call.md';

let library: Library | undefined;
/** The built-in library that the team's entries join. */
export const builtIn = (): Library => (library ??= loadLibrary(validLibrary()));

const fixture = (path: string): string => filesOfEveryKind().get(path) ?? '';

/** A pattern and a guide without any problem. */
export function teamFiles(): Map<string, string> {
  return new Map([
    [TEAM_PATTERN, fixture('patterns/resilience/alpha-pattern.md').replaceAll('Alpha Pattern', 'Payment Hold').replaceAll('alpha pattern', 'payment hold').replaceAll('alpha', 'hold')],
    [TEAM_GUIDE, fixture('guides/guide-one.md').replaceAll('Guide One', 'On Call').replaceAll('guide', 'call')],
  ]);
}

export function source(path: string, text: string, workspace = WORKSPACE): TeamFile {
  return { file: `file:///${workspace}/${path}`, path, text, workspace };
}

export function compileTeam(files: ReadonlyMap<string, string>): TeamEntries {
  return compileTeamEntries([...files].map(([path, text]) => source(path, text)), builtIn());
}

/** Problems as `path:line: severity: message`. */
export function problemsOf(files: ReadonlyMap<string, string>): string[] {
  return compileTeam(files).problems.map(({ file, line, severity, message }) => `${file.replace(`file:///${WORKSPACE}/`, '')}:${line}: ${severity}: ${message}`);
}

export const idsOf = (files: ReadonlyMap<string, string>): string[] => compileTeam(files).entries.map(({ id }) => id);

/** The team's files with one text replaced, which must be there. */
export function withChange(path: string, from: string | RegExp, to: string): Map<string, string> {
  const files = teamFiles();
  const text = files.get(path) ?? '';
  const changed = text.replace(from, () => to);
  assert.notEqual(changed, text, `${path} does not hold ${String(from)}`);
  return files.set(path, changed);
}
