import * as vscode from 'vscode';
import { until } from './studio';

/** A quick pick without a window: a test reads what it shows, and does what a person would do. */
export class ScriptedPick<Item extends vscode.QuickPickItem> {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  placeholder: string | undefined;
  canSelectMany = false;
  ignoreFocusOut = false;
  matchOnDescription = false;
  matchOnDetail = false;
  busy = false;
  enabled = true;
  buttons: readonly vscode.QuickInputButton[] = [];
  selectedItems: readonly Item[] = [];
  activeItems: readonly Item[] = [];
  value = '';
  shown = false;
  disposed = false;
  private allItems: readonly Item[] = [];
  private readonly accepted = new vscode.EventEmitter<void>();
  private readonly triggered = new vscode.EventEmitter<vscode.QuickInputButton>();
  private readonly hidden = new vscode.EventEmitter<void>();
  private readonly typed = new vscode.EventEmitter<string>();
  private readonly selected = new vscode.EventEmitter<readonly Item[]>();
  readonly onDidChangeValue = this.typed.event;
  readonly onDidChangeSelection = this.selected.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidTriggerButton = this.triggered.event;
  readonly onDidHide = this.hidden.event;

  get items(): readonly Item[] { return this.allItems; }
  set items(items: readonly Item[]) {
    this.allItems = items;
    // As in the editor: with check boxes no row has the focus until somebody moves it.
    this.activeItems = this.canSelectMany ? [] : items.slice(0, 1);
  }
  show(): void { this.shown = true; }
  hide(): void { this.hidden.fire(); }
  dispose(): void { this.disposed = true; }

  type(text: string): void {
    this.value = text;
    this.typed.fire(text);
  }
  /** Checks rows by their label, and nothing else. */
  check(...labels: readonly string[]): void {
    this.selectedItems = this.rowsOf(labels);
    this.selected.fire(this.selectedItems);
  }
  /** Presses the button with this tooltip. */
  press(tooltip: string): void {
    const button = this.buttons.find((each) => each.tooltip === tooltip);
    if (!button) throw new Error(`No button "${tooltip}" in "${this.placeholder}"`);
    this.triggered.fire(button);
  }
  /** Chooses rows by their label and accepts; without labels, accepts what is chosen. */
  accept(...labels: readonly string[]): void {
    const rows = this.rowsOf(labels);
    if (this.canSelectMany && rows.length > 0) this.selectedItems = rows;
    else if (rows.length > 0) this.activeItems = rows;
    this.accepted.fire();
  }
  back(): void { this.triggered.fire(vscode.QuickInputButtons.Back); }
  private rowsOf(labels: readonly string[]): readonly Item[] {
    return labels.map((label) => {
      const row = this.allItems.find((item) => item.label === label);
      if (!row) throw new Error(`No row "${label}" in "${this.placeholder}": ${this.allItems.map((item) => item.label).join(', ')}`);
      return row;
    });
  }
}

/** The quick picks that code under test has opened since `scriptQuickPicks`. */
export interface QuickPickScript extends vscode.Disposable {
  /** Waits for the next quick pick to be shown; each is given once. */
  next(): Promise<ScriptedPick<vscode.QuickPickItem>>;
}

/** Puts scripted quick picks in place of the editor's, for the code that is bundled with the tests. */
export function scriptQuickPicks(): QuickPickScript {
  const original = vscode.window.createQuickPick;
  const opened: ScriptedPick<vscode.QuickPickItem>[] = [];
  let given = 0;
  const replace = (create: unknown): void => { Object.assign(vscode.window, { createQuickPick: create }); };
  replace(() => {
    const pick = new ScriptedPick<vscode.QuickPickItem>();
    opened.push(pick);
    return pick;
  });
  return {
    async next() {
      const pick = await until('the next quick pick', () => (opened[given]?.shown ? opened[given] : undefined));
      given += 1;
      return pick;
    },
    dispose: () => { replace(original); },
  };
}
