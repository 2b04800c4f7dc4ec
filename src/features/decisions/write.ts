import * as vscode from 'vscode';
import { formatRecord, nextNumber, padNumber, recordFileName, supersedeChange, type DecisionDraft, type NewRecordStatus } from '../../core';
import { addressOfEntry } from '../../studio/entryAddress';
import { listFiles } from './locate';
import type { RecordFile } from './store';
import { exists } from './text';
import { recordHints } from './words';

/** All that a record is made of. */
export interface NewRecord {
  readonly draft: DecisionDraft;
  readonly status: NewRecordStatus;
  readonly supersedes?: RecordFile;
  readonly template?: string;
  /** ISO date. */
  readonly date: string;
}

/** Somebody else may be recording too; more often than this it is no coincidence. */
const ATTEMPTS = 5;

/**
 * Writes a record into a folder under the next free number, never over a file, and marks the older record as superseded:
 * both in one step, which one "undo" takes back.
 *
 * @returns the new file
 * @throws when the file system refuses; then neither file has changed
 */
export async function writeRecord(folder: vscode.Uri, record: NewRecord): Promise<vscode.Uri> {
  for (let attempt = 1; ; attempt++) {
    const names = await listFiles(folder);
    const number = nextNumber(names);
    const name = recordFileName(number, record.draft.title, names);
    const uri = vscode.Uri.joinPath(folder, name);
    const edit = new vscode.WorkspaceEdit();
    const contents = new TextEncoder().encode(recordText(record, padNumber(number, names)));
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
    const older = record.supersedes && (await vscode.workspace.openTextDocument(record.supersedes.uri));
    const save = older?.isDirty === false;
    if (older) {
      const change = supersedeChange(older.getText(), { number: padNumber(number, names), title: record.draft.title, href: name });
      edit.replace(older.uri, new vscode.Range(older.positionAt(change.start), older.positionAt(change.end)), change.text);
    }
    if (!(await exists(uri)) && (await vscode.workspace.applyEdit(edit))) {
      // What a person has not saved yet is theirs to save.
      if (save) await older.save();
      return uri;
    }
    const taken = await exists(uri);
    if (!taken || attempt === ATTEMPTS) throw new Error(vscode.l10n.t('"{0}" could not be created', name));
  }
}

/** @param number as the file's name has it */
export function recordText({ draft, status, supersedes, template, date }: NewRecord, number: string): string {
  return formatRecord(draft, {
    number,
    date,
    status,
    hints: recordHints(),
    linkTo: addressOfEntry,
    ...(supersedes && { supersedes: { number: supersedes.number, title: supersedes.record.title || supersedes.name, href: supersedes.name } }),
    ...(template !== undefined && { template }),
  });
}
