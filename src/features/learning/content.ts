import * as vscode from 'vscode';
import { learningHistory, milestones, nextSteps, PATH_GROUPS, pathProgress, currentPath, type HistoryWeek, type LearningPath } from '../../core';
import type { LearningContent, LearningOverview } from '../../webviews/protocol';
import { offsetAt, shortDate } from './dates';
import { milestoneWords } from '../../studio/milestoneWords';
import { stepRow } from './next';
import { pathContent } from './pathContent';
import type { Standing } from './standing';
import { durationText, groupLabel, levelAndTime, progressText } from './words';

/** All that the learning page shows: one path, or all of them; the milestones and the last weeks in either case. */
export function learningContent(standing: Standing, path: LearningPath | undefined): LearningContent {
  const { library, document, context } = standing;
  const complete = (each: LearningPath): boolean => pathProgress(document, each).state === 'complete';
  return {
    path: path ? pathContent(standing, path) : null,
    overview: path ? null : overviewOf(standing),
    milestones: milestones(library, document).map(({ id, basis, done, total, state }) => ({
      id,
      ...milestoneWords(id),
      standing: state === 'reached' ? vscode.l10n.t('reached') : vscode.l10n.t('{0} of {1}', done, total),
      reached: state === 'reached',
      declared: basis === 'declared',
    })),
    history: historyOf(learningHistory(library, document, context.now, offsetAt)),
    certificate: path ? complete(path) : library.paths.some(complete),
  };
}

function overviewOf({ library, document, context }: Standing): LearningOverview {
  const current = currentPath(library, document);
  const [best] = nextSteps(library, document, context);
  const { title, about, reason } = stepRow(best, library);
  const actions = { 'not-started': vscode.l10n.t('Start'), 'in-progress': vscode.l10n.t('Continue'), complete: vscode.l10n.t('Done') };
  return {
    next: { title, about, reason },
    groups: PATH_GROUPS.map((group) => ({
      id: group,
      title: groupLabel(group),
      paths: library.paths.filter((path) => path.group === group).map((path) => {
        const progress = pathProgress(document, path, context.paceOf(path));
        return {
          id: path.id,
          title: path.title,
          summary: path.summary,
          about: levelAndTime(path, progress.pace),
          progressText: progressText(progress),
          minutesDone: progress.minutesDone,
          minutesTotal: progress.minutesTotal,
          state: progress.state,
          followed: path === current,
          action: actions[progress.state],
        };
      }),
    })).filter(({ paths }) => paths.length > 0),
  };
}

function historyOf(weeks: readonly HistoryWeek[]): LearningContent['history'] {
  const minutes = weeks.reduce((sum, week) => sum + week.minutes, 0);
  const items = weeks.reduce((sum, week) => sum + week.items, 0);
  const active = weeks.some((week) => week.items + week.answers + week.quizzes > 0);
  const time = durationText(minutes);
  return {
    text: !active
      ? vscode.l10n.t('Nothing yet. What you finish shows up here, week by week.')
      : items === 1
        ? vscode.l10n.t('1 item done, of {0} by the path’s own estimate. The bars show this time; no time was measured.', time)
        : vscode.l10n.t('{0} items done, of {1} by the paths’ own estimates. The bars show this time; no time was measured.', items, time),
    weeks: weeks.map((week) => ({
      label: shortDate(week.first), minutes: week.minutes, time: durationText(week.minutes), items: week.items, quizzes: week.quizzes, answers: week.answers,
    })),
  };
}
