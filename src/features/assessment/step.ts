import * as vscode from 'vscode';

export interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

export interface Step<Value> {
  readonly title: string;
  readonly question: string;
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly choices: readonly Choice<Value>[];
  /** The choice of an earlier visit, focused again. */
  readonly before?: Value | undefined;
}

export type StepResult<Value> = { readonly type: 'chosen'; readonly value: Value } | { readonly type: 'back' } | { readonly type: 'cancelled' };

/** One step of the assessment as a native quick pick, with a way back from the second on. Resolves once. */
export function askStep<Value>({ title, question, number, total, choices, before }: Step<Value>): Promise<StepResult<Value>> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice<Value>>();
    pick.title = title;
    showQuestion(pick, question);
    pick.step = number;
    pick.totalSteps = total;
    // Looking something up in the editor must not throw the answers away.
    pick.ignoreFocusOut = true;
    pick.buttons = number > 1 ? [vscode.QuickInputButtons.Back] : [];
    pick.items = choices;
    const chosenBefore = before === undefined ? undefined : choices.find(({ value }) => value === before);
    // Setting none would take the focus from the first row.
    if (chosenBefore) pick.activeItems = [chosenBefore];
    let result: StepResult<Value> = { type: 'cancelled' };
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      if (!chosen) return;
      result = { type: 'chosen', value: chosen.value };
      pick.hide();
    });
    pick.onDidTriggerButton(() => {
      result = { type: 'back' };
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(result);
    });
    pick.show();
  });
}

/**
 * Below the input the question wraps, and a narrow window does not cut it. Newer versions of VS Code can show it there;
 * the types are those of the oldest version that the extension supports, which has only the input's own line.
 */
function showQuestion(pick: vscode.QuickPick<vscode.QuickPickItem>, question: string): void {
  if (hasPrompt(pick)) {
    pick.prompt = question;
    pick.placeholder = vscode.l10n.t('Choose an answer');
  } else pick.placeholder = question;
}

function hasPrompt(pick: vscode.QuickPick<vscode.QuickPickItem>): pick is vscode.QuickPick<vscode.QuickPickItem> & { prompt: string | undefined } {
  return 'prompt' in pick;
}
