import * as vscode from 'vscode';
import * as v from 'valibot';
import { bookmarkKey } from '../../core';
import { COMMANDS, CONTEXT_KEYS, PANELS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { PageStateSchema } from '../../webviews/protocol';
import { startAt } from './history';
import { createPagePanel, type PagePanel } from './panel';

/** Reading pages: opening them in place or to the side, their history, and their return after a restart. */
export function register(studio: Studio): vscode.Disposable {
  const pages = new Set<PagePanel>();
  let active: PagePanel | undefined;

  function adopt(panel: vscode.WebviewPanel, entryId: string, state = startAt(entryId)): PagePanel {
    const page = createPagePanel(studio, panel, state);
    pages.add(page);
    if (panel.active) activate(page);
    page.onDidChange(() => { if (page === active) publish(); });
    panel.onDidChangeViewState(() => {
      if (panel.active) activate(page);
      else if (active === page) publish();
    });
    panel.onDidDispose(() => {
      pages.delete(page);
      if (active === page) active = [...pages].at(-1);
      publish();
    });
    return page;
  }

  function activate(page: PagePanel): void {
    active = page;
    publish();
  }

  /** Mirrors the active page in context keys, for the buttons in its title bar. */
  function publish(): void {
    const set = (key: string, value: boolean): void => { void vscode.commands.executeCommand('setContext', key, value); };
    set(CONTEXT_KEYS.pageCanGoBack, (active?.state.back.length ?? 0) > 0);
    set(CONTEXT_KEYS.pageCanGoForward, (active?.state.forward.length ?? 0) > 0);
    set(CONTEXT_KEYS.pageBookmarked, active !== undefined && studio.progress.isDone(bookmarkKey(active.state.entry)));
    const entry = active?.state.entry;
    // A library that cannot be read is told on the page itself.
    studio.library().then(({ quizzes }) => { if (entry === active?.state.entry) set(CONTEXT_KEYS.pageHasQuiz, entry !== undefined && quizzes.has(entry)); }, () => undefined);
  }

  function createPanel(column: vscode.ViewColumn): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(PANELS.page, vscode.l10n.t('Distributed Systems Studio'), column, {
      enableFindWidget: true,
    });
  }

  /** Fails with a message when there is no such entry: an empty page would explain nothing. */
  async function requireEntry(argument: unknown): Promise<string> {
    const id = entryIdOf(argument);
    const library = await studio.library();
    const entry = id === undefined ? undefined : (library.get(id) ?? library.find(id));
    if (!entry) {
      throw new Error(vscode.l10n.t('There is no entry "{0}" in the library. Run "Search Library" to find it by name.', id ?? ''));
    }
    return entry.id;
  }

  const sectionOf = (argument: unknown): string | null => (typeof argument === 'string' ? argument : null);

  return vscode.Disposable.from(
    registerCommand(studio, COMMANDS.openEntry, async (argument, section) => {
      const id = await requireEntry(argument);
      // One page is reused, as in a browser tab; a second one opens only when asked for.
      if (active) {
        active.panel.reveal(active.panel.viewColumn);
        await active.open(id, sectionOf(section));
      } else {
        await adopt(createPanel(vscode.ViewColumn.Active), id).open(id, sectionOf(section));
      }
    }),
    registerCommand(studio, COMMANDS.openEntryToSide, async (argument, section) => {
      const id = await requireEntry(argument);
      await adopt(createPanel(vscode.ViewColumn.Beside), id).open(id, sectionOf(section));
    }),
    registerCommand(studio, COMMANDS.pageBack, () => active?.back()),
    registerCommand(studio, COMMANDS.pageForward, () => active?.forward()),
    registerCommand(studio, COMMANDS.pageAddBookmark, async () => active && studio.progress.set(bookmarkKey(await requireEntry(active.state.entry)), true)),
    registerCommand(studio, COMMANDS.pageRemoveBookmark, () => active && studio.progress.set(bookmarkKey(active.state.entry), false)),
    registerCommand(studio, COMMANDS.activeEntry, () => active?.state.entry),
    vscode.window.registerWebviewPanelSerializer(PANELS.page, {
      deserializeWebviewPanel(panel, stored: unknown) {
        const state = v.safeParse(PageStateSchema, stored);
        // Without a readable state there is nothing to come back to; the page says so rather than staying blank.
        adopt(panel, '', state.success ? state.output : startAt(''));
        return Promise.resolve();
      },
    }),
    { dispose: () => { for (const page of [...pages]) page.panel.dispose(); } },
  );
}
