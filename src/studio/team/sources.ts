import * as vscode from 'vscode';
import { isTeamEntryPath, LARGEST_TEAM_FILE, type TeamDraft, type TeamFile, type TeamProblem } from '../../core';
import { findTeamFiles, teamPathOf } from './files';
import { forEachOf, runInSlices } from './slices';

const READ_AT_ONCE = 16;

interface Source {
  readonly uri: vscode.Uri;
  mtime: number;
  size: number;
  text: string | undefined;
  draft: TeamDraft;
}

/** What `readTeamEntry` of the core does; loaded with the first file. */
export type ReadEntry = (file: TeamFile) => TeamDraft;

/** The files of all teams in the workspace, each read and compiled again only when it has changed. */
export interface TeamSources {
  readonly drafts: readonly TeamDraft[];
  /** Looks at everything again: what is new, gone or changed. Resolves to whether anything is different. */
  scan(read: () => Promise<ReadEntry>): Promise<boolean>;
  /** The same for files that are known to have changed. */
  update(uris: readonly vscode.Uri[], read: () => Promise<ReadEntry>): Promise<boolean>;
}

export function createTeamSources(): TeamSources {
  const sources = new Map<string, Source>();

  /** Reads those that differ, then compiles them in slices. */
  async function take(uris: readonly vscode.Uri[], always: boolean, load: () => Promise<ReadEntry>): Promise<boolean> {
    let changed = false;
    const texts: { readonly uri: vscode.Uri; readonly stat: vscode.FileStat; readonly text: string | TeamProblem }[] = [];
    await forEachOf(uris, READ_AT_ONCE, async (uri) => {
      const known = sources.get(uri.toString());
      const stat = await statOf(uri);
      if (stat === undefined) {
        changed = sources.delete(uri.toString()) || changed;
      } else if (always || known?.mtime !== stat.mtime || known.size !== stat.size) {
        const text = await textOf(uri, stat);
        if (known === undefined || known.text === undefined || known.text !== text) texts.push({ uri, stat, text });
      }
    });
    if (texts.length === 0) return changed;
    const readEntry = await load();
    await runInSlices((function* () {
      for (const { uri, stat, text } of texts) {
        const file = teamFile(uri, typeof text === 'string' ? text : '');
        if (file !== undefined) sources.set(uri.toString(), { uri, mtime: stat.mtime, size: stat.size, text: typeof text === 'string' ? text : undefined, draft: typeof text === 'string' ? readEntry(file) : unreadable(file, text, readEntry) });
        yield;
      }
    })());
    return true;
  }

  return {
    get drafts() { return [...sources.values()].map(({ draft }) => draft); },
    async scan(load) {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const found = (await Promise.all(folders.map(findTeamFiles))).flat();
      const keys = new Set(found.map((uri) => uri.toString()));
      const gone = [...sources.keys()].filter((key) => !keys.has(key));
      for (const key of gone) sources.delete(key);
      return (await take(found, false, load)) || gone.length > 0;
    },
    update: (uris, load) => take(uris, true, load),
  };
}

/** The file as the core takes it; undefined for what lies in no team's library. */
export function teamFile(uri: vscode.Uri, text: string): TeamFile | undefined {
  const place = teamPathOf(uri);
  if (place === undefined || !isTeamEntryPath(place.path)) return undefined;
  return { file: uri.toString(), path: place.path, text, workspace: place.folder.name };
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    const stat = await vscode.workspace.fs.stat(uri);
    return (stat.type & vscode.FileType.File) === 0 ? undefined : stat;
  } catch {
    return undefined;
  }
}

/** The text, or why there is none. */
async function textOf(uri: vscode.Uri, { size }: vscode.FileStat): Promise<string | TeamProblem> {
  const problem = (message: string): TeamProblem => ({ file: uri.toString(), line: 1, message, severity: 'error' });
  if (size > LARGEST_TEAM_FILE) {
    return problem(vscode.l10n.t('The file has {0} bytes, and an entry may have {1}: make it shorter, or split it into several entries.', size, LARGEST_TEAM_FILE));
  }
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (cause) {
    return problem(vscode.l10n.t('The file cannot be read ({0}): check that it is there and that you may read it.', cause instanceof Error ? cause.message : String(cause)));
  }
}

/** A draft that has its problem and nothing else. */
function unreadable(file: TeamFile, problem: TeamProblem, readEntry: ReadEntry): TeamDraft {
  return { ...readEntry(file), problems: [problem] };
}
