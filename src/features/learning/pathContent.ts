import * as vscode from 'vscode';
import { currentPath, pathProgress, planOf, weekOnHand, type LearningPath, type PathPlan, type PathProgress, type PlannedWeek, type WeekProgress } from '../../core';
import { itemTypeLabel } from '../../studio/labels';
import type { LearningItem, LearningPathContent } from '../../webviews/protocol';
import { dateRange, longDate } from './dates';
import { failedAttempt } from './open';
import type { Standing } from './standing';
import { durationText, failedText, levelLabel, paceLabel, paceTime, progressText } from './words';

/** One path as the page shows it: facts, plan, weeks. No briefs, so that painting it again is cheap. */
export function pathContent(standing: Standing, path: LearningPath): LearningPathContent {
  const { library, document, context } = standing;
  const pace = context.paceOf(path);
  const progress = pathProgress(document, path, pace);
  const plan = planOf(document, path, pace, context.today);
  const onHand = weekOnHand(progress, plan);
  const followed = currentPath(library, document) === path;
  const used = path.paces.find(({ id }) => id === progress.pace);
  return {
    id: path.id,
    title: path.title,
    summary: path.summary,
    facts: [
      { name: vscode.l10n.t('Level'), value: levelLabel(path.level) },
      ...(used ? [{ name: vscode.l10n.t('Time'), value: vscode.l10n.t('{0}; {1} in all', paceTime(used), durationText(progress.minutesTotal)) }] : []),
      { name: vscode.l10n.t('For'), value: path.audience },
      { name: vscode.l10n.t('Goal'), value: path.goal },
      { name: vscode.l10n.t('Outcome'), value: path.outcome },
    ],
    prerequisites: path.prerequisites.map((text) => linkPaths(text, library.paths.filter((other) => other !== path))),
    paces: path.paces.map((each) => ({ id: each.id, label: paceLabel(each) })),
    pace: progress.pace,
    progressText: progressText(progress),
    minutesDone: progress.minutesDone,
    minutesTotal: progress.minutesTotal,
    followed,
    complete: progress.state === 'complete',
    action: actionOf(progress, followed, onHand),
    plan: { start: plan?.start ?? '', text: planText(plan, context.today) },
    weeks: progress.weeks.map((week, index) => weekContent(week, plan?.weeks[index], { standing, path, onHand })),
  };
}

/** The parts of a text, with the titles of paths as links. Longer titles first, so that one inside another stays text. */
export function linkPaths(text: string, paths: readonly LearningPath[]): { text: string; path: string | null }[] {
  const found = [...paths].sort((a, b) => b.title.length - a.title.length).find(({ title }) => holds(text, title));
  if (found === undefined) return text === '' ? [] : [{ text, path: null }];
  const at = text.indexOf(found.title);
  return [...linkPaths(text.slice(0, at), paths), { text: found.title, path: found.id }, ...linkPaths(text.slice(at + found.title.length), paths)];
}

/** A title as a word of its own: "Cost" in "Cost" and not in "Costly". */
function holds(text: string, title: string): boolean {
  const at = text.indexOf(title);
  const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return at >= 0 && !isLetter(text[at - 1]) && !isLetter(text[at + title.length]);
}

function actionOf(progress: PathProgress, followed: boolean, onHand: WeekProgress | undefined): string | null {
  const next = onHand?.items.find(({ done }) => !done)?.item;
  if (next === undefined) return null;
  if (!followed) return progress.state === 'not-started' ? vscode.l10n.t('Start This Path') : vscode.l10n.t('Continue This Path');
  return progress.state === 'not-started' ? vscode.l10n.t('Start: {0}', next.title) : vscode.l10n.t('Continue: {0}', next.title);
}

function planText(plan: PathPlan | undefined, today: string): string {
  if (plan === undefined) return vscode.l10n.t('Without dates. Choose a start to get a week by week plan; nothing reminds you of it.');
  const ends = vscode.l10n.t('The last week ends on {0}.', longDate(plan.end));
  const behind = plan.weeks.filter((week) => week.behind).map(({ week }) => week.number);
  if (behind.length === 0) return plan.start > today ? ends : `${ends} ${vscode.l10n.t('You are on time.')}`;
  const which = behind.length === 1
    ? vscode.l10n.t('Week {0} has ended with open items.', behind[0] ?? 0)
    : vscode.l10n.t('{0} weeks have ended with open items, the first of them week {1}.', behind.length, behind[0] ?? 0);
  return `${ends} ${which} ${vscode.l10n.t('Finish them, or move them by a week.')}`;
}

interface Around { readonly standing: Standing; readonly path: LearningPath; readonly onHand: WeekProgress | undefined }

function weekContent(week: WeekProgress, planned: PlannedWeek | undefined, { standing, path, onHand }: Around): LearningPathContent['weeks'][number] {
  const complete = week.done === week.total;
  const state = planned?.behind === true ? vscode.l10n.t('behind') : planned?.state === 'now' ? vscode.l10n.t('this week') : null;
  return {
    key: week.items[0]?.item.id ?? '',
    title: vscode.l10n.t('Week {0}: {1}', week.number, week.title),
    goal: week.goal,
    dates: planned ? dateRange(planned.first, planned.last) : null,
    state,
    // What has ended and is done is history; moving it would only push the rest away.
    movable: planned !== undefined && (planned.state !== 'past' || planned.behind),
    progressText: vscode.l10n.t('{0} of {1} · {2}', week.done, week.total, durationText(week.minutesTotal)),
    done: complete,
    current: !complete && week.number === onHand?.number,
    items: week.items.map(({ item, done }): LearningItem => {
      const failed = failedAttempt(standing.document, path.id, item, done);
      return {
        id: item.id, type: item.type, title: item.title, done, about: `${itemTypeLabel(item.type)} · ${durationText(item.minutes)}`, state: failed ? failedText(failed) : null,
      };
    }),
  };
}
