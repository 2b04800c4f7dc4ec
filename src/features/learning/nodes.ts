import {
  isDone, learnKey, milestones, pathProgress, planOf, PATH_GROUPS, weekOnHand, currentPath,
  type Attempt, type Entry, type ItemProgress, type LearningPath, type Library, type Milestone, type PathGroup, type PathPlan, type PathProgress, type ProgressDocument, type WeekProgress,
} from '../../core';
import { assessmentNodes, type AssessmentNode } from './assessment';
import { failedAttempt } from './open';
import type { Standing } from './standing';

/**
 * A node of the Learning tree. With a path chosen: that path with the items of its week, reviews, milestones, all paths,
 * what is marked. Without one: the assessment, what is marked, all paths. With nothing at all: no node, so that the
 * view's welcome content says what can be done.
 */
export type LearningNode =
  | AssessmentNode
  | { readonly type: 'current'; readonly progress: PathProgress; readonly week: WeekProgress; readonly plan?: PathPlan }
  | { readonly type: 'reviews'; readonly due: number }
  | { readonly type: 'milestones'; readonly all: readonly Milestone[] }
  | { readonly type: 'milestone'; readonly milestone: Milestone }
  | { readonly type: 'allPaths'; readonly open: boolean; readonly paths: readonly PathProgress[] }
  | { readonly type: 'group'; readonly group: PathGroup; readonly paths: readonly PathProgress[] }
  | { readonly type: 'path'; readonly progress: PathProgress }
  | { readonly type: 'week'; readonly path: LearningPath; readonly week: WeekProgress }
  /** `place` tells the item under the current path from the same one under "All paths". */
  | { readonly type: 'item'; readonly path: LearningPath; readonly progress: ItemProgress; readonly place: 'current' | 'all'; readonly failed?: Attempt }
  | { readonly type: 'marked'; readonly entries: readonly Entry[] }
  | { readonly type: 'entry'; readonly entryId: string; readonly entry: Entry };

export function rootNodes({ library, document, context, assessment }: Standing): readonly LearningNode[] {
  const current = currentNode(library, document, context);
  const entries = library.all().filter(({ id }) => isDone(document, learnKey(id)));
  const reviews: readonly LearningNode[] = context.due.length === 0 ? [] : [{ type: 'reviews', due: context.due.length }];
  const marked: readonly LearningNode[] = entries.length === 0 ? [] : [{ type: 'marked', entries }];
  const paths = library.paths.map((path) => pathProgress(document, path, context.paceOf(path)));
  const reached: readonly LearningNode[] = [{ type: 'milestones', all: milestones(library, document) }];
  const rows = assessmentNodes(assessment);
  if (current !== undefined) {
    const start = rows.filter(({ type }) => type !== 'startHere');
    return [current, ...reviews, ...marked, ...reached, { type: 'allPaths', open: false, paths }, ...start];
  }
  const fresh = assessment === undefined && marked.length + reviews.length === 0 && !hasLearned(document);
  return fresh ? [] : [...rows, ...reviews, ...marked, { type: 'allPaths', open: true, paths }, ...reached];
}

export function childNodes(node: LearningNode, document: ProgressDocument): readonly LearningNode[] {
  switch (node.type) {
    case 'current':
      return node.progress.state === 'complete' ? [] : itemNodes(node.progress.path, node.week, 'current', document);
    case 'milestones': return node.all.map((milestone) => ({ type: 'milestone', milestone }));
    case 'allPaths':
      return PATH_GROUPS.flatMap((group): LearningNode[] => {
        const paths = node.paths.filter(({ path }) => path.group === group);
        return paths.length === 0 ? [] : [{ type: 'group', group, paths }];
      });
    case 'group': return node.paths.map((progress) => ({ type: 'path', progress }));
    case 'path': return node.progress.weeks.map((week) => ({ type: 'week', path: node.progress.path, week }));
    case 'week': return itemNodes(node.path, node.week, 'all', document);
    case 'marked': return node.entries.map((entry) => ({ type: 'entry', entryId: entry.id, entry }));
    case 'entry':
    case 'item':
    case 'milestone':
    case 'reviews':
    case 'takeAssessment':
    case 'startHere':
    case 'patternOfTheWeek': return [];
  }
}

function currentNode(library: Library, document: ProgressDocument, { paceOf, today }: Standing['context']): LearningNode | undefined {
  const path = currentPath(library, document);
  const progress = path && pathProgress(document, path, paceOf(path));
  const plan = path && planOf(document, path, paceOf(path), today);
  const week = progress && weekOnHand(progress, plan);
  return progress && week && { type: 'current', progress, week, ...(plan && { plan }) };
}

function itemNodes(path: LearningPath, { items }: WeekProgress, place: 'current' | 'all', document: ProgressDocument): readonly LearningNode[] {
  return items.map((progress) => {
    const failed = failedAttempt(document, path.id, progress.item, progress.done);
    return { type: 'item', path, progress, place, ...(failed && { failed }) };
  });
}

/** Something of a path was done. Reading an entry of the library alone is not learning by a path. */
function hasLearned(document: ProgressDocument): boolean {
  return Object.entries(document.items).some(([key, { state }]) => /^(item|quiz|lab|attempt|plan):/.test(key) && state !== 'open');
}
