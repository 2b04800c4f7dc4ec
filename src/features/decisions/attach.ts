import * as vscode from 'vscode';
import * as v from 'valibot';
import { attachChange } from '../../core';
import { describeError } from '../../studio/log';
import type { RecordFile, RecordFolder } from './store';
import { recordLabel, statusText } from './words';

/** What is attached: what it is about, and its text with headings from level 2 on. */
const AttachmentSchema = v.object({ title: v.string(), markdown: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000_000)) });

/** @throws with a message for people when the argument of the command is anything else */
export function attachmentOf(argument: unknown): v.InferOutput<typeof AttachmentSchema> {
  const parsed = v.safeParse(AttachmentSchema, argument);
  if (!parsed.success) throw new Error(vscode.l10n.t('There is nothing to attach. Open a calculator, and choose "Attach to Decision Record" there.'));
  return parsed.output;
}

/** Asks which record to attach to. @returns its file, "new" for a record to be written first, undefined after cancelling */
export async function pickRecord(folders: readonly RecordFolder[], title: string): Promise<vscode.Uri | 'new' | undefined> {
  const several = folders.length > 1;
  const items: readonly (vscode.QuickPickItem & { readonly target?: vscode.Uri | 'new' })[] = [
    ...folders.flatMap(({ path, records }) => records.map((file: RecordFile) => ({
      label: recordLabel(file),
      description: [statusText(file), ...(file.record.date === undefined ? [] : [file.record.date]), ...(several ? [path] : [])].join(' · '),
      target: file.uri,
    }))),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('New Decision Record…'), iconPath: new vscode.ThemeIcon('add'), target: 'new' as const, alwaysShow: true },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Attach "{0}"', title),
    placeHolder: vscode.l10n.t('Which decision record does it belong to?'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return chosen?.target;
}

/**
 * Adds a text to a record as it stands in the editor, saved or not, as one step for "undo", and shows the place. Saving is
 * left to the person.
 *
 * @returns the record's file name
 * @throws with a message for people when the record cannot be read or changed; then the text is on the clipboard
 */
export async function attach(record: vscode.Uri, markdown: string): Promise<string> {
  const name = record.path.split('/').at(-1) ?? record.path;
  try {
    const document = await openRecord(record);
    const change = attachChange(document.getText(), markdown);
    const { version } = document;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(record, new vscode.Range(document.positionAt(change.start), document.positionAt(change.end)), change.text);
    if (!(await vscode.workspace.applyEdit(edit)) || document.version === version) throw new Error(readOnly());
    const place = document.positionAt(change.place);
    await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(place, place) });
    return name;
  } catch (cause) {
    await vscode.env.clipboard.writeText(markdown);
    throw new Error(vscode.l10n.t('Nothing was attached to "{0}": {1}. The text is on the clipboard, to be pasted where it belongs.', name, describeError(cause)), { cause });
  }
}

const readOnly = (): string => vscode.l10n.t('it is read-only');

async function openRecord(record: vscode.Uri): Promise<vscode.TextDocument> {
  if (vscode.workspace.fs.isWritableFileSystem(record.scheme) === false) throw new Error(readOnly());
  if (record.scheme !== 'untitled') {
    const stat = await vscode.workspace.fs.stat(record).then((found) => found, () => undefined);
    if (!stat) throw new Error(vscode.l10n.t('it is no longer there'));
    if (((stat.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0) throw new Error(readOnly());
  }
  return vscode.workspace.openTextDocument(record);
}
