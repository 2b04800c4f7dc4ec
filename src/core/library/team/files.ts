/** What a team's library is made of, and where an entry belongs. Small and free of the compiler, so that it loads with the extension. */
import type { Kind } from '../vocabulary';

/** Where a workspace folder holds its entries, with `/` as separator. */
export const TEAM_LIBRARY_FOLDER = '.systems-studio/library';

/** Kinds that a team may add. Laws and pillars are the library's own, and overviews are generated. */
export const TEAM_KINDS = [
  'pattern', 'anti-pattern', 'principle', 'case-study', 'company', 'playbook', 'migration', 'guide',
] as const satisfies readonly Kind[];
export type TeamKind = (typeof TEAM_KINDS)[number];

/** The most that one file may hold, in bytes. */
export const LARGEST_TEAM_FILE = 1_000_000;

/** The folder of each kind, as in the library's own content. */
export const KIND_FOLDERS: Readonly<Record<Kind, string>> = {
  law: 'laws', pillar: 'pillars', principle: 'principles', pattern: 'patterns', 'anti-pattern': 'anti-patterns', 'case-study': 'case-studies',
  company: 'companies', playbook: 'playbooks', migration: 'migrations', guide: 'guides', reference: 'reference',
};

/** A file of a team's library, in memory. */
export interface TeamFile {
  /** Unique among all files, such as a URI: problems are reported under it. */
  readonly file: string;
  /** Relative to the team's library folder, with `/` as separator. */
  readonly path: string;
  readonly text: string;
  /** The name of the workspace folder. */
  readonly workspace: string;
}

/** Whether a path in a team's library is one of an entry: a Markdown file that is no README. */
export function isTeamEntryPath(path: string): boolean {
  return /\.md$/i.test(path) && !/(?:^|\/)readme\.md$/i.test(path);
}

export interface TeamPlace {
  readonly id: string;
  /** What the first folder says; undefined in any other folder, where the front matter has to say it. */
  readonly kind: Kind | undefined;
  /** The one folder between the kind's own and the file: a category or a domain. Undefined when there is none. */
  readonly group: string | undefined;
}

/** Reads a path in a team's library. */
export function placeOf(path: string): TeamPlace {
  const parts = path.split('/');
  const id = (parts.pop() ?? '').replace(/\.md$/i, '');
  const kind = (Object.keys(KIND_FOLDERS) as Kind[]).find((each) => KIND_FOLDERS[each] === parts[0]);
  return { id, kind, group: kind !== undefined && parts.length === 2 ? parts[1] : undefined };
}
