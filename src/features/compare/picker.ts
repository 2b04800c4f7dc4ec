import * as vscode from 'vscode';
import { FEWEST_TO_COMPARE, MOST_TO_COMPARE, type Library } from '../../core';
import { categoryLabel, tierLabel } from '../../studio/labels';

interface PatternItem extends vscode.QuickPickItem {
  readonly id: string;
}

/**
 * Lets a person check two to four patterns; those that were compared before come first, checked.
 *
 * @returns ids in the order of the list, or undefined when the person cancelled
 */
export function choosePatterns(library: Library, before: readonly string[]): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<PatternItem>();
    const items = library.all('pattern').map((entry): PatternItem => ({
      id: entry.id, label: entry.title, description: [tierLabel(entry.tier), categoryLabel(entry.category), ...(entry.workspace === undefined ? [] : [entry.workspace])].join(' · '), detail: entry.summary,
    }));
    pick.title = vscode.l10n.t('Compare Patterns');
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.ignoreFocusOut = true;
    pick.items = [...items.filter(({ id }) => before.includes(id)), ...items.filter(({ id }) => !before.includes(id))];
    pick.selectedItems = pick.items.filter(({ id }) => before.includes(id));
    const say = (): void => { pick.placeholder = hint(pick.selectedItems.length); };
    say();
    let chosen: readonly string[] | undefined;
    pick.onDidChangeSelection(say);
    pick.onDidAccept(() => {
      const count = pick.selectedItems.length;
      // The list stays open with what is checked, and says what is missing.
      if (count < FEWEST_TO_COMPARE || count > MOST_TO_COMPARE) {
        pick.value = '';
        say();
        return;
      }
      chosen = pick.selectedItems.map(({ id }) => id);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}

function hint(count: number): string {
  if (count > MOST_TO_COMPARE) return vscode.l10n.t('{0} are too many to stand side by side: keep at most {1}.', count, MOST_TO_COMPARE);
  if (count < FEWEST_TO_COMPARE) return vscode.l10n.t('Check two to four patterns ({0} checked so far); type to filter.', count);
  return vscode.l10n.t('{0} checked. Press Enter to compare them.', count);
}
