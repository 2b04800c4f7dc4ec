import * as vscode from 'vscode';
import { insertUnderHeading } from '../../core';
import { timelineHeading } from './document';

/**
 * The document of the notes as it is now: where it was opened, where it was saved to, or saved and closed.
 *
 * @param mark text that only the notes of this incident have
 * @returns undefined when it was closed without being saved, or deleted
 */
export async function findNotes(stored: string, mark: string): Promise<vscode.TextDocument | undefined> {
  const uri = vscode.Uri.parse(stored);
  const open = openDocuments();
  const known = open.find((document) => document.uri.toString() === uri.toString());
  if (known && (uri.scheme !== 'untitled' || areNotes(known, mark))) return known;
  const moved = open.find((document) => document.getText().includes(mark));
  if (moved) return moved;
  // Opening an untitled address that no tab has would make an empty document of that name.
  if (uri.scheme === 'untitled' && (known || !hasTab(uri))) return undefined;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return uri.scheme !== 'untitled' || areNotes(document, mark) ? document : undefined;
  } catch {
    return undefined; // deleted, or on a file system that is not there any more
  }
}

/** Whether a document holds the notes with this mark. */
export function hasMark(document: vscode.TextDocument, mark: string): boolean {
  return isWritten(document) && document.getText().includes(mark);
}

/** VS Code gives the address of a closed untitled document to the next one, which may be anything. */
function areNotes(document: vscode.TextDocument, mark: string): boolean {
  const text = document.getText();
  return text.includes(mark) || text.split(/\r?\n/).some((line) => /^#+\s/.test(line) && line.includes(timelineHeading()));
}

function openDocuments(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((document) => !document.isClosed && isWritten(document));
}

/** Logs and earlier versions repeat what the notes say, and nobody writes into them. */
function isWritten({ uri }: vscode.TextDocument): boolean {
  return uri.scheme !== 'git' && uri.scheme !== 'output';
}

function hasTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()));
}

/** An untitled Markdown document with this text. */
export async function newNotesDocument(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const text = document.getText();
  if (text.replaceAll('\r\n', '\n') === content) return document;
  // An untitled document that was closed a moment ago lends its address, and VS Code then shows its old text.
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), content);
  if (!await vscode.workspace.applyEdit(edit)) throw new Error(vscode.l10n.t('The incident notes could not be opened. Try it again; what you check is kept.'));
  return document;
}

/** A person may type at the same moment, and an edit of an older version is refused. */
const ATTEMPTS = 3;

/**
 * Adds lines to the timeline. The document is left unsaved: when to save is the person's choice.
 *
 * @returns false when the document takes no edits
 */
export async function appendToTimeline(document: vscode.TextDocument, lines: readonly string[]): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { offset, text } = insertUnderHeading(document.getText(), timelineHeading(), lines);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(offset), text);
    if (await vscode.workspace.applyEdit(edit)) return true;
  }
  return false;
}
