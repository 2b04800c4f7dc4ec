import * as vscode from 'vscode';
import { describeError } from '../../studio/log';

/** Bytes; a table takes a few hundred rows. */
const LARGEST = 1_000_000;

const filters = (): Record<string, string[]> => ({ [vscode.l10n.t('Tables')]: ['csv', 'tsv', 'txt'] });

/**
 * Asks for a file with rows and reads it.
 * @returns undefined after cancelling
 * @throws with a message for people when it is too large, or no text in UTF-8
 */
export async function loadRows(): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ canSelectMany: false, openLabel: vscode.l10n.t('Load Rows'), filters: filters() })) ?? [];
  return file && readRows(file);
}

export async function readRows(file: vscode.Uri): Promise<{ readonly name: string; readonly text: string }> {
  const name = nameOf(file);
  const requireSmall = (size: number): void => {
    if (size > LARGEST) throw new Error(vscode.l10n.t('"{0}" is larger than 1 MB. Choose a file that holds the rows of this table and nothing else.', name));
  };
  requireSmall((await vscode.workspace.fs.stat(file)).size);
  const bytes = await vscode.workspace.fs.readFile(file);
  requireSmall(bytes.length); // Not every file system knows sizes beforehand.
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new Error(vscode.l10n.t('"{0}" is not text in UTF-8. Save it as "CSV UTF-8" where you made it, and load it again.', name));
  }
}

/**
 * Asks where to write the rows of a field, and writes them. The dialog asks before it replaces a file.
 * @returns the file's name; undefined after cancelling
 */
export async function saveRows(field: string, text: string): Promise<string | undefined> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false)?.uri;
  const name = `${/^\w{1,40}$/.test(field) ? field : 'rows'}.csv`;
  const file = await vscode.window.showSaveDialog({ saveLabel: vscode.l10n.t('Save Rows'), filters: filters(), ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }) });
  if (!file) return undefined;
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (cause) {
    throw new Error(vscode.l10n.t('"{0}" could not be written ({1}). Save the rows in another folder.', nameOf(file), describeError(cause)), { cause });
  }
  return nameOf(file);
}

/** Opens a file that the extension brings along as a new document, beside the page, to be changed and saved where one likes. */
export async function openExample(extensionUri: vscode.Uri, file: string): Promise<void> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', file)));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: 'plaintext' }), vscode.ViewColumn.Beside);
}

const nameOf = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? path;
