import * as vscode from 'vscode';
import { decidingAnswers, SCALE_TIERS, type Advice, type Answers, type Fact, type LeftOut, type Reason, type StartStep, type Warning } from '../../core';
import { difficultyLabel } from '../../studio/labels';
import { answerLabel, scaleLabel } from './questions';

/** "Because you said “…”: …" */
export function reasonText({ fact, because }: Reason, answers: Answers): string {
  const tier = SCALE_TIERS.find((candidate) => fact === `scale.${candidate}`);
  if (tier === undefined) return vscode.l10n.t('Because you said “{0}”: {1}', answerLabel(fact).label, because);
  return vscode.l10n.t('Because with {0} yours is {1}: {2}', sizeText(answers), scaleLabel(tier), because);
}

/** The answers that decided about the scale, in their own words. */
function sizeText(answers: Answers): string {
  return decidingAnswers(answers)
    .map((fact) => answerLabel(fact).label)
    .map((label) => label.charAt(0).toLowerCase() + label.slice(1))
    .join(vscode.l10n.t(' and '));
}

/** What to be careful about, in a sentence. */
export function warningText(warning: Warning): string {
  switch (warning.kind) {
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

/** A pain or a must: what a pattern can answer. Anything else only describes the situation. */
export const asksForHelp = (fact: Fact): boolean => fact.startsWith('hurts.') || fact.startsWith('musts.');

/** Why a pattern is not for now, in a sentence. */
export function leftOutText({ cause, against, reasons, other }: LeftOut, answers: Answers): string {
  const [objection] = against;
  const answered = reasons.find(({ fact }) => asksForHelp(fact));
  const wanted = answered ? vscode.l10n.t(' It would answer “{0}”.', answerLabel(answered.fact).label) : '';
  switch (cause) {
    case 'too-early': return vscode.l10n.t('Not yet at your scale: {0}', objection?.because ?? '');
    case 'outgrown': return vscode.l10n.t('No longer at your scale: {0}', objection?.because ?? '');
    case 'in-conflict': return vscode.l10n.t('Does not go with {0}: {1}', other?.entry.title ?? '', other?.because ?? '');
    case 'needs-ruled-out': return vscode.l10n.t('Needs {0}, which your answers rule out: {1}', other?.entry.title ?? '', other?.because ?? '');
    case 'ruled-out':
    case 'outweighed': return objection ? `${reasonText(objection, answers)}${wanted === '' ? '' : `.${wanted}`}` : '';
  }
}

/** Why a pattern comes first although no answer asks for it, or null. */
export function neededForText({ neededFor }: StartStep): string | null {
  return neededFor ? vscode.l10n.t('{0} needs it: {1}', neededFor.entry.title, neededFor.because) : null;
}

/** The advice in one or two sentences: what to do first, and how sure it is. */
export function verdictText(advice: Advice): string {
  const { startWith, next } = advice.plan;
  if (startWith.length === 0) return vscode.l10n.t('The answers single out no pattern. Answer more questions for a recommendation.');
  const start = vscode.l10n.t('Start with {0}.', listText(startWith.map(({ entry }) => entry.title)));
  const [first, second] = advice.recommended;
  const tied = advice.recommended.filter(({ score }) => score === first?.score).length;
  if (tied > 2 && advice.open.length > 0) {
    // The list is cut: where all of it ties, what was cut off may tie as well.
    return tied === advice.recommended.length && countRecommended(advice) > tied
      ? vscode.l10n.t('{0} Many patterns fit equally well so far; more answers would tell them apart.', start)
      : vscode.l10n.t('{0} {1} patterns fit equally well so far; more answers would tell them apart.', start, tied);
  }
  const [after] = next;
  if (after) return vscode.l10n.t('{0} {1} can wait until there is a measured reason.', start, after.recommendation.entry.title);
  return second || advice.open.length > 0 ? start : vscode.l10n.t('{0} No open question would change that.', start);
}

function countRecommended({ plan: { startWith, next, more } }: Advice): number {
  return startWith.filter(({ recommendation }) => recommendation !== undefined).length + next.length + more;
}

/** How much of what the team can carry the start takes. */
export function loadText({ plan }: Advice): string {
  if (plan.startWith.length === 0) return '';
  return plan.burden > plan.capacity
    ? vscode.l10n.t('This is more than a team like yours usually carries at once ({0} of {1} points): make room for it, or begin with its smallest part.', plan.burden, plan.capacity)
    : vscode.l10n.t('{0} of the {1} points that a team like yours can carry at once; the rest waits below.', plan.burden, plan.capacity);
}

/** "A", "A and B", "A, B and C". */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return vscode.l10n.t('{0} and {1}', items.slice(0, -1).join(', '), items.at(-1) ?? '');
}
