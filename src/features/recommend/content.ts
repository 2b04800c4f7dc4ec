import * as vscode from 'vscode';
import {
  calculatorsFor, comparePatterns, patternsToAskAbout, prerequisiteGraph, QUESTION_IDS, QUESTIONS, MULTIPLE_ANSWER_QUESTIONS, recommend,
  type Advice, type Entry, type Library, type Move, type NextStep, type PatternEntry, type Recommendation, type StartStep,
} from '../../core';
import type { AdviceCard, AdviceContent, AnswerField, ComparisonTable, EntryLink, PrerequisiteGraph } from '../../webviews/protocol';
import { calculatorLink } from '../../studio/calculatorLink';
import { difficultyLabel, tierLabel } from '../../studio/labels';
import { comparedRowLabel, comparedValueLabel } from '../../studio/comparisonLabels';
import { movesOnPage } from './moves';
import { answerLabel, factOf, questionTitle, scaleLabel } from './questions';
import { leftOutText, listText, loadText, neededForText, reasonText, verdictText, warningText } from './words';

/** More would be a list of calculators and no advice. */
const MOST_CALCULATORS = 5;

/**
 * All that the result page shows.
 *
 * @param before the advice before the last change of an answer, for what moved; undefined when there was none
 */
export function adviceContent(library: Library, advice: Advice, before: Advice | undefined): AdviceContent {
  const { startWith, next, more } = advice.plan;
  const { moves, gone: left } = movesOnPage(before, advice, before ? recommend(library, advice.answers) : []);
  const gone = left.map(({ title }) => title);
  const moved = moves.flatMap((move) => {
    const described = describeMove(move);
    return described ? [`${move.entry.title}: ${described.text}`] : [];
  });
  return {
    verdict: verdictText(advice),
    fields: [...QUESTION_IDS.map((question) => answerField(advice, question)), inPlaceField(library, advice)],
    answered: answeredTexts(advice),
    suspects: advice.suspects.map(({ entry, against }) => ({ link: linkTo(entry), text: against.map((reason) => reasonText(reason, advice.answers)).join('. ') })),
    start: startWith.map((step) => startCard(step, advice, moves)),
    load: loadText(advice),
    next: next.map((step) => nextCard(step, advice, moves)),
    more: more === 0 ? '' : more === 1 ? vscode.l10n.t('One more pattern fits less well and is not listed.') : vscode.l10n.t('{0} more patterns fit less well and are not listed.', more),
    notNow: advice.notNow.map((left) => ({ link: linkTo(left.entry), text: leftOutText(left, advice.answers) })),
    moreNotNow: advice.moreNotNow === 0 ? '' : vscode.l10n.t('{0} more patterns are better left alone and are not listed.', advice.moreNotNow),
    gone,
    announcement: before === undefined ? '' : moved.length + gone.length === 0 ? vscode.l10n.t('The first patterns stay as they were.') : [...moved, ...gone.map((title) => vscode.l10n.t('{0}: no longer recommended', title))].join('. '),
    tradeOffs: tradeOffs(library, startWith.map(({ entry }) => entry)),
    prerequisites: graphOf(library, advice),
    caseStudies: advice.caseStudies.map(({ entry, uses }) => ({ link: linkTo(entry), text: vscode.l10n.t('Uses {0}', listText(uses.map(({ title }) => title))) })),
    calculators: calculatorsFor(library, [...startWith.map(({ entry }) => entry.id), ...next.map(({ recommendation }) => recommendation.entry.id)]).slice(0, MOST_CALCULATORS).map(calculatorLink),
    scale: scaleOf(library, advice),
    open: advice.open.map(({ question, couldBring }) => ({
      question,
      title: questionTitle(question),
      text: couldBring.length > 0
        ? vscode.l10n.t('Could bring {0} among the first three.', listText(couldBring.map(({ title }) => title)))
        : vscode.l10n.t('Could take one of the first three away.'),
    })),
  };
}

export function adviceLabels(): Record<string, string> {
  return {
    title: vscode.l10n.t('Recommended patterns'),
    answers: vscode.l10n.t('Your answers'),
    change: vscode.l10n.t('Change an answer and see what moves'),
    notSure: vscode.l10n.t('Not sure'),
    suspects: vscode.l10n.t('Look here first: it is in place, and may be the cause'),
    start: vscode.l10n.t('Start with'),
    next: vscode.l10n.t('Next, when …'),
    notNow: vscode.l10n.t('Not now, because …'),
    mind: vscode.l10n.t('Mind'),
    alternatives: vscode.l10n.t('Or, for the same job'),
    tradeOffs: vscode.l10n.t('Trade-offs side by side'),
    differs: vscode.l10n.t('differs'),
    prerequisites: vscode.l10n.t('What needs what'),
    prerequisitesAsText: vscode.l10n.t('The same in words'),
    caseStudies: vscode.l10n.t('Seen in practice'),
    calculators: vscode.l10n.t('Matching calculators'),
    scale: vscode.l10n.t('At your scale'),
    open: vscode.l10n.t('What this advice does not know'),
    gone: vscode.l10n.t('No longer recommended:'),
    compare: vscode.l10n.t('Compare'),
    compareSelected: vscode.l10n.t('Compare the selected patterns'),
    copy: vscode.l10n.t('Copy as Markdown'),
    document: vscode.l10n.t('Open as Markdown'),
    record: vscode.l10n.t('Save as decision record'),
    restart: vscode.l10n.t('Answer the questions again'),
    copied: vscode.l10n.t('Copied'),
  };
}

