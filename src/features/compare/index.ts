import * as vscode from 'vscode';
import * as v from 'valibot';
import { FEWEST_TO_COMPARE, MOST_TO_COMPARE, type Library, type PatternEntry } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import { sourcedLinks } from '../../studio/decisionLinks';
import { addressOfEntry } from '../../studio/entryAddress';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { ComparisonStateSchema, FromComparisonSchema, type FromComparison, type ToComparison } from '../../webviews/protocol';
import { comparisonContent, comparisonLabels, comparisonTitle } from './content';
import { comparisonDraft } from './decision';
import { comparisonMarkdown } from './document';
import { choosePatterns } from './picker';

/** "Compare Patterns": two to four patterns side by side. */
export function register(studio: Studio): vscode.Disposable {
  const page = createSinglePanel<readonly string[], FromComparison, ToComparison>(studio, {
    viewType: PANELS.comparison,
    page: 'comparison',
    incoming: FromComparisonSchema,
    state: v.pipe(ComparisonStateSchema, v.transform(({ entries }) => entries)),
    title: () => vscode.l10n.t('Compare patterns'),
    failure: () => vscode.l10n.t('The comparison cannot be shown'),
    async content(ids) {
      const library = await studio.library();
      return { type: 'show', content: comparisonContent(library, patternsOf(library, ids)), labels: comparisonLabels(), state: { entries: [...ids] } };
    },
    receive,
  });

  async function receive(message: Said<FromComparison>): Promise<void> {
    const ids = page.target ?? [];
    switch (message.type) {
      case 'open':
        await vscode.commands.executeCommand(COMMANDS.openEntryToSide, message.entry);
        return;
      case 'remove':
        page.update(ids.filter((id) => id !== message.entry));
        return;
      case 'act':
        return act(message.action, ids);
    }
  }

  async function act(action: Extract<FromComparison, { type: 'act' }>['action'], ids: readonly string[]): Promise<void> {
    const library = await studio.library();
    switch (action) {
      case 'change':
        return choose(ids);
      case 'copy':
        return vscode.env.clipboard.writeText(comparisonMarkdown(library, patternsOf(library, ids), addressOfEntry));
      case 'record':
        return record(library, patternsOf(library, ids));
    }
  }

  async function record(library: Library, patterns: readonly PatternEntry[]): Promise<void> {
    await vscode.commands.executeCommand(COMMANDS.recordDecision, comparisonDraft(library, patterns, await sourcedLinks(studio, patterns)));
  }

  async function choose(before: readonly string[]): Promise<void> {
    const chosen = await choosePatterns(await studio.library(), before);
    if (chosen) page.open(chosen);
  }

  return vscode.Disposable.from(
    page,
    registerCommand(studio, COMMANDS.comparePatterns, async (argument) => {
      const library = await studio.library();
      const ids = idsIn(argument).filter((id) => library.get(id)?.kind === 'pattern');
      if (ids.length >= FEWEST_TO_COMPARE && ids.length <= MOST_TO_COMPARE) page.open(ids);
      else await choose(ids);
    }),
  );
}

/** Ids in a command's argument: a list of them, or one of what `entryIdOf` takes. Each once. */
function idsIn(argument: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  return [...new Set(list.flatMap((one) => entryIdOf(one) ?? []))];
}

/** The patterns of the ids, in their order. Fails with a message when one has left the library, or when they are too few. */
function patternsOf(library: Library, ids: readonly string[]): readonly PatternEntry[] {
  const patterns = ids.map((id) => {
    const entry = library.get(id);
    if (entry?.kind !== 'pattern') throw new Error(vscode.l10n.t('There is no pattern "{0}" in the library. Run "Compare Patterns" and choose others.', id));
    return entry;
  });
  if (patterns.length < FEWEST_TO_COMPARE) throw new Error(comparisonTitle([]));
  return patterns;
}
