import * as vscode from 'vscode';
import { changeMany, OPEN, undoOf, type ProgressDocument, type Stamp } from '../../core';
import { CONTEXT_KEYS } from '../../ids';
import type { Studio } from '../../studio/studio';

/** Changes of the whole progress, of which the last can be taken back until the window closes. */
export interface BulkChanges {
  apply(transform: (document: ProgressDocument, stamp: Stamp) => ProgressDocument): Promise<void>;
  /** Takes the last change back; what was done since then stays. False when there is none. */
  undo(): Promise<boolean>;
}

export function createBulkChanges({ progress }: Studio): BulkChanges {
  let last: { readonly before: ProgressDocument; readonly after: ProgressDocument } | undefined;
  const remember = async (change: typeof last): Promise<void> => {
    last = change;
    await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.canUndoProgress, change !== undefined);
  };
  return {
    async apply(transform) {
      let change: typeof last;
      await progress.update((before, stamp) => {
        const after = transform(before, stamp);
        change = { before, after };
        return after;
      });
      await remember(change);
    },
    async undo() {
      if (last === undefined) return false;
      const { before, after } = last;
      await progress.update((now, stamp) => changeMany(now, undoOf(before, after, now, OPEN), stamp));
      await remember(undefined);
      return true;
    },
  };
}

/** Says what was done, with the way back one click away. */
export async function offerUndo(message: string, changes: BulkChanges): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  if (await changes.undo()) void vscode.window.showInformationMessage(vscode.l10n.t('Your progress is as it was before.'));
}