function answeredTexts({ answers, inPlace }: Advice): string[] {
  const given = QUESTION_IDS.flatMap((question) => (answers[question] ?? []).map((answer) => answerLabel(factOf(question, answer)).label));
  return [...given, ...(inPlace.length > 0 ? [vscode.l10n.t('In place: {0}', inPlace.map(({ title }) => title).join(', '))] : [])];
}

function answerField({ answers }: Advice, question: (typeof QUESTION_IDS)[number]): AnswerField {
  const chosen: readonly string[] = answers[question] ?? [];
  return {
    question,
    title: questionTitle(question),
    many: MULTIPLE_ANSWER_QUESTIONS.includes(question),
    options: QUESTIONS[question].map((answer) => ({ id: answer, label: answerLabel(factOf(question, answer)).label, selected: chosen.includes(answer) })),
  };
}

function inPlaceField(library: Library, { answers }: Advice): AnswerField {
  return {
    question: 'inPlace',
    title: vscode.l10n.t('What is in place already?'),
    many: true,
    options: patternsToAskAbout(library, answers).map(({ id, title }) => ({ id, label: title, selected: (answers.inPlace ?? []).includes(id) })),
  };
}

function startCard(step: StartStep, advice: Advice, moves: readonly Move[]): AdviceCard {
  return { ...card(step.entry, step.recommendation, advice, moves), neededFor: neededForText(step) };
}

function nextCard({ recommendation, when, after }: NextStep, advice: Advice, moves: readonly Move[]): AdviceCard {
  const first = after.map(({ title }) => title);
  return {
    ...card(recommendation.entry, recommendation, advice, moves),
    when: first.length > 0 ? vscode.l10n.t('Next, after {0}, when {1}.', listText(first), when) : vscode.l10n.t('Next, when {0}.', when),
  };
}

function card(entry: PatternEntry, recommendation: Recommendation | undefined, advice: Advice, moves: readonly Move[]): AdviceCard {
  const move = moves.find((candidate) => candidate.entry === entry);
  return {
    link: linkTo(entry),
    badge: { text: tierLabel(entry.tier), className: `tier-${entry.tier}` },
    facts: [difficultyLabel(entry.difficulty), vscode.l10n.t('first version in {0}', entry.effort), ...(entry.workspace === undefined ? [] : [vscode.l10n.t('from {0}', entry.workspace)])],
    when: null,
    neededFor: null,
    reasons: (recommendation?.reasons ?? []).map((reason) => reasonText(reason, advice.answers)),
    mind: (recommendation?.warnings ?? []).map(warningText),
    alternatives: (recommendation?.alternatives ?? []).map(({ entry: other, because }) => ({ link: linkTo(other), because })),
    move: move ? describeMove(move) : null,
  };
}

function describeMove({ from, to }: Move): AdviceCard['move'] {
  if (to === undefined || from === to) return null;
  if (from === undefined) return { direction: 'new', text: vscode.l10n.t('new, at place {0}', to) };
  return to < from
    ? { direction: 'up', text: vscode.l10n.t('up from place {0} to {1}', from, to) }
    : { direction: 'down', text: vscode.l10n.t('down from place {0} to {1}', from, to) };
}

function tradeOffs(library: Library, entries: readonly PatternEntry[]): ComparisonTable | null {
  if (entries.length < 2) return null;
  const { rows } = comparePatterns(library, entries);
  return {
    columns: entries.map(linkTo),
    rows: rows.filter(({ row }) => ['gains', 'costs', 'avoidWhen', 'effort'].includes(row)).map(({ row, cells, differs }) => ({
      name: comparedRowLabel(row), differs,
      cells: cells.map((cell) => cell.map(({ value }) => comparedValueLabel(library, row, value))),
    })),
  };
}

function graphOf(library: Library, { plan, answers }: Advice): PrerequisiteGraph | null {
  const { nodes, edges } = prerequisiteGraph(library, plan, answers);
  if (edges.length === 0) return null;
  const labels = {
    start: vscode.l10n.t('start'), next: vscode.l10n.t('next'), inPlace: vscode.l10n.t('in place'), missing: vscode.l10n.t('needed'),
  };
  return {
    nodes: nodes.map(({ entry, state, column }) => ({ id: entry.id, title: entry.title, column, state, stateLabel: labels[state] })),
    edges: edges.map(({ from, to, because }) => ({ from: from.id, to: to.id, text: vscode.l10n.t('{0} needs {1}: {2}', to.title, from.title, because) })),
  };
}

function scaleOf(library: Library, { scale, notNow, plan, inPlace }: Advice): AdviceContent['scale'] {
  const row = scale?.row;
  if (!scale || !row) return null;
  const noteOf = (id: string): string => {
    if (plan.startWith.some(({ entry }) => entry.id === id)) return vscode.l10n.t('part of your start');
    if (inPlace.some((entry) => entry.id === id)) return vscode.l10n.t('in place');
    // What the answers hold back must not look like advice here.
    return notNow.some(({ entry }) => entry.id === id) ? vscode.l10n.t('not with your answers: see below') : '';
  };
  return {
    title: vscode.l10n.t('Yours is {0} (users: {1}, or data: {2}; the larger of the two decides). Such a system usually starts with:', scaleLabel(scale.tier), row.users, row.data),
    patterns: row.patterns.flatMap((id) => {
      const entry = library.get(id);
      return entry ? [{ link: linkTo(entry), note: noteOf(id) }] : [];
    }),
    nextStep: vscode.l10n.t('Next step at that size: {0}', row.nextStep),
  };
}

function linkTo({ id, title, summary }: Entry): EntryLink {
  return { id, title, summary };
}
