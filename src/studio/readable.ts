import * as vscode from 'vscode';
import { linkedEntries, type EntryBody, type Library } from '../core';
import type { RenderLabels } from '../core/reading';
import type { Readable } from '../webviews/protocol';

/** What a page needs to render the text of an entry. */
export function readableOf(library: Library, body: EntryBody): Readable {
  return {
    body,
    labels: { ...bodyLabels() },
    unknown: linkedEntries(body.markdown).filter((id) => library.get(id) === undefined),
  };
}

/** The words that rendering adds to an entry's text. */
function bodyLabels(): RenderLabels {
  return {
    references: vscode.l10n.t('References'),
    reference: vscode.l10n.t('Reference {0}', '{0}'),
    backToText: vscode.l10n.t('Back to text {0}', '{0}'),
    executed: vscode.l10n.t('Executed on every build'),
    notExecuted: vscode.l10n.t('Not executed'),
    solution: vscode.l10n.t('Solution'),
    copy: vscode.l10n.t('Copy'),
    table: vscode.l10n.t('Table'),
  };
}
