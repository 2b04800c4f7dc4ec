import * as vscode from 'vscode';
import * as v from 'valibot';
import { changeItem, declaredKey, MILESTONE_IDS, type LearningPath, type Library } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { webviewHtml, webviewRoots } from '../../studio/webviewHtml';
import { FromLearningSchema, type FromLearning, type ToLearning } from '../../webviews/protocol';
import { learningContent, learningLabels } from './content';
import type { PaceChoice } from './paces';

/** The learning page: at most one panel, showing one path. */
export interface LearningPage extends vscode.Disposable {
  /** Opens the page, or brings it to the front. An unknown or missing path id means the first path. */
  open(pathId?: string, itemId?: string): void;
  /** Takes over a panel that VS Code has restored. */
  adopt(panel: vscode.WebviewPanel, pathId?: string): void;
}

export function createLearningPage(studio: Studio, paces: PaceChoice): LearningPage {
  let panel: vscode.WebviewPanel | undefined;
  let shown: string | undefined;
  let reveal: string | null = null;
  let ready = false;

  const post = (message: ToLearning): void => {
    panel?.webview.postMessage(message).then(undefined, (cause: unknown) => {
      studio.log.error('The learning page did not take a message', cause);
    });
  };

  async function show(): Promise<void> {
    if (!ready || !panel) return;
    try {
      const library = await studio.library();
      const path = pathOf(library, shown);
      post({
        type: 'show',
        content: learningContent(library, path, studio.progress.document(), paces.of(path)),
        labels: learningLabels(),
        reveal,
      });
      reveal = null;
    } catch (cause) {
      studio.log.error('Cannot show the learning page', cause);
      post({
        type: 'failed', title: vscode.l10n.t('The learning page cannot be shown'),
        message: describeError(cause), action: vscode.l10n.t('Show Log'),
      });
    }
  }

  async function receive(message: FromLearning): Promise<void> {
    switch (message.type) {
      case 'ready':
        ready = true;
        return show();
      case 'check': {
        const path = pathOf(await studio.library(), message.path);
        const item = path.weeks.flatMap(({ items }) => items).find(({ id }) => id === message.item);
        if (item) await studio.progress.update((document, stamp) => changeItem(document, path.id, item, message.on, stamp));
        return;
      }
      case 'declare': {
        const milestone = MILESTONE_IDS.find((id) => id === message.milestone);
        if (milestone) await studio.progress.set(declaredKey(milestone), message.on);
        return;
      }
      case 'openEntry':
        await vscode.commands.executeCommand(COMMANDS.openEntry, message.entry);
        return;
      case 'selectPath':
        shown = message.path;
        return show();
      case 'selectPace':
        return paces.choose(message.path, message.pace);
      case 'showLog':
        studio.log.show();
        return;
      case 'failed':
        studio.log.error('The learning page failed', message.message);
        return;
    }
  }

  const listeners = vscode.Disposable.from(
    studio.progress.onDidChange(() => { void show(); }),
    studio.onDidReload(() => { void show(); }),
    paces.onDidChange(() => { void show(); }),
  );

  function adopt(taken: vscode.WebviewPanel, pathId?: string): void {
    panel?.dispose();
    panel = taken;
    shown = pathId ?? shown;
    ready = false;
    const messages = taken.webview.onDidReceiveMessage((raw: unknown) => {
      const message = v.safeParse(FromLearningSchema, raw);
      if (!message.success) {
        studio.log.warn(`The learning page sent a message that is not understood: ${message.issues[0].message}`);
        return;
      }
      receive(message.output).catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
    });
    // A hidden page is gone, and says "ready" again when it comes back: what is shown meanwhile waits for that.
    const visibility = taken.onDidChangeViewState(() => { if (panel === taken && !taken.visible) ready = false; });
    taken.onDidDispose(() => {
      vscode.Disposable.from(messages, visibility).dispose();
      if (panel === taken) panel = undefined;
    });
    const { extensionUri } = studio.context;
    taken.webview.options = { enableScripts: true, localResourceRoots: webviewRoots(extensionUri), enableCommandUris: false };
    taken.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'page.svg');
    taken.webview.html = webviewHtml(taken.webview, extensionUri, 'learning', vscode.l10n.t('Learning'));
  }

  return {
    open(pathId, itemId) {
      shown = pathId ?? shown;
      reveal = itemId ?? null;
      if (panel) {
        panel.reveal();
        void show();
        return;
      }
      adopt(vscode.window.createWebviewPanel(PANELS.learning, vscode.l10n.t('Learning'), vscode.ViewColumn.Active, { enableFindWidget: true }));
    },
    adopt,
    dispose() {
      listeners.dispose();
      panel?.dispose();
    },
  };
}

function pathOf(library: Library, id: string | undefined): LearningPath {
  const path = library.paths.find((candidate) => candidate.id === id) ?? library.paths[0];
  if (!path) throw new Error(vscode.l10n.t('The library has no learning path. Reinstall the extension.'));
  return path;
}
