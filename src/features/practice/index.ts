import * as vscode from 'vscode';
import { labKey } from '../../core';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createBriefPage } from './briefPage';
import { createLabTests } from './labTests';
import { findObstacle } from './obstacle';
import { pickLab, requireLab } from './pickLab';
import { registerLabDocuments } from './solution';
import { createStartedLabs } from './startedLabs';
import { nativePrompts, startLab } from './startLab';

/** Learning by doing: the page of a brief, labs in a folder of the learner's, their tests in the Testing view. */
export function register(studio: Studio): vscode.Disposable {
  const labs = createStartedLabs(studio.context.globalState, studio.log);
  const tests = createLabTests(studio, labs);
  const page = createBriefPage(studio, labs, tests);

  /** The lab of an argument, or of a quick pick; undefined after cancelling. */
  async function chooseLab(argument: unknown, title: string, only: 'all' | 'started' = 'all'): Promise<string | undefined> {
    const library = await studio.library();
    if (typeof argument === 'string') return requireLab(library, argument).id;
    const started = new Set((await labs.all()).map(({ lab }) => lab));
    const offered = library.labs.filter(({ id }) => only === 'all' || started.has(id));
    return (await pickLab(title, offered, started, studio.progress.document(), library))?.id;
  }

  return vscode.Disposable.from(
    labs,
    tests,
    page,
    registerLabDocuments(studio),
    registerCommand(studio, COMMANDS.openBrief, async (path, item) => {
      if (typeof path !== 'string' || typeof item !== 'string') throw new Error(vscode.l10n.t('Open a brief from the Learning view or the learning page.'));
      await page.open({ type: 'item', path, item });
    }),
    registerCommand(studio, COMMANDS.openLab, async (argument) => {
      const lab = await chooseLab(argument, vscode.l10n.t('Open Lab'));
      if (lab !== undefined) await page.openLab(lab);
    }),
    // The second argument is the address of the folder to put it in, for callers that have asked already.
    registerCommand(studio, COMMANDS.startLab, async (argument, into) => {
      const lab = await chooseLab(argument, vscode.l10n.t('Start Lab'));
      if (lab === undefined) return undefined;
      const prompts = typeof into === 'string' ? { pickFolder: () => Promise.resolve(vscode.Uri.parse(into, true)) } : nativePrompts;
      const started = await startLab(studio, labs, lab, requireLab(await studio.library(), lab).title, prompts);
      if (started) await page.openLab(lab);
      return started?.folder.toString();
    }),
    registerCommand(studio, COMMANDS.runLab, async (argument) => {
      const lab = await chooseLab(argument, vscode.l10n.t('Run the Tests of a Lab'), 'started');
      const started = lab === undefined ? undefined : await labs.find(lab);
      if (lab !== undefined && started === undefined) throw new Error(vscode.l10n.t('This lab has no folder yet. Start it first, with the command "Start Lab…".'));
      if (started === undefined) return undefined;
      const summary = await tests.run(started);
      return { summary, done: studio.progress.isDone(labKey(started.lab)), obstacle: findObstacle(started.folder)?.text };
    }),
  );
}
