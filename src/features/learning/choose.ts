import * as vscode from 'vscode';
import {
  change, clearPlan, CURRENT_PATH_KEY, currentPath, dayNumber, dayOf, mondayOf, PATH_GROUPS, pathProgress, startPlan, storedPlan,
  type LearningPath, type Library, type Pace,
} from '../../core';
import { today } from '../../studio/assessmentStore';
import { oneOf, runSteps, type QuickStep, type StepItem } from '../../studio/quickSteps';
import type { Studio } from '../../studio/studio';
import { longDate } from './dates';
import type { PaceChoice } from './paces';
import { groupLabel, levelAndTime, paceLabel, progressText } from './words';

type Dates = 'keep' | 'today' | 'monday' | 'none';
interface Choice {
  readonly path?: LearningPath;
  readonly pace?: Pace['id'];
  readonly dates?: Dates;
}

/**
 * Asks which path to follow, at which pace and from when, and keeps the answers at the end; cancelling keeps nothing.
 *
 * @param pathId answers the first question, for instance from a row or the page
 * @returns the path that is followed now; undefined when the person gave up
 */
export async function choosePath(studio: Studio, paces: PaceChoice, pathId: string | undefined): Promise<LearningPath | undefined> {
  const library = await studio.library();
  const asked = library.paths.find(({ id }) => id === pathId);
  const steps = stepsOf(studio, library, paces);
  const given: Choice = asked ? { path: asked } : {};
  const done = await runSteps<Choice>(vscode.l10n.t('Choose Learning Path'), asked ? steps.afterPath(given) : steps.path, given);
  const { path, pace, dates = 'keep' } = done?.state ?? {};
  if (path === undefined) return undefined;
  if (pace !== undefined) await paces.choose(path.id, pace);
  const start = startOf(dates);
  await studio.progress.update((document, stamp) => {
    const chosen = change(document, CURRENT_PATH_KEY, path.id, stamp);
    if (start !== undefined) return startPlan(chosen, path.id, start, stamp);
    return dates === 'none' ? clearPlan(chosen, path.id, stamp) : chosen;
  });
  return path;
}

function stepsOf(studio: Studio, library: Library, paces: PaceChoice) {
  const document = studio.progress.document();
  const dates = oneOf<Choice, Dates>({
    question: () => vscode.l10n.t('When do you start?'),
    items: ({ path }) => dateRows(path && storedPlan(document, path.id)?.start),
    given: ({ dates: chosen }) => chosen,
    answer: (state, value) => ({ ...state, dates: value ?? 'none' }),
    next: () => undefined,
  });
  const pace = oneOf<Choice, Pace['id']>({
    question: () => vscode.l10n.t('How much time do you have?'),
    items: ({ path }) => (path?.paces ?? []).map((each) => ({ label: paceLabel(each), value: each.id })),
    given: ({ path, pace: chosen }) => chosen ?? (path && paces.of(path)),
    answer: (state, value) => ({ ...state, ...(value && { pace: value }) }),
    next: () => dates,
  });
  const afterPath = ({ path: chosen }: Choice): QuickStep<Choice> => ((chosen?.paces.length ?? 0) > 1 ? pace : dates);
  const path = oneOf<Choice, LearningPath>({
    question: () => vscode.l10n.t('Which path do you want to follow? Others stay as they are.'),
    items: () => pathRows(library, paces, studio),
    given: ({ path: chosen }) => chosen ?? currentPath(library, document),
    answer: (_state, value) => (value ? { path: value } : {}),
    next: afterPath,
  });
  return { path, afterPath };
}

function pathRows(library: Library, paces: PaceChoice, studio: Studio): readonly StepItem<LearningPath>[] {
  const document = studio.progress.document();
  const current = currentPath(library, document);
  return PATH_GROUPS.flatMap((group): StepItem<LearningPath>[] => {
    const rows = library.paths.filter((path) => path.group === group).map((path): StepItem<LearningPath> => {
      const progress = pathProgress(document, path, paces.of(path));
      const standing = progress.state === 'not-started' ? [] : [progressText(progress)];
      return {
        label: path === current ? vscode.l10n.t('{0} (current)', path.title) : path.title,
        description: [levelAndTime(path, paces.of(path)), ...standing].join(' · '),
        detail: path.summary,
        value: path,
      };
    });
    return rows.length === 0 ? [] : [{ label: groupLabel(group), kind: vscode.QuickPickItemKind.Separator }, ...rows];
  });
}

function dateRows(start: string | undefined): readonly StepItem<Dates>[] {
  const day = today();
  const monday = nextMonday();
  return [
    ...(start === undefined ? [] : [{ label: vscode.l10n.t('Keep the plan as it is'), description: vscode.l10n.t('from {0}', longDate(start)), value: 'keep' as const }]),
    { label: vscode.l10n.t('Today'), description: longDate(day), value: 'today' },
    { label: vscode.l10n.t('Next Monday'), description: longDate(monday), value: 'monday' },
    { label: vscode.l10n.t('Without dates'), description: vscode.l10n.t('week by week, whenever there is time'), value: 'none' },
  ];
}

function startOf(dates: Dates): string | undefined {
  return dates === 'today' ? today() : dates === 'monday' ? nextMonday() : undefined;
}

function nextMonday(): string {
  return dayOf(mondayOf(dayNumber(today()) ?? 0) + 7);
}
