import * as vscode from 'vscode';
import type { StudioApi } from '../../../src/api';
import { COMMANDS } from '../../../src/ids';
import { extension } from './host';

/** The API of the extension under test, activated. */
export async function api(): Promise<StudioApi> {
  return (await extension().activate()) as StudioApi;
}

/** Waits until a condition holds; fails with what it waited for. */
export async function until<T>(what: string, probe: () => T | undefined | false, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}

/** The tab that is in front, once its label is the given one. */
export function activeTab(label: string): Promise<vscode.Tab> {
  return until(`the tab "${label}", and found "${openTabs().join('", "')}"`, () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    return tab?.label === label ? tab : undefined;
  });
}

/** The labels of the open pages; other suites may have left documents open. */
export function openTabs(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label),
  );
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our hovers at a place, as one text; other extensions have theirs there too. */
export async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(offset));
  return hovers
    .flatMap(({ contents }) => contents.map((content) => ('value' in Object(content) ? (content as { value: string }).value : (content as string))))
    .filter((text) => text.includes(`command:${COMMANDS.openEntry}`))
    .join('\n');
}
