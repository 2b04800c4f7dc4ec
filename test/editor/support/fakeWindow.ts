import * as vscode from 'vscode';

/** What a person sees of a quick pick, and what they can do with it. Buttons of items and check boxes are left out. */
export class FakePick {
  title: string | undefined;
  placeholder: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  buttons: readonly vscode.QuickInputButton[] = [];
  items: readonly vscode.QuickPickItem[] = [];
  activeItems: readonly vscode.QuickPickItem[] = [];
  visible = false;
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<{ reason: number }>();
  readonly #button = new vscode.EventEmitter<vscode.QuickInputButton>();
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  readonly onDidTriggerButton = this.#button.event;
  readonly onDidTriggerItemButton = new vscode.EventEmitter<never>().event;

  show(): void { this.visible = true; }
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.#hidden.fire({ reason: 2 });
  }
  dispose(): void { this.visible = false; }

  labels(): string[] {
    return this.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator).map(({ label }) => label);
  }
  /** Chooses the row with this label; without one, the row that has the focus. */
  choose(label?: string): void {
    if (label !== undefined) this.activeItems = this.items.filter((item) => item.label === label);
    if (this.activeItems.length === 0) throw new Error(`No row "${label ?? ''}" among "${this.labels().join('", "')}"`);
    this.#accepted.fire();
  }
  back(): void { this.#button.fire(vscode.QuickInputButtons.Back); }
}

export interface FakeWindow {
  /** The quick pick that is open now. */
  current(): FakePick | undefined;
  /** Messages that were shown, each with a way to answer it. */
  readonly messages: readonly { readonly text: string; answer(choice: string | undefined): void }[];
  restore(): void;
}

/** Stands in for quick picks and information messages of this suite; the extension under test keeps the real ones. */
export function fakeWindow(): FakeWindow {
  const { createQuickPick, showInformationMessage } = vscode.window;
  let current: FakePick | undefined;
  const messages: { text: string; answer(choice: string | undefined): void }[] = [];
  Object.assign(vscode.window, {
    createQuickPick: () => (current = new FakePick()),
    showInformationMessage: (text: string) => new Promise((resolve) => { messages.push({ text, answer: resolve }); }),
  });
  return {
    current: () => (current?.visible === true ? current : undefined),
    messages,
    restore: () => { Object.assign(vscode.window, { createQuickPick, showInformationMessage }); },
  };
}
