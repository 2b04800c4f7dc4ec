import * as vscode from 'vscode';
import { createSearch, type Library, type Search } from '../../core';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { searchItems, type SearchItem } from './items';

/** "Search Library": a quick pick over entries, paths and calculators, with results as one types. */
export function register(studio: Studio): vscode.Disposable {
  let indexed: { readonly library: Library; readonly search: Search } | undefined;
  async function latest(): Promise<Search> {
    const library = await studio.library();
    if (indexed?.library !== library) indexed = { library, search: createSearch(library) };
    return indexed.search;
  }
  return registerCommand(studio, COMMANDS.search, async (query) => {
    showSearch(studio, await latest(), latest, typeof query === 'string' ? query : '');
  });
}

function showSearch(studio: Studio, first: Search, latest: () => Promise<Search>, query: string): void {
  let search = first;
  const pick = vscode.window.createQuickPick<SearchItem>();
  pick.title = vscode.l10n.t('Search Library');
  pick.placeholder = vscode.l10n.t('A name, a problem or a word, for example "circuit breaker" or "retries"');
  // Our order is by relevance; VS Code would sort by where its own matcher finds the text.
  (pick as vscode.QuickPick<SearchItem> & { sortByLabel?: boolean }).sortByLabel = false;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const update = (): void => { pick.items = searchItems(search, pick.value); };
  const open = (item: SearchItem | undefined, beside: boolean): void => {
    if (!item?.target) return;
    const { target } = item;
    const command = target.type === 'path' ? COMMANDS.openLearning : target.type === 'calculator' ? COMMANDS.openCalculator : beside ? COMMANDS.openEntryToSide : COMMANDS.openEntry;
    pick.hide();
    vscode.commands.executeCommand(command, target.id).then(undefined, (cause: unknown) => {
      reportProblem(studio.log, describeError(cause), cause);
    });
  };
  pick.value = query;
  update();
  pick.onDidChangeValue(update);
  pick.onDidAccept(() => { open(pick.activeItems[0] ?? pick.selectedItems[0], false); });
  pick.onDidTriggerItemButton(({ item }) => { open(item, true); });
  // Entries of a large team may come while the list is open.
  const renewal = studio.onDidReload(() => {
    latest().then((next) => {
      search = next;
      update();
    }, () => undefined); // The store has logged the cause, and the list stays as it is.
  });
  pick.onDidHide(() => {
    renewal.dispose();
    pick.dispose();
  });
  pick.show();
  // The list of everything is there before the first letter; the indexes are made while the person reads it.
  setTimeout(() => { search.prepare(); });
}
