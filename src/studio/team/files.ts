import * as vscode from 'vscode';
import { isTeamEntryPath, TEAM_LIBRARY_FOLDER } from '../../core';

/** A place in a team's library. */
export interface TeamPath {
  readonly folder: vscode.WorkspaceFolder;
  /** Relative to the team's library folder, with `/` as separator. */
  readonly path: string;
}

/** Deeper folders and further files are left alone: a link in a circle would never end. */
const MOST_LEVELS = 8;
const MOST_FILES = 5_000;

export function teamLibraryUri(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, ...TEAM_LIBRARY_FOLDER.split('/'));
}

/** Where an address lies in a team's library; undefined when it does not. */
export function teamPathOf(uri: vscode.Uri): TeamPath | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return undefined;
  const root = `${teamLibraryUri(folder).path}/`;
  return uri.path.startsWith(root) ? { folder, path: uri.path.slice(root.length) } : undefined;
}

/** Whether an address is that of an entry of a team. */
export function isTeamEntry(uri: vscode.Uri): boolean {
  const place = teamPathOf(uri);
  return place !== undefined && isTeamEntryPath(place.path);
}

/**
 * The entry files of a workspace folder. Walks with the file system's own calls, which every host and every virtual
 * workspace has, where a search may be missing or heed settings that hide folders. Empty where there is no library.
 */
export async function findTeamFiles(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const root = teamLibraryUri(folder);
  const found: vscode.Uri[] = [];
  const visit = async (directory: vscode.Uri, level: number): Promise<void> => {
    for (const [name, type] of await list(directory)) {
      const uri = vscode.Uri.joinPath(directory, name);
      if (found.length >= MOST_FILES) return;
      if ((type & vscode.FileType.Directory) !== 0 && level < MOST_LEVELS) await visit(uri, level + 1);
      else if ((type & vscode.FileType.File) !== 0 && isTeamEntryPath(name)) found.push(uri);
    }
  };
  await visit(root, 1);
  return found;
}

/** A folder that is not there, or not any more, is empty; one that cannot be asked at the moment is an error. */
async function list(directory: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(directory);
  } catch (cause) {
    if (cause instanceof vscode.FileSystemError && cause.code === 'Unavailable') throw cause;
    return [];
  }
}
