import type * as vscode from 'vscode';
import { advise, parseAnswers } from '../../core';
import { COMMANDS, STATE_KEYS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { askQuestions } from './questionnaire';
import { showAdvice } from './result';

/** "Recommend Pattern": the questionnaire and its result. Only finished answers are kept, to be offered again. */
export function register(studio: Studio): vscode.Disposable {
  const { globalState } = studio.context;
  return registerCommand(studio, COMMANDS.recommendPattern, async () => {
    const library = await studio.library();
    let outcome: 'restart' | 'done' = 'restart';
    while (outcome === 'restart') {
      const answers = await askQuestions(parseAnswers(globalState.get<unknown>(STATE_KEYS.lastAnswers)));
      if (answers === undefined) return;
      await globalState.update(STATE_KEYS.lastAnswers, answers);
      outcome = await showAdvice(studio, library, advise(library, answers));
    }
  });
}
