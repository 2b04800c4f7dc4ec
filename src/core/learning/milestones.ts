/** The milestones of a learner, and how far each is. Names and texts live with the feature that shows them. */
import type { Kind } from '../library/vocabulary';
import type { Library } from '../library/model';
import { declaredKey, labKey, madeKey, quizKey, readKey } from './keys';
import { isItemDone } from './paths';
import { isDone, type ProgressDocument } from './progress';

export const MILESTONE_IDS = [
  /** All items of the Foundations path are done. */
  'complete-foundations',
  /** Ten patterns are read, and their quizzes passed. */
  'master-ten-patterns',
  /** A decision record was written, or a project or capstone done: each of them designs a system. */
  'design-first-system',
  /** The learner says so; the editor cannot know. */
  'deploy-to-production',
  /** The quiz of every law is passed. */
  'know-the-laws',
  /** The quiz of every pillar is passed. */
  'know-the-pillars',
  /** The tests of three labs were green. */
  'three-labs',
  /** The tests of every lab were green. */
  'every-lab',
  /** Twenty-five questions were known again after two weeks or more. */
  'remember',
  /** A decision record was superseded by a better one. */
  'change-of-mind',
  /** All items of another path are done. */
  'complete-another-path',
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
const SOME_LABS = 3;
const QUESTIONS_TO_REMEMBER = 25;
const DAYS_TO_REMEMBER = 14;
const DAY = 86_400_000;

/** The milestones in their order. What the library does not have stays pending. */
export function milestones(library: Library, document: ProgressDocument): readonly Milestone[] {
  const tally = library.paths.map((path) => ({ path, ...tallyOf(path, document) }));
  const foundations = tally.find(({ path }) => path.id === FOUNDATIONS);
  const best = tally.filter(({ path }) => path.id !== FOUNDATIONS).sort((a, b) => b.share - a.share)[0];
  const labs = library.labs.filter(({ id }) => isDone(document, labKey(id))).length;
  const quizzesOf = (kind: Kind): readonly [number, number] => {
    const entries = library.all(kind).filter(({ id, workspace }) => workspace === undefined && library.quizzes.has(id));
    return [entries.filter(({ id }) => isDone(document, quizKey(id))).length, entries.length];
  };
  const mastered = library.all('pattern').filter(({ id }) => isDone(document, readKey(id)) && isDone(document, quizKey(id))).length;
  return [
    milestone('complete-foundations', foundations?.done ?? 0, foundations?.total ?? 0),
    milestone('master-ten-patterns', mastered, PATTERNS_TO_MASTER),
    milestone('design-first-system', hasDesigned(library, document) ? 1 : 0, 1),
    milestone('deploy-to-production', isDone(document, declaredKey('deploy-to-production')) ? 1 : 0, 1, 'declared'),
    milestone('know-the-laws', ...quizzesOf('law')),
    milestone('know-the-pillars', ...quizzesOf('pillar')),
    milestone('three-labs', labs, SOME_LABS),
    milestone('every-lab', labs, library.labs.length),
    milestone('remember', remembered(document), QUESTIONS_TO_REMEMBER),
    milestone('change-of-mind', isDone(document, madeKey('superseded-record')) ? 1 : 0, 1),
    milestone('complete-another-path', best?.done ?? 0, best?.total ?? 0),
  ];
}

function hasDesigned(library: Library, document: ProgressDocument): boolean {
  if (isDone(document, madeKey('decision-record'))) return true;
  return library.paths.some((path) =>
    path.weeks.some(({ items }) => items.some((item) => (item.type === 'project' || item.type === 'capstone') && isItemDone(document, path.id, item))),
  );
}

/** Questions that were answered right, and right again two weeks later or more, with no wrong answer after it. */
function remembered(document: ProgressDocument): number {
  const answers = new Map<string, { readonly time: number; readonly right: boolean }[]>();
  for (const [key, { state, time }] of Object.entries(document.items)) {
    const question = /^answer:([^/]+\/[^/]+)\//.exec(key)?.[1];
    if (question === undefined || !ANSWERED.has(state)) continue;
    const list = answers.get(question);
    const answer = { time, right: state !== WRONG };
    if (list) list.push(answer);
    else answers.set(question, [answer]);
  }
  return [...answers.values()].filter((list) => {
    const ordered = list.sort((a, b) => a.time - b.time);
    const since = ordered.slice(ordered.findLastIndex(({ right }) => !right) + 1);
    const [first, last] = [since[0], since.at(-1)];
    return first !== undefined && last !== undefined && last.time - first.time >= DAYS_TO_REMEMBER * DAY;
  }).length;
}

/** The states of answer events: how well the question was known. */
const WRONG = 'again';
const ANSWERED: ReadonlySet<string> = new Set([WRONG, 'hard', 'good', 'easy']);

function tallyOf(path: Library['paths'][number], document: ProgressDocument): { readonly done: number; readonly total: number; readonly share: number } {
  const items = path.weeks.flatMap((week) => week.items);
  const done = items.filter((item) => isItemDone(document, path.id, item)).length;
  return { done, total: items.length, share: items.length === 0 ? 0 : done / items.length };
}

function milestone(id: MilestoneId, done: number, needed: number, basis: Milestone['basis'] = 'derived'): Milestone {
  const total = Math.max(1, needed);
  const reached = Math.min(done, total);
  return { id, basis, done: reached, total, state: reached === total ? 'reached' : reached > 0 ? 'in-progress' : 'pending' };
}
