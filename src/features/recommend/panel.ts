import * as vscode from 'vscode';
import * as v from 'valibot';
import { advise, parseAnswers, type Advice, type Answers } from '../../core';
import { COMMANDS, PANELS, STATE_KEYS } from '../../ids';
import { sourcedLinks } from '../../studio/decisionLinks';
import { addressOfEntry } from '../../studio/entryAddress';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { AdviceStateSchema, FromAdviceSchema, type FromAdvice, type ToAdvice } from '../../webviews/protocol';
import { changeAnswer } from './change';
import { adviceContent, adviceLabels } from './content';
import { decisionDraft, entriesToRecord } from './decision';
import { adviceMarkdown } from './document';

/** The result page: the advice for a set of answers, which can be changed in place. */
export interface AdvicePage extends vscode.Disposable {
  open(answers: Answers): void;
}

export function createAdvicePage(studio: Studio): AdvicePage {
  /** The advice before the last change of an answer, to show what the change moved. */
  let before: Advice | undefined;
  /** Number of the latest change that is in the answers. */
  let change = 0;
  /** Changes are applied one after the other, each to the answers that the one before it has left. */
  let changes: Promise<void> = Promise.resolve();

  const page = createSinglePanel<Answers, FromAdvice, ToAdvice>(studio, {
    viewType: PANELS.advice,
    page: 'advice',
    incoming: FromAdviceSchema,
    state: v.pipe(AdviceStateSchema, v.transform(({ answers }) => parseAnswers(answers))),
    title: () => vscode.l10n.t('Recommended patterns'),
    failure: () => vscode.l10n.t('The recommendation cannot be shown'),
    async content(answers) {
      // Read together with the answers: while the library loads, the next change may come in.
      const shown = { before, change };
      const library = await studio.library();
      return { type: 'show', content: adviceContent(library, advise(library, answers), shown.before), labels: adviceLabels(), state: { answers: { ...answers } }, change: shown.change };
    },
    receive,
  });

  async function receive(message: Said<FromAdvice>): Promise<void> {
    const answers = page.target ?? {};
    switch (message.type) {
      case 'open':
        await vscode.commands.executeCommand(COMMANDS.openEntryToSide, message.entry);
        return;
      case 'openCalculator':
        await vscode.commands.executeCommand(COMMANDS.openCalculator, message.calculator, message.query);
        return;
      case 'compare':
        await vscode.commands.executeCommand(COMMANDS.comparePatterns, message.entries);
        return;
      case 'answer':
        changes = changes.catch(() => undefined).then(() => apply(message));
        return changes;
      case 'act':
        return act(message.action, answers);
    }
  }

  async function apply(message: Extract<FromAdvice, { type: 'answer' }>): Promise<void> {
    const library = await studio.library();
    if (!page.target) return;
    before = advise(library, page.target);
    ({ change } = message);
    const changed = changeAnswer(page.target, message);
    page.update(changed);
    await studio.context.globalState.update(STATE_KEYS.lastAnswers, changed);
  }

  async function act(action: Extract<FromAdvice, { type: 'act' }>['action'], answers: Answers): Promise<void> {
    switch (action) {
      case 'restart':
        await vscode.commands.executeCommand(COMMANDS.recommendPattern);
        return;
      case 'copy':
        return vscode.env.clipboard.writeText(await markdownFor(answers));
      case 'document':
        await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument({ language: 'markdown', content: await markdownFor(answers) }), { preview: false });
        return;
      case 'record':
        return record(advise(await studio.library(), answers));
    }
  }

  async function record(advice: Advice): Promise<void> {
    const links = await sourcedLinks(studio, [...entriesToRecord(advice), ...advice.caseStudies.map(({ entry }) => entry)]);
    await vscode.commands.executeCommand(COMMANDS.recordDecision, decisionDraft(advice, links));
  }

  async function markdownFor(answers: Answers): Promise<string> {
    const library = await studio.library();
    return adviceMarkdown(library, advise(library, answers), addressOfEntry);
  }

  return {
    open(answers) {
      before = undefined;
      page.open(answers);
    },
    dispose: () => { page.dispose(); },
  };
}
