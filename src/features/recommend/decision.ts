import * as vscode from 'vscode';
import { QUESTION_IDS, type Advice, type DecisionDraft, type DecisionOption, type PatternEntry } from '../../core';
import { clause, patternOption, sentence } from '../../studio/decisionText';
import { addressOfEntry } from '../../studio/entryAddress';
import { answerLabel, factOf, questionTitle } from './questions';
import { leftOutText, listText, reasonText, warningText } from './words';

/**
 * The advice as a decision to be written down: the answers as context, what to start with as the choice, and what was
 * weighed against it (alternatives for the same job, what waits, what is not for now) as further options.
 */
export function decisionDraft(advice: Advice): DecisionDraft {
  const start = advice.plan.startWith.map(({ entry }) => entry);
  const [chosen, ...others] = optionsOf(advice);
  const reasons = advice.plan.startWith.flatMap(({ recommendation }) => recommendation?.reasons.slice(0, 1) ?? []);
  return {
    title: start.length > 0 ? vscode.l10n.t('Use {0}', listText(start.map(({ title }) => title))) : '',
    context: [contextText(advice)],
    drivers: [...(advice.answers.hurts ?? []).map((answer) => answerLabel(`hurts.${answer}`).label), ...(advice.answers.musts ?? []).map((answer) => answerLabel(`musts.${answer}`).label)],
    options: chosen ? [chosen, ...others] : [],
    ...(chosen && { chosen: 0, because: reasons.map(({ because }) => because).join('; ') }),
    consequences: { good: start.flatMap(({ gains }) => gains).map(clause), bad: start.flatMap(({ costs }) => costs).map(clause) },
    ...(advice.plan.next.length > 0 && { confirmation: advice.plan.next.map(({ recommendation, when }) => vscode.l10n.t('Reconsider {0} when {1}.', recommendation.entry.title, when)).join(' ') }),
    links: [...start, ...advice.caseStudies.map(({ entry }) => entry)].map(({ id, title }) => ({ title, url: addressOfEntry(id) })),
  };
}

function optionsOf(advice: Advice): DecisionOption[] {
  const { startWith, next } = advice.plan;
  if (startWith.length === 0) return [];
  const start = startWith.map(({ entry }) => entry);
  const alternatives = startWith.flatMap(({ recommendation }) => recommendation?.alternatives ?? []);
  return [
    {
      title: listText(start.map(({ title }) => title)),
      ...(start.length === 1 && { entry: start[0]?.id ?? '' }),
      gains: start.flatMap(({ gains }) => gains).map(clause),
      costs: start.flatMap(({ costs }) => costs).map(clause),
      notes: startWith.flatMap(({ recommendation }) => [
        ...(recommendation?.reasons ?? []).map((reason) => reasonText(reason, advice.answers)),
        ...(recommendation?.warnings ?? []).map(warningText),
      ]).map(sentence),
    },
    ...alternatives.map(({ entry, because }) => option(entry, [vscode.l10n.t('For the same job: {0}', because)])),
    ...next.map(({ recommendation, when }) => option(recommendation.entry, [vscode.l10n.t('Next, when {0}.', when)])),
    ...advice.notNow.filter(({ reasons }) => reasons.length > 0).map((left) => option(left.entry, [leftOutText(left, advice.answers)])),
  ];

  function option(entry: PatternEntry, notes: readonly string[]): DecisionOption {
    return {
      ...patternOption(entry),
      notes: [...notes.map(sentence), `[${entry.title}](${addressOfEntry(entry.id)})`],
    };
  }
}

function contextText(advice: Advice): string {
  const lines = QUESTION_IDS.flatMap((question) => {
    const given = (advice.answers[question] ?? []).map((answer) => answerLabel(factOf(question, answer)).label);
    return given.length > 0 ? [`- ${questionTitle(question)} ${given.join('; ')}`] : [];
  });
  const inPlace = advice.inPlace.length > 0 ? [`- ${vscode.l10n.t('In place: {0}', advice.inPlace.map(({ title }) => title).join(', '))}`] : [];
  return [vscode.l10n.t('What is known about the system:'), '', ...lines, ...inPlace].join('\n');
}
