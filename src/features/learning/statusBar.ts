import * as vscode from 'vscode';
import { changeOf, CURRENT_PATH_KEY, currentPath, OPEN, pathProgress, planOf, weekOnHand } from '../../core';
import { COMMANDS, CONTEXT_KEYS, SETTINGS, STATE_KEYS } from '../../ids';
import { today } from '../../studio/assessmentStore';
import type { Studio } from '../../studio/studio';
import type { PaceChoice } from './paces';
import { percentOf, planHint } from './words';

/** Nothing is read while the window starts: the item comes a moment later, and only for who follows a path. */
const AFTER_START_MS = 1_500;

/** "Week 3 · 60 %" of the path that is followed, unless a setting says no. */
export function createStatusBar(studio: Studio, paces: PaceChoice, onNewDay: vscode.Event<void>): vscode.Disposable {
  let item: vscode.StatusBarItem | undefined;
  let told: boolean | undefined;

  function hide(): void {
    item?.dispose();
    item = undefined;
  }

  async function refresh(chosen: boolean): Promise<void> {
    if (told !== chosen) {
      told = chosen;
      await vscode.commands.executeCommand('setContext', CONTEXT_KEYS.pathChosen, chosen);
    }
    if (!chosen || !vscode.workspace.getConfiguration().get<boolean>(SETTINGS.statusBarEnabled, true)) {
      hide();
      return;
    }
    const library = await studio.library();
    const document = studio.progress.document();
    const path = currentPath(library, document);
    const progress = path && pathProgress(document, path, paces.of(path));
    const plan = path && planOf(document, path, paces.of(path), today());
    const week = progress && weekOnHand(progress, plan);
    if (!progress || !week) {
      hide();
      return;
    }
    const hint = plan && planHint(plan, week);
    item ??= vscode.window.createStatusBarItem(STATUS_ITEM, vscode.StatusBarAlignment.Right, 0);
    item.name = vscode.l10n.t('Learning Path');
    item.text = `$(mortar-board) ${progress.state === 'complete' ? vscode.l10n.t('Path complete') : vscode.l10n.t('Week {0} · {1} %', week.number, percentOf(progress))}`;
    item.tooltip = [progress.path.title, ...(hint === undefined ? [] : [hint]), ...(progress.next ? [vscode.l10n.t('Next: {0}', progress.next.title)] : [])].join('\n');
    item.accessibilityInformation = { label: vscode.l10n.t('Learning path {0}: week {1}, {2} percent', progress.path.title, week.number, percentOf(progress)) };
    item.command = { command: COMMANDS.openLearning, title: vscode.l10n.t('Open'), arguments: [progress.path.id] };
    item.show();
  }

  const show = (chosen: boolean): void => {
    refresh(chosen).catch((cause: unknown) => {
      hide();
      studio.log.error('The status bar item of the learning path cannot be shown', cause);
    });
  };
  const update = (): void => { show(isChosen(changeOf(studio.progress.document(), CURRENT_PATH_KEY)?.state)); };
  const first = setTimeout(() => { show(followsPath(studio.context.globalState)); }, AFTER_START_MS);
  const listeners = vscode.Disposable.from(
    studio.progress.onDidChange(update),
    studio.onDidReload(update),
    paces.onDidChange(update),
    onNewDay(update),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(SETTINGS.statusBarEnabled)) update(); }),
  );
  return {
    dispose() {
      clearTimeout(first);
      listeners.dispose();
      hide();
    },
  };
}

const STATUS_ITEM = 'systemsStudio.learningPath';

/** Whether a path is followed, without reading the library or checking the whole document. */
function followsPath(state: vscode.Memento): boolean {
  const stored = state.get<{ readonly items?: Readonly<Record<string, { readonly state?: unknown } | undefined>> }>(STATE_KEYS.progress);
  return isChosen(stored?.items?.[CURRENT_PATH_KEY]?.state);
}

function isChosen(state: unknown): boolean {
  return typeof state === 'string' && state !== OPEN;
}
