import * as vscode from 'vscode';
import { milestones, pathProgress, type Brief, type LearningPath, type Library, type Pace, type PathBriefs, type PathProgress, type ProgressDocument } from '../../core';
import { itemTypeLabel } from '../../studio/labels';
import type { LearningContent, LearningItem } from '../../webviews/protocol';
import { milestoneWords } from '../../studio/milestoneWords';
import { levelLabel, paceLabel, progressText } from './words';

/** All that the learning page shows for one path at one pace. */
export function learningContent(library: Library, path: LearningPath, { briefs }: PathBriefs, document: ProgressDocument, pace: Pace['id'] | undefined): LearningContent {
  const briefOf = new Map(briefs.map(({ item, brief }) => [item, brief]));
  const progress = pathProgress(document, path, pace);
  return {
    paths: library.paths.map(({ id, title }) => ({ id, title })),
    path: {
      id: path.id,
      title: path.title,
      summary: path.summary,
      facts: [
        { name: vscode.l10n.t('Level'), value: levelLabel(path.level) },
        { name: vscode.l10n.t('For'), value: path.audience },
        { name: vscode.l10n.t('Goal'), value: path.goal },
        { name: vscode.l10n.t('Outcome'), value: path.outcome },
      ],
      prerequisites: [...path.prerequisites],
      paces: path.paces.map((each) => ({ id: each.id, label: paceLabel(each) })),
      pace: progress.pace,
      done: progress.done,
      total: progress.total,
      minutesDone: progress.minutesDone,
      minutesTotal: progress.minutesTotal,
      progressText: progressText(progress),
      next: progress.next ? { id: progress.next.id, title: progress.next.title } : null,
      weeks: weeksOf(progress, briefOf),
    },
    milestones: milestones(library, document).map(({ id, basis, done, total, state }) => ({
      id, ...milestoneWords(id), done, total, complete: state === 'reached', declared: basis === 'declared',
    })),
  };
}

function weeksOf(progress: PathProgress, briefOf: ReadonlyMap<string, Brief>): LearningContent['path']['weeks'] {
  return progress.weeks.map((week) => ({
    title: vscode.l10n.t('Week {0}: {1}', week.number, week.title),
    goal: week.goal,
    progressText: progressText(week),
    done: week.done === week.total,
    current: week.items.some(({ item }) => item.id === progress.next?.id),
    items: week.items.map(({ item, done }): LearningItem => ({
      id: item.id,
      type: item.type,
      typeLabel: itemTypeLabel(item.type),
      title: item.title,
      minutes: item.minutes,
      done,
      entry: item.entry ?? null,
      brief: briefIn(briefOf.get(item.id)),
    })),
  }));
}

function briefIn(brief: Brief | undefined): LearningItem['brief'] {
  return brief ? { task: brief.task, steps: [...brief.steps], doneWhen: [...brief.doneWhen] } : null;
}

/** Words around the content; the page knows them by key. */
export function learningLabels(): Record<string, string> {
  return {
    path: vscode.l10n.t('Learning path'),
    pace: vscode.l10n.t('Pace'),
    progress: vscode.l10n.t('Progress'),
    start: vscode.l10n.t('Start: {0}', '{0}'),
    continue: vscode.l10n.t('Continue: {0}', '{0}'),
    complete: vscode.l10n.t('All items are done.'),
    prerequisites: vscode.l10n.t('Helpful before you start'),
    weeks: vscode.l10n.t('Weeks'),
    milestones: vscode.l10n.t('Milestones'),
    read: vscode.l10n.t('Read'),
    brief: vscode.l10n.t('What to do'),
    steps: vscode.l10n.t('Steps'),
    doneWhen: vscode.l10n.t('Done when'),
    minutes: vscode.l10n.t('{0} min', '{0}'),
    reached: vscode.l10n.t('reached'),
    pending: vscode.l10n.t('{0} of {1}', '{0}', '{1}'),
    declare: vscode.l10n.t('I have deployed a system to production'),
    done: vscode.l10n.t('done'),
  };
}
