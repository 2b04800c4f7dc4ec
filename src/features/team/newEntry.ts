import * as vscode from 'vscode';
import * as v from 'valibot';
import { CATEGORIES, DOMAINS, KIND_FOLDERS, TEAM_KINDS, TEAM_LIBRARY_FOLDER, type Library, type TeamKind } from '../../core';
import type { Studio } from '../../studio/studio';
import { teamLibraryUri } from '../../studio/team/files';
import { askForEntry, idOf } from './questions';
import { starterEntry } from './starter';

/** What a new entry is to be. Another feature may give it all; what is missing is asked for. */
export const WishSchema = v.object({
  kind: v.optional(v.picklist(TEAM_KINDS)),
  title: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80))),
  category: v.optional(v.picklist(CATEGORIES)),
  domain: v.optional(v.picklist(DOMAINS)),
});
export type Wish = v.InferOutput<typeof WishSchema>;
/** All that a starter file needs. */
export type NewEntry = Omit<Wish, 'kind' | 'title'> & { readonly kind: TeamKind; readonly title: string };

/** "New Team Entry": asks, writes the file, opens it. Nothing is written before the last answer, and nothing is overwritten. */
export async function createTeamEntry(studio: Studio, argument: unknown): Promise<void> {
  const given = v.safeParse(WishSchema, argument ?? {});
  const library = await studio.library();
  const folder = await chooseFolder();
  if (folder === 'cancelled') return;
  const entry = await askForEntry(given.success ? given.output : {}, (title) => whyNot(title, library));
  if (entry === undefined) return;
  const objection = whyNot(entry.title, library);
  if (objection !== undefined) throw new Error(objection);
  const path = pathOf(entry);
  const text = starterEntry(entry, new Date().toISOString().slice(0, 10));
  if (folder === undefined || vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) await openUntitled(path, text);
  else await write(vscode.Uri.joinPath(teamLibraryUri(folder), ...path.split('/')), path, text);
}

/** Relative to the team's library. */
export function pathOf({ kind, title, category, domain }: NewEntry): string {
  return [KIND_FOLDERS[kind], ...(category === undefined ? [] : [category]), ...(domain === undefined ? [] : [domain]), `${idOf(title)}.md`].join('/');
}

function whyNot(title: string, library: Library): string | undefined {
  const id = idOf(title);
  if (id === '') return vscode.l10n.t('Write a title with letters from a to z or digits: the name of the file is made of them.');
  if (title.length > 80) return vscode.l10n.t('The title has {0} characters. Write at most 80.', title.length);
  const taken = library.get(id);
  return taken && vscode.l10n.t('"{0}" is in the library already. Choose another title.', taken.title);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined | 'cancelled'> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('The folder that the entry belongs to') })) ?? 'cancelled';
}

async function write(uri: vscode.Uri, path: string, text: string): Promise<void> {
  if (await exists(uri)) throw new Error(vscode.l10n.t('There is a file "{0}" already. Choose another title, or rename the file.', `${TEAM_LIBRARY_FOLDER}/${path}`));
  // An edit of the workspace makes the folders too, never overwrites, and can be undone.
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (await vscode.workspace.applyEdit(edit)) await vscode.window.showTextDocument(uri);
  else await openUntitled(path, text);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Where nothing can be written, the text is there all the same. */
async function openUntitled(path: string, text: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No file can be written in this workspace, so the entry is in a new document. Save it as "{0}" where it belongs.', `${TEAM_LIBRARY_FOLDER}/${path}`),
  );
}
