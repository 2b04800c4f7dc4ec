import * as vscode from 'vscode';
import { matchProblems, QUESTIONS, type ProblemWords } from '../../core';
import { problemLabel } from '../../studio/labels';

export interface AnswerItem extends vscode.QuickPickItem {
  /** Undefined: "not sure". */
  readonly answer?: string;
  /** Skips the rest and takes the last answers as they were. */
  readonly useLast?: boolean;
}

/** What a person types at "What hurts?". */
export interface TypedWords {
  /** What the words mean as long as nothing is checked: the row that has the focus, else the best match. Empty without words. */
  meant(): readonly AnswerItem[];
}

/** While a person describes the pain, the problems that it may be come first; what was checked stays checked. */
export function takeWords(pick: vscode.QuickPick<AnswerItem>, all: readonly AnswerItem[], known: ProblemWords): TypedWords {
  const labels = Object.fromEntries(QUESTIONS.hurts.map((problem) => [problem, problemLabel(problem)]));
  const checked = new Set<string>();
  let arranging = false;
  const remember = (): void => {
    checked.clear();
    for (const { answer } of pick.selectedItems) if (answer !== undefined) checked.add(answer);
  };
  remember();
  pick.onDidChangeSelection(() => { if (!arranging) remember(); });
  pick.onDidChangeValue((text) => {
    arranging = true;
    pick.items = arrange(all, text, matchesFor(text));
    pick.selectedItems = pick.items.filter(({ answer }) => answer !== undefined && checked.has(answer));
    arranging = false;
  });

  // In the order of the matches, which is not that of the questions.
  function matchesFor(text: string): readonly AnswerItem[] {
    return matchProblems(text, known, labels).flatMap(({ problem }) => all.find(({ answer }) => answer === problem) ?? []);
  }

  return {
    meant() {
      if (pick.value.trim() === '') return [];
      const focused = pick.activeItems.filter(({ answer }) => answer !== undefined);
      return focused.length > 0 ? focused : matchesFor(pick.value).slice(0, 1);
    },
  };
}

/** While a person types, the editor hides separators: what has to be seen stands on a row. */
function arrange(all: readonly AnswerItem[], text: string, matched: readonly AnswerItem[]): readonly AnswerItem[] {
  const shown = (items: readonly AnswerItem[]): AnswerItem[] => items.map((item) => ({ ...item, alwaysShow: true }));
  const separator = (label: string): AnswerItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  if (text.trim() === '') return all;
  if (matched.length === 0) return [separator(vscode.l10n.t('Nothing known matches; which of these comes closest?')), ...shown(all)];
  return [
    separator(vscode.l10n.t('Sounds like')), ...shown(matched).map((item, index) => (index === 0 ? { ...item, description: vscode.l10n.t('Enter takes it if nothing is checked') } : item)),
    separator(vscode.l10n.t('Others')), ...all.filter((item) => !matched.includes(item)),
  ];
}
