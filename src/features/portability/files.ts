import * as vscode from 'vscode';

/** Asks for the file to write; the dialog itself asks before it replaces one. */
export function askWhere(name: string, saveLabel: string, filters: Record<string, string[]>): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false)?.uri;
  return vscode.window.showSaveDialog({ saveLabel, filters, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }) });
}

/** A file beside another that does not exist yet: `<base>.<extension>`, then `<base>-2.<extension>` and so on. */
export async function freeNeighbour(file: vscode.Uri, extension: string): Promise<vscode.Uri> {
  const base = file.path.replace(/\.[^./]+$/, '');
  for (let number = 1; ; number += 1) {
    const candidate = file.with({ path: `${base}${number === 1 ? '' : `-${number}`}.${extension}` });
    const found = await vscode.workspace.fs.stat(candidate).then(() => true, () => false);
    if (!found) return candidate;
  }
}
