import * as vscode from 'vscode';
import type { Outcome } from './flow';

/**
 * Opens what was recorded. What could not be written is an untitled document, so that nothing is lost, and a message
 * says why.
 *
 * @returns the address of the document; undefined after cancelling
 */
export async function showOutcome(outcome: Outcome): Promise<vscode.Uri | undefined> {
  switch (outcome.type) {
    case 'cancelled':
      return undefined;
    case 'written':
      await vscode.window.showTextDocument(outcome.uri, { preview: false });
      return outcome.uri;
    case 'unwritten': {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: outcome.text });
      await vscode.window.showTextDocument(document, { preview: false });
      void vscode.window.showWarningMessage(explain(outcome));
      return document.uri;
    }
  }
}

function explain({ why, cause }: Extract<Outcome, { readonly type: 'unwritten' }>): string {
  switch (why) {
    case 'no folder':
      return vscode.l10n.t('No folder is open, so the record is an untitled document. Save it where your records live.');
    case 'read-only':
      return vscode.l10n.t('The files of this workspace are read-only, so the record is an untitled document. Save it where your records live.');
    case 'failed':
      return vscode.l10n.t('The record could not be written ({0}), so it is an untitled document. Nothing else was changed. Save it where your records live.', cause ?? '');
  }
}
