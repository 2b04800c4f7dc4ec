import * as vscode from 'vscode';
import type { RenderLabels } from '../core/reading';

/** The words that rendering adds to an entry's text. */
export function bodyLabels(): RenderLabels {
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
