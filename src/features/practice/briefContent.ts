import * as vscode from 'vscode';
import { calculatorsFor, isDone, isItemDone, labKey, type Library, type ProgressDocument } from '../../core';
import { calculatorLink } from '../../studio/calculatorLink';
import { difficultyLabel, itemTypeLabel } from '../../studio/labels';
import type { BriefContent, BriefStatus, BriefSubject } from '../../webviews/protocol';
import type { Obstacle } from './obstacle';
import type { StartedLab } from './startedLabs';
import type { Assignment } from './subject';
import { isGreen, type LabSummary } from './testRun';
import { readablePath } from './writeLab';

/** How much of what opens later was asked for. */
export interface Revealed {
  readonly hints: number;
  readonly discussion: boolean;
}

/** All of a brief that is to be seen. */
export function briefContent(library: Library, subject: BriefSubject, revealed: Revealed, { title, minutes, brief, place, entry, lab }: Assignment): BriefContent {
  const linked = entry === undefined ? undefined : library.get(entry);
  return {
    key: keyOf(subject),
    title,
    facts: [
      lab ? itemTypeLabel('lab') : place ? itemTypeLabel(place.item.type) : '',
      lab ? difficultyLabel(lab.overview.level) : '',
      vscode.l10n.t('{0} min', minutes),
    ].filter((fact) => fact !== ''),
    path: place ? { id: place.path.id, item: place.item.id, title: place.path.title } : null,
    entry: linked ? { id: linked.id, title: linked.title, summary: linked.summary } : null,
    summary: lab?.overview.summary ?? '',
    situation: brief.situation,
    task: brief.task,
    steps: [...brief.steps],
    doneWhen: [...brief.doneWhen],
    hints: brief.hints.slice(0, revealed.hints),
    hintCount: brief.hints.length,
    discussion: revealed.discussion ? [...brief.discussion] : null,
    hasDiscussion: brief.discussion.length > 0,
    solution: (lab?.content.solution.length ?? 0) > 0,
    calculators: entry === undefined ? [] : calculatorsFor(library, [entry]).map(calculatorLink),
  };
}

/** What is known about a started lab. */
export interface LabSituation {
  readonly started: StartedLab | undefined;
  readonly running: boolean;
  readonly last: LabSummary | undefined;
  readonly obstacle: Obstacle | undefined;
}

/** How the learner stands with an assignment. */
export function briefStatus(document: ProgressDocument, { place, lab }: Assignment, situation: LabSituation | undefined): BriefStatus {
  const tested = lab !== undefined && isDone(document, labKey(lab.overview.id));
  const done = tested || (place !== undefined && isItemDone(document, place.path.id, place.item));
  return {
    done,
    basis: basisOf(lab !== undefined, done, tested),
    canMark: place !== undefined,
    lab: lab && situation ? {
      started: situation.started !== undefined,
      lines: labLines(situation, tested),
      state: situation.running ? 'running' : situation.last === undefined ? (tested ? 'green' : 'none') : isGreen(situation.last) ? 'green' : 'failing',
      obstacle: situation.obstacle ?? null,
    } : null,
  };
}

/** What marks of the page are kept by. */
export function keyOf(subject: BriefSubject): string {
  return subject.type === 'lab' ? `lab:${subject.lab}` : `${subject.path}/${subject.item}`;
}

function basisOf(lab: boolean, done: boolean, tested: boolean): string {
  if (!lab) return '';
  if (tested) return vscode.l10n.t('All tests are green, which completes the lab.');
  return done
    ? vscode.l10n.t('Declared by you: no run with all tests green is on record.')
    : vscode.l10n.t('Green tests complete the lab. Marking it without them counts as declared by you.');
}

function labLines({ started, running, last }: LabSituation, tested: boolean): string[] {
  if (!started) return [tested ? vscode.l10n.t('All tests were green before.') : vscode.l10n.t('A small project is copied into a folder that you pick; nothing that is there changes. Its tests decide when you are done.')];
  const place = vscode.l10n.t('Started in {0}', vscode.workspace.getWorkspaceFolder(started.folder) ? vscode.workspace.asRelativePath(started.folder) : readablePath(started.folder));
  return [place, running ? vscode.l10n.t('The tests are running …') : last ? resultLine(last) : tested ? vscode.l10n.t('All tests were green before.') : vscode.l10n.t('The tests have not run in this window yet.')];
}

function resultLine(summary: LabSummary): string {
  if (summary.end === 'cancelled') return vscode.l10n.t('The last run was cancelled.');
  if (isGreen(summary)) return vscode.l10n.t('All tests are green.');
  if (summary.failed === 0) return vscode.l10n.t('{0} tests are green, but that was not a whole run with the tests of the lab as they were given.', summary.passed);
  return vscode.l10n.t('{0} of {1} tests are green.', summary.passed, summary.total);
}

/** Words around the brief; the page knows them by key. */
export function briefLabels(): Record<string, string> {
  return {
    read: vscode.l10n.t('Read first: {0}', '{0}'),
    path: vscode.l10n.t('Learning path: {0}', '{0}'),
    lab: vscode.l10n.t('The lab'),
    start: vscode.l10n.t('Start Lab'),
    startAgain: vscode.l10n.t('Start Again in Another Folder'),
    run: vscode.l10n.t('Run the Tests'),
    files: vscode.l10n.t('Open the Files'),
    results: vscode.l10n.t('Show the Results'),
    trust: vscode.l10n.t('Manage Workspace Trust'),
    situation: vscode.l10n.t('Situation'),
    task: vscode.l10n.t('Task'),
    steps: vscode.l10n.t('Steps'),
    doneWhen: vscode.l10n.t('Done when'),
    calculate: vscode.l10n.t('Calculate'),
    hints: vscode.l10n.t('Hints'),
    hint: vscode.l10n.t('Hint {0}', '{0}'),
    showHint: vscode.l10n.t('Show Hint {0} of {1}', '{0}', '{1}'),
    discussion: vscode.l10n.t('Discussion'),
    discussionLater: vscode.l10n.t('It opens after the last hint, or once this is done.'),
    showDiscussion: vscode.l10n.t('Show the Discussion'),
    discussionAsk: vscode.l10n.t('The discussion tells what good solutions look like. It helps most after an attempt of your own.'),
    showNow: vscode.l10n.t('Show It Now'),
    notYet: vscode.l10n.t('Not Yet'),
    solution: vscode.l10n.t('Solution'),
    solutionText: vscode.l10n.t('One of the possible solutions opens beside what you have written. Nothing of yours changes.'),
    showSolution: vscode.l10n.t('Show a Solution'),
    done: vscode.l10n.t('Done'),
    markDone: vscode.l10n.t('Mark as Done'),
    markOpen: vscode.l10n.t('Mark as Not Done'),
  };
}
