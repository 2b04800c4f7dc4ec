import * as vscode from 'vscode';
import { leadsToDecisions, normaliseFolder, recogniseFolders, type DecisionFolder } from '../../core';
import { SETTINGS } from '../../ids';

/** Where a workspace folder keeps its decision records. Paths are relative to it. */
export interface Located {
  /** Said by the setting, or by the file `.adr-dir` of adr-tools; it may not exist yet. */
  readonly chosen?: string;
  /** Known folders that exist, those with records first; empty when one is chosen. */
  readonly found: readonly DecisionFolder[];
}

/** Looks at the few folders where records may be, and not through the whole workspace: that works on any file system. */
export async function locateRecords(folder: vscode.WorkspaceFolder): Promise<Located> {
  const chosen = folderOfSetting(folder) ?? (await folderOfAdrTools(folder));
  if (chosen !== undefined) return { chosen, found: [] };
  const paths: string[] = [];
  await collect(folder.uri, '', paths);
  return { found: recogniseFolders(paths) };
}

/** The folders with records: the chosen one, or all that are recognised. */
export function recordFolders({ chosen, found }: Located): readonly string[] {
  return chosen === undefined ? found.filter(({ records }) => records > 0).map(({ path }) => path) : [chosen];
}

/** Names in a folder; none when there is no such folder. */
export async function listFiles(uri: vscode.Uri): Promise<readonly string[]> {
  return (await readDirectory(uri)).filter(([, type]) => (type & vscode.FileType.Directory) === 0).map(([name]) => name);
}

/** Keeps the answer for everybody who opens the workspace, as long as its settings can be written. */
export async function keepFolder(folder: vscode.WorkspaceFolder, path: string): Promise<void> {
  await vscode.workspace.getConfiguration(undefined, folder.uri).update(SETTINGS.decisionsFolder, path, vscode.ConfigurationTarget.WorkspaceFolder);
}

function folderOfSetting(folder: vscode.WorkspaceFolder): string | undefined {
  const written = vscode.workspace.getConfiguration(undefined, folder.uri).get<unknown>(SETTINGS.decisionsFolder);
  return typeof written === 'string' ? normaliseFolder(written) : undefined;
}

async function folderOfAdrTools(folder: vscode.WorkspaceFolder): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, '.adr-dir'));
    return normaliseFolder(new TextDecoder().decode(bytes).split(/\r?\n/)[0] ?? '');
  } catch {
    return undefined; // Few repositories have one.
  }
}

async function collect(uri: vscode.Uri, path: string, paths: string[]): Promise<void> {
  for (const [name, type] of await readDirectory(uri)) {
    const child = path === '' ? name : `${path}/${name}`;
    if ((type & vscode.FileType.Directory) === 0) {
      paths.push(child);
    } else if (leadsToDecisions(child)) {
      paths.push(`${child}/`);
      await collect(vscode.Uri.joinPath(uri, name), child, paths);
    }
  }
}

async function readDirectory(uri: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch {
    return []; // Not there, or not readable: either way there is nothing to find in it.
  }
}
