import * as vscode from 'vscode';
import { planMigration, readGuide, type MigrationEntry, type MigrationGuide } from '../../core';
import { COMMANDS } from '../../ids';
import { entryIdOf } from '../../studio/commands';
import { resumeSteps, runSteps } from '../../studio/quickSteps';
import type { Studio } from '../../studio/studio';
import { createQuestions, OVERVIEW, type Asked } from './questions';
import { showResult } from './result';

/** What of the studio a plan needs. */
export type PlanStudio = Pick<Studio, 'library' | 'body' | 'log'>;

/**
 * Asks the questions, shows what they lead to, and does what the person chooses of it. Cancelling at any point does nothing.
 *
 * @param argument id of a migration, or a tree node of one: skips the first question; undefined asks for it
 */
export async function plan(studio: PlanStudio, argument: unknown): Promise<void> {
  const library = await studio.library();
  const title = vscode.l10n.t('Plan a Migration');
  const questions = createQuestions(library, (entry) => loadGuide(studio, entry));
  let start: Asked = { answers: {} };
  if (argument !== undefined) {
    const id = entryIdOf(argument);
    const entry = id === undefined ? undefined : library.get(id);
    if (entry?.kind !== 'migration') {
      throw new Error(vscode.l10n.t('There is no migration "{0}" in the library. Run "Plan a Migration" from the palette and choose one of the list.', id ?? ''));
    }
    start = { answers: {}, chosen: { entry, guide: await loadGuide(studio, entry) } };
  }
  let done = await runSteps(title, start.chosen ? questions.afterMigration : questions.migration, start);
  while (done !== undefined) {
    const { chosen, answers } = done.state;
    if (chosen === undefined) {
      await vscode.commands.executeCommand(COMMANDS.openEntry, OVERVIEW);
      return;
    }
    const outcome = await showResult(studio, library, planMigration(chosen.entry, chosen.guide, answers));
    if (outcome === 'done') return;
    done = await resumeSteps(title, done);
  }
}

async function loadGuide(studio: PlanStudio, entry: MigrationEntry): Promise<MigrationGuide> {
  const body = await studio.body(entry.id);
  try {
    return readGuide(body.markdown);
  } catch (cause) {
    throw new Error(vscode.l10n.t('No plan can be made of "{0}", because its text has not the form of a migration. Reinstall the extension, or read the guide itself.', entry.title), { cause });
  }
}
