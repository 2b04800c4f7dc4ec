import * as vscode from 'vscode';
import { parseAnswers } from '../../core';
import { COMMANDS, STATE_KEYS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createAdvicePage } from './panel';
import { askQuestions } from './questionnaire';

/** "Recommend Pattern": the questionnaire and its result page. Only finished answers are kept, to be offered again. */
export function register(studio: Studio): vscode.Disposable {
  const { globalState } = studio.context;
  const page = createAdvicePage(studio);
  return vscode.Disposable.from(
    page,
    registerCommand(studio, COMMANDS.recommendPattern, async () => {
      const answers = await askQuestions(await studio.library(), parseAnswers(globalState.get<unknown>(STATE_KEYS.lastAnswers)), () => studio.problemWords());
      if (answers === undefined) return;
      await globalState.update(STATE_KEYS.lastAnswers, answers);
      page.open(answers);
    }),
  );
}
