import * as vscode from 'vscode';
import type { LearningPath, Pace, PathPlan, Tally, WeekProgress } from '../../core';
import { shortDate } from './dates';

/** Of the minutes of a path, rounded down, so that only a complete path has 100. */
export function percentOf({ minutesDone, minutesTotal }: Tally): number {
  return minutesTotal === 0 ? 0 : Math.floor((100 * minutesDone) / minutesTotal);
}

/** "4 of 38 items · 12 %" */
export function progressText(tally: Tally): string {
  return vscode.l10n.t('{0} of {1} items · {2} %', tally.done, tally.total, percentOf(tally));
}

export function levelLabel(level: LearningPath['level']): string {
  const labels: Record<LearningPath['level'], string> = {
    beginner: vscode.l10n.t('Beginner'),
    practitioner: vscode.l10n.t('Practitioner'),
    architect: vscode.l10n.t('Architect'),
    leader: vscode.l10n.t('Leader'),
  };
  return labels[level];
}

export function groupLabel(group: LearningPath['group']): string {
  const labels: Record<LearningPath['group'], string> = {
    role: vscode.l10n.t('Roles'),
    track: vscode.l10n.t('Tracks'),
    topic: vscode.l10n.t('Topics'),
  };
  return labels[group];
}

/** "Steady: 10 weeks, 5 hours a week" */
export function paceLabel(pace: Pace): string {
  const names: Record<Pace['id'], string> = { steady: vscode.l10n.t('Steady'), intensive: vscode.l10n.t('Intensive') };
  return vscode.l10n.t('{0}: {1}', names[pace.id], paceTime(pace));
}

/** "10 weeks, 5 hours a week" */
export function paceTime({ weeks, hoursPerWeek }: Pace): string {
  return weeks === 1 ? vscode.l10n.t('1 week of {0} hours', hoursPerWeek) : vscode.l10n.t('{0} weeks, {1} hours a week', weeks, hoursPerWeek);
}

/** "Beginner · 10 weeks, 5 hours a week" */
export function levelAndTime(path: LearningPath, chosen: Pace['id'] | undefined): string {
  const pace = path.paces.find(({ id }) => id === chosen) ?? path.paces[0];
  return [levelLabel(path.level), ...(pace ? [paceTime(pace)] : [])].join(' · ');
}

/** "3 h 20 min" */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return vscode.l10n.t('{0} min', rest);
  return rest === 0 ? vscode.l10n.t('{0} h', hours) : vscode.l10n.t('{0} h {1} min', hours, rest);
}

/** "Week 3 of 10 · 60 %" */
export function standing(progress: Tally & { readonly weeks: readonly unknown[] }, week: WeekProgress): string {
  return vscode.l10n.t('Week {0} of {1} · {2} %', week.number, progress.weeks.length, percentOf(progress));
}

/** Where the plan stands: "2 days left", "1 week behind"; undefined when there is nothing to say. */
export function planHint({ now, weeks, behind, daysLeft, start }: PathPlan, onHand: WeekProgress | undefined): string | undefined {
  if (behind > 0) return behind === 1 ? vscode.l10n.t('1 week behind') : vscode.l10n.t('{0} weeks behind', behind);
  if (weeks.every(({ week }) => week.done === week.total)) return undefined;
  if (now === undefined) return vscode.l10n.t('starts {0}', shortDate(start));
  if (onHand !== undefined && onHand.number - 1 > now && (daysLeft ?? 0) > 0) return vscode.l10n.t('ahead of the plan');
  if (daysLeft === 0) {
    const following = weeks[now + 1];
    return following && vscode.l10n.t('goes on {0}', shortDate(following.first));
  }
  return daysLeft === 1 ? vscode.l10n.t('last day of the week') : vscode.l10n.t('{0} days left', daysLeft ?? 0);
}

/** "3/5, not passed" */
export function failedText({ right, total }: { readonly right: number; readonly total: number }): string {
  return vscode.l10n.t('{0}/{1}, not passed', right, total);
}
