import * as vscode from 'vscode';
import * as v from 'valibot';
import { changeItem, declaredKey, MILESTONE_IDS, type LearningPath, type Library } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { FromLearningSchema, LearningStateSchema, type FromLearning, type ToLearning } from '../../webviews/protocol';
import { learningContent, learningLabels } from './content';
import type { PaceChoice } from './paces';

/** The path that is shown; the first one when there is no id. */
interface Target { readonly path: string | undefined }

/** The learning page: at most one panel, showing one path. */
export interface LearningPage extends vscode.Disposable {
  /** Opens the page, or brings it to the front. An unknown or missing path id means the first path. */
  open(pathId?: string, itemId?: string): void;
}

export function createLearningPage(studio: Studio, paces: PaceChoice): LearningPage {
  /** Item to bring into view with the next painting. */
  let reveal: string | null = null;

  const page = createSinglePanel<Target, FromLearning, ToLearning>(studio, {
    viewType: PANELS.learning,
    page: 'learning',
    incoming: FromLearningSchema,
    state: v.pipe(LearningStateSchema, v.transform(({ path }): Target => ({ path }))),
    fallback: () => ({ path: undefined }),
    title: () => vscode.l10n.t('Learning'),
    failure: () => vscode.l10n.t('The learning page cannot be shown'),
    async content({ path: id }) {
      const library = await studio.library();
      const path = pathOf(library, id);
      const revealed = reveal;
      reveal = null;
      return { type: 'show', content: learningContent(library, path, await studio.briefs(path.id), studio.progress.document(), paces.of(path)), labels: learningLabels(), reveal: revealed };
    },
    receive,
  });

  async function receive(message: Said<FromLearning>): Promise<void> {
    switch (message.type) {
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
        page.update({ path: message.path });
        return;
      case 'selectPace':
        return paces.choose(message.path, message.pace);
    }
  }

  const listeners = vscode.Disposable.from(
    studio.progress.onDidChange(() => { page.refresh(); }),
    paces.onDidChange(() => { page.refresh(); }),
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

function pathOf(library: Library, id: string | undefined): LearningPath {
  const path = library.paths.find((candidate) => candidate.id === id) ?? library.paths[0];
  if (!path) throw new Error(vscode.l10n.t('The library has no learning path. Reinstall the extension.'));
  return path;
}
