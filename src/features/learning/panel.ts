import * as vscode from 'vscode';
import * as v from 'valibot';
import { change, changeItem, clearPlan, CURRENT_PATH_KEY, currentPath, declaredKey, MILESTONE_IDS, moveWeek, nextSteps, pathProgress, startPlan, type LearningPath, type Library } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { FromLearningSchema, LearningStateSchema, type FromLearning, type LearningAction, type ToLearning } from '../../webviews/protocol';
import { learningContent } from './content';
import { learningLabels } from './labels';
import { stepRow } from './next';
import { openingOf, run } from './open';
import type { PaceChoice } from './paces';
import { readStanding } from './standing';

/** The path that is shown; all of them without an id. */
interface Target { readonly path: string | undefined }

/** The learning page: at most one panel, showing one path or all of them. */
export interface LearningPage extends vscode.Disposable {
  /** Opens the page, or brings it to the front. Without a path id it shows what it showed, else the path that is followed, else all. */
  open(pathId?: string, itemId?: string): void;
}

/** What the page may run, and nothing else. */
const ACTIONS: Readonly<Record<LearningAction, string>> = {
  export: COMMANDS.exportProgress, import: COMMANDS.importProgress, reset: COMMANDS.resetProgress, certificate: COMMANDS.createCertificate,
};

export function createLearningPage(studio: Studio, paces: PaceChoice, onNewDay: vscode.Event<void>): LearningPage {
  /** Item to bring into view with the next painting. */
  let reveal: string | null = null;

  const page = createSinglePanel<Target, FromLearning, ToLearning>(studio, {
    viewType: PANELS.learning,
    page: 'learning',
    incoming: FromLearningSchema,
    state: v.pipe(LearningStateSchema, v.transform(({ path }): Target => ({ path: path ?? undefined }))),
    fallback: () => ({ path: undefined }),
    title: () => vscode.l10n.t('Learning'),
    failure: () => vscode.l10n.t('The learning page cannot be shown'),
    async content({ path: id }) {
      const standing = await readStanding(studio, paces);
      const revealed = reveal;
      reveal = null;
      return { type: 'show', content: learningContent(standing, pathOf(standing.library, id)), labels: learningLabels(), reveal: revealed };
    },
    receive,
  });

  async function receive(message: Said<FromLearning>): Promise<void> {
    switch (message.type) {
      case 'check':
      case 'openItem': {
        const path = pathOf(await studio.library(), message.path);
        const item = path?.weeks.flatMap(({ items }) => items).find(({ id }) => id === message.item);
        if (!path || !item) return;
        if (message.type === 'openItem') await run(openingOf(path.id, item));
        else await studio.progress.update((document, stamp) => changeItem(document, path.id, item, message.on, stamp));
        return;
      }
      case 'declare': {
        const milestone = MILESTONE_IDS.find((id) => id === message.milestone);
        if (milestone) await studio.progress.set(declaredKey(milestone), message.on);
        return;
      }
      case 'showPath':
        page.update({ path: message.path ?? undefined });
        return;
      case 'follow': return follow(message.path);
      case 'next': {
        const { library, document, context } = await readStanding(studio, paces);
        const [best] = nextSteps(library, document, context);
        return run(stepRow(best, library).run);
      }
      case 'selectPace':
        return paces.choose(message.path, message.pace);
      case 'setStart': {
        const path = pathOf(await studio.library(), message.path);
        if (path) await studio.progress.update((document, stamp) => (message.start === '' ? clearPlan(document, path.id, stamp) : startPlan(document, path.id, message.start, stamp)));
        return;
      }
      case 'moveWeek': {
        const path = pathOf(await studio.library(), message.path);
        if (path) await studio.progress.update((document, stamp) => moveWeek(document, path, paces.of(path), message.from, stamp));
        return;
      }
      case 'run':
        await vscode.commands.executeCommand(ACTIONS[message.action], ...(message.action === 'certificate' && message.path !== null ? [message.path] : []));
        return;
    }
  }

  /** A path that is new asks for pace and dates; one that was begun goes on where it was left. */
  async function follow(id: string): Promise<void> {
    const library = await studio.library();
    const path = pathOf(library, id);
    const document = studio.progress.document();
    if (!path) return;
    if (currentPath(library, document) !== path) {
      if (pathProgress(document, path).state === 'not-started') {
        await vscode.commands.executeCommand(COMMANDS.choosePath, path.id);
        return;
      }
      await studio.progress.update((before, stamp) => change(before, CURRENT_PATH_KEY, path.id, stamp));
    }
    await vscode.commands.executeCommand(COMMANDS.continueLearning);
  }

  const refresh = (): void => { page.refresh(); };
  const listeners = vscode.Disposable.from(
    studio.progress.onDidChange(refresh), paces.onDidChange(refresh), studio.assessment.onDidChange(refresh), onNewDay(refresh),
  );

  return {
    open(pathId, itemId) {
      reveal = itemId ?? null;
      page.open({ path: pathId ?? page.target?.path });
    },
    dispose() {
      listeners.dispose();
      page.dispose();
    },
  };
}

function pathOf(library: Library, id: string | undefined): LearningPath | undefined {
  return library.paths.find((candidate) => candidate.id === id);
}
