/** The four milestones of a learner, and how far each is. Names and texts live with the feature that shows them. */
import type { Library } from '../library/model';
import { declaredKey, readKey } from './keys';
import { isItemDone } from './paths';
import { isDone, type ProgressDocument } from './progress';

export const MILESTONE_IDS = [
  /** All items of the Foundations path are done. */
  'complete-foundations',
  /** Ten patterns are read. Reading is all that can be checked until there are quizzes, and the description says so. */
  'master-ten-patterns',
  /** A project or capstone of any path is done: each of them designs and builds a system. */
  'design-first-system',
  /** The learner says so; the editor cannot know. */
  'deploy-to-production',
] as const;
export type MilestoneId = (typeof MILESTONE_IDS)[number];

export interface Milestone {
  readonly id: MilestoneId;
  /** `declared`: reached by the learner's word, under `declaredKey(id)`; `derived`: computed from what is done. */
  readonly basis: 'derived' | 'declared';
  /** At most `total`. */
  readonly done: number;
  /** At least 1, so that a bar can be drawn. */
  readonly total: number;
  readonly state: 'pending' | 'in-progress' | 'reached';
}

const FOUNDATIONS = 'foundations';
const PATTERNS_TO_MASTER = 10;

/** The milestones in their order. A library without a Foundations path leaves the first pending. */
export function milestones(library: Library, document: ProgressDocument): readonly Milestone[] {
  const foundations = library.paths.filter(({ id }) => id === FOUNDATIONS).flatMap(itemsOf);
  const systems = library.paths
    .flatMap(itemsOf)
    .filter(({ item }) => item.type === 'project' || item.type === 'capstone');
  const done = (items: ReturnType<typeof itemsOf>) =>
    items.filter(({ pathId, item }) => isItemDone(document, pathId, item)).length;
  const patternsRead = library.all('pattern').filter(({ id }) => isDone(document, readKey(id))).length;
  return [
    milestone('complete-foundations', 'derived', done(foundations), foundations.length),
    milestone('master-ten-patterns', 'derived', patternsRead, PATTERNS_TO_MASTER),
    milestone('design-first-system', 'derived', done(systems), 1),
    milestone('deploy-to-production', 'declared', isDone(document, declaredKey('deploy-to-production')) ? 1 : 0, 1),
  ];
}

function itemsOf(path: Library['paths'][number]) {
  return path.weeks.flatMap(({ items }) => items.map((item) => ({ pathId: path.id, item })));
}

function milestone(id: MilestoneId, basis: Milestone['basis'], done: number, needed: number): Milestone {
  const total = Math.max(1, needed);
  const reached = Math.min(done, total);
  return { id, basis, done: reached, total, state: reached === total ? 'reached' : reached > 0 ? 'in-progress' : 'pending' };
}
