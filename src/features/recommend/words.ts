import * as vscode from 'vscode';
import type { LeftOut, Reason, Warning } from '../../core';
import { difficultyLabel } from '../../studio/labels';
import { answerLabel } from './questions';

/** "Because you said “…”: …" */
export function reasonText({ fact, because }: Reason): string {
  return fact.startsWith('scale.')
    ? vscode.l10n.t('Because yours is {0}: {1}', answerLabel(fact).label, because)
    : vscode.l10n.t('Because you said “{0}”: {1}', answerLabel(fact).label, because);
}

/** What to be careful about, in a sentence. */
export function warningText(warning: Warning): string {
  switch (warning.kind) {
    case 'conflict':
      return vscode.l10n.t('Conflicts with {0}: {1}', warning.with.title, warning.because);
    case 'prerequisite':
      return warning.included
        ? vscode.l10n.t('Needs {0} (also recommended): {1}', warning.requires.title, warning.because)
        : vscode.l10n.t('Needs {0} first: {1}', warning.requires.title, warning.because);
    case 'not-yet-at-scale':
      return vscode.l10n.t('Not yet at your scale: {0}', warning.because);
    case 'outgrown-at-scale':
      return vscode.l10n.t('No longer at your scale: {0}', warning.because);
    case 'against':
      return vscode.l10n.t('You said “{0}”, which speaks against it: {1}', answerLabel(warning.fact).label, warning.because);
    case 'effort':
      return vscode.l10n.t('{0} to build and run ({1}), and you said “{2}”', difficultyLabel(warning.difficulty), warning.effort, answerLabel(warning.fact).label);
  }
}

/** Why a pattern is left out for now. */
export function leftOutText({ cause, against }: LeftOut): string {
  const objection = against[0]?.because ?? '';
  switch (cause) {
    case 'too-early': return vscode.l10n.t('Not yet at your scale: {0}', objection);
    case 'outgrown': return vscode.l10n.t('No longer at your scale: {0}', objection);
    case 'ruled-out':
    case 'outweighed': {
      const [first] = against;
      return first ? reasonText(first) : '';
    }
  }
}
