import * as vscode from 'vscode';
import type { Library } from '../../core';

/**
 * Asks for one of the calculators.
 * @param isKept whether inputs of a calculator are kept in this workspace
 * @returns its id; undefined after cancelling
 */
export async function pickCalculator({ calculators }: Library, isKept: (calculator: string) => boolean): Promise<string | undefined> {
  const items = calculators.map(({ id, title, summary, keywords }) => ({
    label: title,
    description: [...(isKept(id) ? [vscode.l10n.t('with your inputs')] : []), keywords.join(', ')].join(' · '),
    detail: summary,
    iconPath: new vscode.ThemeIcon('symbol-ruler'),
    id,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open Calculator'),
    placeHolder: vscode.l10n.t('What do you want to calculate? For example "nines", "queue" or "quorum"'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}
