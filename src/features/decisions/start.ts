import * as vscode from 'vscode';
import * as v from 'valibot';
import { DecisionDraftSchema, emptyDraft, type DecisionDraft } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import { describeError } from '../../studio/log';
import type { Studio } from '../../studio/studio';
import { draftOf } from './draftOf';

/**
 * What a record starts from.
 *
 * @param argument of the command: nothing (from the palette), a `DecisionDraft`, the id of an entry or a tree node with
 *   an `entryId`, or the address that the title bar of a page hands over
 * @returns undefined when the person left at the question
 * @throws with a message for people when the argument is anything else
 */
export async function startOf(studio: Studio, argument: unknown): Promise<DecisionDraft | undefined> {
  if (argument === undefined || argument === null) return pageInFront() ? offerPage(studio) : emptyDraft;
  if (argument instanceof vscode.Uri) return fromPage(studio);
  if (typeof argument === 'string') return fromEntry(studio, argument);
  if (typeof argument === 'object' && 'entryId' in argument && typeof argument.entryId === 'string') return fromEntry(studio, argument.entryId);
  const draft = v.safeParse(DecisionDraftSchema, argument);
  if (draft.success) return draft.output;
  const [issue] = draft.issues;
  throw new Error(vscode.l10n.t('The decision cannot be recorded, because what was handed over is malformed at "{0}": {1}. Run "Record a Decision" from the Command Palette to start without it.', v.getDotPath(issue) ?? '', issue.message));
}

async function fromEntry(studio: Studio, id: string): Promise<DecisionDraft> {
  const library = await studio.library();
  const entry = library.get(id);
  if (!entry) throw new Error(vscode.l10n.t('There is no entry "{0}" in the library. Run "Record a Decision" from the Command Palette to start without one.', id));
  const references = await studio.body(entry.id).then((body) => body.references, (cause: unknown) => {
    studio.log.warn(`A decision record goes without the sources of "${id}": ${describeError(cause)}`);
    return [];
  });
  return draftOf(library, entry, references);
}

async function fromPage(studio: Studio): Promise<DecisionDraft> {
  const id = await activeEntry();
  return id === undefined ? emptyDraft : fromEntry(studio, id);
}

async function offerPage(studio: Studio): Promise<DecisionDraft | undefined> {
  const id = await activeEntry();
  const entry = id === undefined ? undefined : (await studio.library()).get(id);
  if (!entry) return emptyDraft;
  const fill = { label: vscode.l10n.t('Start from "{0}"', entry.title), description: vscode.l10n.t('the page in front of you'), iconPath: new vscode.ThemeIcon('book') };
  const empty = { label: vscode.l10n.t('Start with an empty record'), iconPath: new vscode.ThemeIcon('file') };
  const chosen = await vscode.window.showQuickPick([fill, empty], { title: vscode.l10n.t('Record a Decision'), ignoreFocusOut: true });
  if (!chosen) return undefined;
  return chosen === fill ? fromEntry(studio, entry.id) : emptyDraft;
}

/** VS Code puts a prefix before the view type of a tab. */
function pageInFront(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.split('-').at(-1) === PANELS.page;
}

async function activeEntry(): Promise<string | undefined> {
  const id: unknown = await vscode.commands.executeCommand(COMMANDS.activeEntry);
  return typeof id === 'string' && id !== '' ? id : undefined;
}
