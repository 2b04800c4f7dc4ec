import * as vscode from 'vscode';
import { createMentions, learnKey, type Library, type Mentions } from '../../core';
import { COMMANDS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import { hoverMarkdown } from '../../studio/entryHover';
import { relationLabel } from '../../studio/labels';
import type { Studio } from '../../studio/studio';
import { openExample, rememberShown } from './firstSteps';
import { addIgnoredPattern, hoverSettings } from './settings';

/** Hovers on names of patterns, laws and pillars, in code and prose; quiet by the rules in each entry's `mentions`. */
export function register(studio: Studio): vscode.Disposable {
  let prepared: { readonly library: Library; readonly mentions: Mentions } | undefined;
  let failed = false;
  const shown = rememberShown(studio);

  async function mentions(): Promise<Mentions | undefined> {
    if (failed) return undefined;
    try {
      const library = await studio.library();
      if (prepared?.library !== library) prepared = { library, mentions: createMentions(library) };
      return prepared.mentions;
    } catch {
      // The store has logged the cause. A hover must not complain at each movement of the mouse, so it goes silent.
      failed = true;
      return undefined;
    }
  }

  return vscode.Disposable.from(
    studio.onDidReload(() => { failed = false; }),
    vscode.languages.registerHoverProvider('*', {
      async provideHover(document, position, token) {
        const settings = hoverSettings(document);
        if (!settings.enabled) return undefined;
        const recogniser = await mentions();
        if (!recogniser || token.isCancellationRequested) return undefined;
        const mention = recogniser.at(document.getText(), document.offsetAt(position), document.languageId, {
          proseOnly: settings.proseOnly,
          ignore: settings.ignoredPatterns,
        });
        if (!mention || !prepared) return undefined;
        shown.note();
        return new vscode.Hover(
          hoverMarkdown(prepared.library, mention.entry, { learning: studio.progress.isDone(learnKey(mention.entry.id)) }),
          new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end)),
        );
      },
    }),
    registerCommand(studio, COMMANDS.openHoverExample, openExample),
    registerCommand(studio, COMMANDS.muteHover, async (argument) => {
      const id = entryIdOf(argument);
      const entry = id === undefined ? undefined : (await studio.library()).get(id);
      if (entry) await addIgnoredPattern(entry.id, entry.title);
    }),
    registerCommand(studio, COMMANDS.showRelated, async (argument) => {
      const id = entryIdOf(argument);
      if (id !== undefined) await showRelated(await studio.library(), id);
    }),
  );
}

async function showRelated(library: Library, id: string): Promise<void> {
  const items = library.related(id).map(({ entry, relation, because }) => ({
    label: entry.title,
    description: relationLabel(relation),
    detail: because ?? entry.summary,
    id: entry.id,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Related to {0}', library.get(id)?.title ?? id),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (choice) await vscode.commands.executeCommand(COMMANDS.openEntry, choice.id);
}
