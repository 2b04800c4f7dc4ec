/** Where teams keep decision records. */
import { numberOfFile } from './names';

/** Folders by convention, most usual first; compared without case. */
export const DECISION_FOLDERS = [
  'docs/decisions',
  'docs/adr',
  'docs/adrs',
  'doc/adr',
  'docs/decision-records',
  'docs/architecture/decisions',
  'docs/architecture/adr',
  'architecture/decisions',
  'adr',
  'adrs',
  'decisions',
] as const;

export const DEFAULT_DECISION_FOLDER: string = DECISION_FOLDERS[0];

export interface DecisionFolder {
  /** Relative to the workspace folder, as written on disk. */
  readonly path: string;
  /** How many records it holds. */
  readonly records: number;
}

/** Whether a folder is one of the known ones, or may hold one. */
export function leadsToDecisions(path: string): boolean {
  const folder = path.toLowerCase();
  return DECISION_FOLDERS.some((known) => known === folder || known.startsWith(`${folder}/`));
}

/**
 * The known folders among the given paths, those with records first, then by convention.
 *
 * @param paths relative to the workspace folder, with `/`; a folder ends with `/`
 */
export function recogniseFolders(paths: readonly string[]): readonly DecisionFolder[] {
  const found = new Map<string, number>();
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(slash, 0));
    if (positionOf(folder) < 0) continue;
    found.set(folder, (found.get(folder) ?? 0) + (numberOfFile(path.slice(slash + 1)) === undefined ? 0 : 1));
  }
  return [...found]
    .map(([path, records]) => ({ path, records }))
    .sort((a, b) => Number(b.records > 0) - Number(a.records > 0) || positionOf(a.path) - positionOf(b.path));
}

function positionOf(folder: string): number {
  return DECISION_FOLDERS.findIndex((known) => known === folder.toLowerCase());
}

/**
 * A folder as a setting or adr-tools' `.adr-dir` names it, in the one form that the rest uses.
 *
 * @returns relative, with `/`, without `.`; undefined for what is empty or would leave the workspace folder
 */
export function normaliseFolder(written: string): string | undefined {
  const path = written.trim().replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}
