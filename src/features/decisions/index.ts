import * as vscode from 'vscode';
import { changeMany, DONE, emptyDraft, madeKey } from '../../core';
import { COMMANDS, VIEWS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { attach, attachmentOf, pickRecord } from './attach';
import { record, type Recording } from './flow';
import { registerRecordHover } from './hover';
import { nativePrompts } from './prompts';
import { showOutcome } from './show';
import { startOf } from './start';
import { createRecordStore } from './store';
import { createTemplates } from './template';
import { createRecordProvider, type RecordNode } from './tree';

/** Decision records: writing them, the view that lists them, and hovers on the links between them. */
export function register(studio: Studio): vscode.Disposable {
  const store = createRecordStore(studio.log);
  const templates = createTemplates();
  const provider = createRecordProvider(store);

  /** @returns the new record's file, or the address of the untitled document; undefined after cancelling */
  async function run(recording: Omit<Recording, 'today'>): Promise<vscode.Uri | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const outcome = await record({ ...recording, today: today() }, { prompts: nativePrompts, templates, folders, log: studio.log });
    if (outcome.type === 'written') {
      store.refresh();
      // A milestone counts it; the record itself does not depend on that.
      await studio.progress
        .update((document, stamp) => changeMany(document, [[madeKey('decision-record'), DONE], ...(outcome.superseded ? [[madeKey('superseded-record'), DONE] as const] : [])], stamp))
        .catch((cause: unknown) => { studio.log.error('Cannot count the decision record', cause); });
    }
    return showOutcome(outcome);
  }

  return vscode.Disposable.from(
    store,
    templates,
    provider,
    vscode.window.createTreeView(VIEWS.decisions, { treeDataProvider: provider }),
    registerRecordHover(studio, store),
    registerCommand(studio, COMMANDS.recordDecision, async (argument) => {
      const draft = await startOf(studio, argument);
      return draft && run({ draft });
    }),
    registerCommand(studio, COMMANDS.supersedeRecord, (argument) => {
      const { folder, file } = requireRecord(argument);
      return run({ draft: emptyDraft, supersedes: { folder, file } });
    }),
    // With `{ title, markdown }`; the second argument is the address of the record, for callers that have asked already.
    registerCommand(studio, COMMANDS.attachToRecord, async (argument, to) => {
      const { title, markdown } = attachmentOf(argument);
      const chosen = typeof to === 'string' ? vscode.Uri.parse(to, true) : await pickRecord(await store.folders(), title);
      const target = chosen === 'new' ? await run({ draft: emptyDraft }) : chosen;
      return target && attach(target, markdown);
    }),
    registerCommand(studio, COMMANDS.openRecordToSide, async (argument) => {
      await vscode.window.showTextDocument(requireRecord(argument).file.uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    }),
  );
}

function requireRecord(argument: unknown): Extract<RecordNode, { readonly type: 'record' }> {
  if (typeof argument === 'object' && argument !== null && 'file' in argument && 'folder' in argument && 'type' in argument && argument.type === 'record') {
    return argument as Extract<RecordNode, { readonly type: 'record' }>;
  }
  throw new Error(vscode.l10n.t('Choose a record in the Decision Records view.'));
}

/** The person's own day, as an ISO date: a record is dated where it is written. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
