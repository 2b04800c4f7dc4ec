import * as vscode from 'vscode';
import { QUESTION_IDS, type Advice, type DecisionDraft, type DecisionOption, type PatternEntry } from '../../core';
import { clause, leaveAsItIs, patternOption, sentence } from '../../studio/decisionText';
import { answerLabel, factOf, questionTitle } from './questions';
import { asksForHelp, leftOutText, listText, reasonText, warningText } from './words';

/**
 * The advice as a decision to be written down: the answers as context, what to start with as the choice, and beside it
 * what could be done instead. What comes next is no rival: it waits, and stands in the context.
 *
 * @param links see `sourcedLinks`
 */
export function decisionDraft(advice: Advice, links: DecisionDraft['links']): DecisionDraft {
  const start = entriesToRecord(advice);
  const options = optionsOf(advice, start);
  const reasons = advice.plan.startWith.flatMap(({ recommendation }) => recommendation?.reasons.slice(0, 1) ?? []);
  return {
    title: start.length > 0 ? vscode.l10n.t('Use {0}', listText(start.map(({ title }) => title))) : '',
    context: [contextText(advice), ...waitingText(advice)],
    drivers: [...(advice.answers.hurts ?? []).map((answer) => answerLabel(`hurts.${answer}`).label), ...(advice.answers.musts ?? []).map((answer) => answerLabel(`musts.${answer}`).label)],
    options,
    ...(options.length > 0 && { chosen: 0, because: reasons.map(({ because }) => because).join('; ') }),
    consequences: { good: start.flatMap(({ gains }) => gains).map(clause), bad: start.flatMap(({ costs }) => costs).map(clause) },
    ...(start.length > 0 && { confirmation: vscode.l10n.t('The measure that led here improves; this no longer holds: {0}.', start.map(({ adoptWhen }) => adoptWhen).join('; ')) }),
    links,
  };
}

/** The patterns that the decision is for. */
export function entriesToRecord({ plan }: Advice): readonly PatternEntry[] {
  return plan.startWith.map(({ entry }) => entry);
}

/** The choice; what does the same job; what is wanted and held back; and to do nothing. Each pattern once. */
function optionsOf(advice: Advice, start: readonly PatternEntry[]): DecisionOption[] {
  if (start.length === 0) return [];
  const alternatives = advice.plan.startWith.flatMap(({ recommendation }) => recommendation?.alternatives ?? [])
    .map(({ entry, because }) => ({ entry, note: vscode.l10n.t('For the same job: {0}', because) }));
  const heldBack = advice.notNow.filter(({ reasons }) => reasons.some(({ fact }) => asksForHelp(fact)))
    .map((left) => ({ entry: left.entry, note: leftOutText(left, advice.answers) }));
  const seen = new Set(start);
  const rivals = [...alternatives, ...heldBack].filter(({ entry }) => !seen.has(entry) && seen.add(entry));
  return [
    chosenOption(advice, start),
    ...rivals.map(({ entry, note }) => ({ ...patternOption(entry), ...(note !== '' && { notes: [sentence(note)] }) })),
    leaveAsItIs(start),
  ];
}

function chosenOption({ plan, answers }: Advice, start: readonly PatternEntry[]): DecisionOption {
  return {
    title: listText(start.map(({ title }) => title)),
    ...(start.length === 1 && { entry: start[0]?.id ?? '' }),
    gains: start.flatMap(({ gains }) => gains).map(clause),
    costs: start.flatMap(({ costs }) => costs).map(clause),
    notes: plan.startWith.flatMap(({ recommendation }) => [
      ...(recommendation?.reasons ?? []).map((reason) => reasonText(reason, answers)),
      ...(recommendation?.warnings ?? []).map(warningText),
    ]).map(sentence),
  };
}

function contextText(advice: Advice): string {
  const lines = QUESTION_IDS.flatMap((question) => {
    const given = (advice.answers[question] ?? []).map((answer) => answerLabel(factOf(question, answer)).label);
    return given.length > 0 ? [`- ${questionTitle(question)} ${given.join('; ')}`] : [];
  });
  const inPlace = advice.inPlace.length > 0 ? [`- ${vscode.l10n.t('In place: {0}', advice.inPlace.map(({ title }) => title).join(', '))}`] : [];
  return [vscode.l10n.t('What is known about the system:'), '', ...lines, ...inPlace].join('\n');
}

function waitingText({ plan: { next } }: Advice): string[] {
  if (next.length === 0) return [];
  const steps = next.map(({ recommendation, when }) => vscode.l10n.t('{0}, when {1}', recommendation.entry.title, when));
  return [[vscode.l10n.t('Waiting for a measured reason:'), '', ...steps.map((step) => `- ${sentence(step)}`)].join('\n')];
}
