import * as vscode from 'vscode';
import { freeFolderName, LAB_MARKER, labMarker, type Lab } from '../../core';
import { describeError } from '../../studio/log';

/** A lab that was written. */
export interface WrittenLab {
  readonly folder: vscode.Uri;
  /** Not the name of the lab, because something else has it. */
  readonly renamed: boolean;
}

/**
 * Writes the starter into a new folder below the given one. What is there stays as it is: an occupied name gets a
 * number. Rejects with a message for people; what was written of a new folder by then is taken away again.
 */
export async function writeLab(parent: vscode.Uri, lab: Pick<Lab, 'id' | 'files'>): Promise<WrittenLab> {
  if (vscode.workspace.fs.isWritableFileSystem(parent.scheme) === false) throw cannotWrite(parent, vscode.l10n.t('it is read-only'));
  const name = await freeFolderName(lab.id, (candidate) => isOccupied(vscode.Uri.joinPath(parent, candidate)));
  if (name === undefined) throw cannotWrite(parent, vscode.l10n.t('every name for it is taken'));
  const folder = vscode.Uri.joinPath(parent, name);
  const isNew = !(await exists(folder));
  try {
    await vscode.workspace.fs.createDirectory(folder);
    const files = [...lab.files, { path: LAB_MARKER, text: labMarker(lab.id) }];
    for (const { path, text } of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  } catch (cause) {
    if (isNew) await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    throw cannotWrite(parent, describeError(cause), cause);
  }
  return { folder, renamed: name !== lab.id };
}

function cannotWrite(folder: vscode.Uri, reason: string, cause?: unknown): Error {
  return new Error(vscode.l10n.t('The lab cannot be written into "{0}" ({1}). Start it again and pick a folder that you can write to.', readablePath(folder), reason), { cause });
}

/** A path as people know it on this machine, or the whole address of a folder elsewhere. */
export function readablePath(folder: vscode.Uri): string {
  return folder.scheme === 'file' ? folder.fsPath : folder.toString(true);
}

async function isOccupied(uri: vscode.Uri): Promise<boolean> {
  if (!(await exists(uri))) return false;
  try {
    return (await vscode.workspace.fs.readDirectory(uri)).length > 0;
  } catch {
    return true; // A file, or a folder that nobody may look into.
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (cause) {
    // What cannot be looked at may be there.
    return !(cause instanceof vscode.FileSystemError && cause.code === 'FileNotFound');
  }
}
