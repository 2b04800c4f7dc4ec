import * as vscode from 'vscode';
import { bookmarkKey, readKey } from '../../core';
import { COMMANDS } from '../../ids';
import { connectPanel, type Said } from '../../studio/panelConnection';
import type { Studio } from '../../studio/studio';
import { FromPageSchema, type FromPage, type PageContent, type PageState, type ToPage } from '../../webviews/protocol';
import { pageContent, pageLabels, pageMarks } from './content';
import { goBack, goForward, visit } from './history';

/** One reading page: a webview panel, its history, and what the reader does in it. */
export interface PagePanel {
  readonly panel: vscode.WebviewPanel;
  readonly state: PageState;
  open(entryId: string, section?: string | null): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Fires after navigation and after a mark has changed. */
  readonly onDidChange: vscode.Event<void>;
  /** Fires with the entry's id when its content has been painted. */
  readonly onDidPaint: vscode.Event<string>;
}

/**
 * Takes over a panel, new or restored, and shows the state's entry in it. The panel owns everything made here.
 */
export function createPagePanel(studio: Studio, panel: vscode.WebviewPanel, initial: PageState): PagePanel {
  let state = initial;
  let section: string | null = null;
  /** Counts `show` calls: a slow load must not overwrite a later one. */
  let generation = 0;
  const changed = new vscode.EventEmitter<void>();
  const painted = new vscode.EventEmitter<string>();

  async function load(entryId: string): Promise<PageContent> {
    const library = await studio.library();
    const entry = library.get(entryId);
    if (!entry) {
      throw new Error(vscode.l10n.t('There is no entry "{0}" in the library. It may have been renamed: search for it by name.', entryId));
    }
    return pageContent(library, entry, await studio.body(entry.id));
  }

  /** Begun while VS Code still makes the page's frame, which takes longer than loading. */
  let first: { readonly entry: string; readonly content: Promise<PageContent> } | undefined;
  function loadAhead(): void {
    const content = load(state.entry);
    content.catch(() => undefined); // Whoever shows it reports it.
    first = { entry: state.entry, content };
  }

  async function show(): Promise<void> {
    if (!connection.ready) {
      if (first?.entry !== state.entry) loadAhead();
      return; // The page asks for its content as soon as its script runs.
    }
    const mine = ++generation;
    const ahead = first?.entry === state.entry ? first.content : undefined;
    first = undefined;
    try {
      const content = await (ahead ?? load(state.entry));
      if (mine !== generation) return;
      panel.title = content.title;
      connection.post({ type: 'show', content, marks: pageMarks(studio, content.id), labels: pageLabels(), state, section });
      section = null;
    } catch (cause) {
      if (mine !== generation) return;
      panel.title = vscode.l10n.t('Not available');
      connection.fail(vscode.l10n.t('This page cannot be shown'), cause);
    }
    changed.fire();
  }

  async function go(next: PageState, target: string | null = null): Promise<void> {
    state = next;
    section = target;
    await show();
  }

  async function receive(message: Said<FromPage>): Promise<void> {
    switch (message.type) {
      case 'follow':
        if (message.beside) await vscode.commands.executeCommand(COMMANDS.openEntryToSide, message.entry, message.section);
        else await go(visit(state, message.entry), message.section);
        return;
      case 'scrolled':
        if (message.entry === state.entry) state = { ...state, scroll: message.scroll };
        return;
      case 'mark':
        return studio.progress.set(message.mark === 'read' ? readKey(message.entry) : bookmarkKey(message.entry), message.on);
      case 'openCalculator':
        await vscode.commands.executeCommand(COMMANDS.openCalculator, message.calculator, message.query);
        return;
      case 'openWeb':
        // VS Code shows the address and asks, unless the person has trusted its domain.
        await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
        return;
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'painted':
        painted.fire(message.entry);
        return;
    }
  }

  const owned = vscode.Disposable.from(
    changed,
    painted,
    studio.onDidReload(() => { void show(); }),
    studio.progress.onDidChange(() => {
      connection.post({ type: 'marks', entry: state.entry, marks: pageMarks(studio, state.entry) });
      changed.fire();
    }),
  );
  panel.onDidDispose(() => {
    generation += 1; // What is still loading has nowhere to go.
    owned.dispose();
  });

  const connection = connectPanel<FromPage, ToPage>(studio, panel, {
    page: 'page', title: vscode.l10n.t('Distributed Systems Studio'), incoming: FromPageSchema, onReady: show, receive,
  });

  loadAhead();
  return {
    panel,
    get state() { return state; },
    open: (entryId, target = null) => go(visit(state, entryId), target),
    back: () => go(goBack(state)),
    forward: () => go(goForward(state)),
    onDidChange: changed.event,
    onDidPaint: painted.event,
  };
}
