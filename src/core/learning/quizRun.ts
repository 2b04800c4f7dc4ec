/**
 * A run through the questions of one quiz, of several, or of a review. Plain data and pure transitions: what is asked and
 * in which order is settled at the start, answers are added, and everything else follows.
 */
import type { Quiz, QuizQuestion } from '../library/model';
import { isPassed } from './attempts';
import { eventsOf, questionName } from './events';
import { grade, type QuizAnswer } from './grade';
import type { ProgressDocument } from './progress';
import { shownOrder } from './shuffle';

/** What a run is about: the quiz of an entry, the check of an item of a path, or what is due for review. */
export type RunSubject =
  | { readonly kind: 'quiz'; readonly entry: string }
  | { readonly kind: 'check'; readonly path: string; readonly item: string }
  | { readonly kind: 'review' };

export interface RunQuestion {
  readonly entry: string;
  readonly question: QuizQuestion;
  /** How often it had been answered before; the shown order follows from it. */
  readonly earlier: number;
  /** Positions in which options or items are written, in the order in which they are shown. */
  readonly order: readonly number[];
}

export interface RunAnswer {
  readonly answer: QuizAnswer;
  readonly right: boolean;
  /** The name of its event, under which it is kept. */
  readonly event: string;
  /** How sure a right answer was, where the person said so. */
  readonly refined?: 'hard' | 'easy';
}

export interface QuizRun {
  readonly subject: RunSubject;
  readonly questions: readonly RunQuestion[];
  /** In the order of the questions: the next one to ask is the one after the last answer. */
  readonly answers: readonly RunAnswer[];
  /** Entries all of whose questions are asked: only these can be passed. */
  readonly whole: readonly string[];
}

export interface Score {
  readonly right: number;
  readonly total: number;
  readonly passed: boolean;
}

export interface RunResult extends Score {
  readonly entries: readonly (Score & { readonly entry: string })[];
  /** The sections to read again, each once, in the order of the questions. */
  readonly again: readonly { readonly entry: string; readonly section: string }[];
}

/** A run with all questions of the given quizzes, in their order. */
export function startRun(document: ProgressDocument, subject: RunSubject, quizzes: readonly Quiz[]): QuizRun {
  const questions = quizzes.flatMap(({ entry, questions: all }) => all.map((question) => ({ entry, question })));
  return { subject, questions: ordered(document, questions), answers: [], whole: subject.kind === 'review' ? [] : quizzes.map(({ entry }) => entry) };
}

/** A run with some questions only: a review, or practice of what was wrong. It passes nothing. */
export function startPractice(document: ProgressDocument, subject: RunSubject, questions: readonly Pick<RunQuestion, 'entry' | 'question'>[]): QuizRun {
  return { subject, questions: ordered(document, questions), answers: [], whole: [] };
}

/** How the run asks a question: mixed by how often it was answered before. */
function ordered(document: ProgressDocument, questions: readonly Pick<RunQuestion, 'entry' | 'question'>[]): readonly RunQuestion[] {
  const { answers } = eventsOf(document);
  return questions.map(({ entry, question }) => askedAs(entry, question, answers.get(questionName(entry, question.id))?.length ?? 0));
}

/** A question as a run asks it that has been answered so often before. */
export const askedAs = (entry: string, question: QuizQuestion, earlier: number): RunQuestion => ({ entry, question, earlier, order: shownOrder(question, earlier) });

/** The question to answer next; undefined at the end. */
export const openQuestion = ({ questions, answers }: QuizRun): RunQuestion | undefined => questions[answers.length];

export const isFinished = ({ questions, answers }: QuizRun): boolean => answers.length >= questions.length;

/** The run with one more answer. An answer that cannot be graded leaves it as it is; `grade` says why. */
export function answerRun(run: QuizRun, answer: QuizAnswer, event: string): QuizRun {
  const open = openQuestion(run);
  if (open === undefined) return run;
  const result = grade(open.question, answer);
  return 'problem' in result ? run : { ...run, answers: [...run.answers, { answer, right: result.right, event }] };
}

/** The run after the person said how sure the last answer was; it must have been right. */
export function refineRun(run: QuizRun, refined: 'hard' | 'easy' | undefined): QuizRun {
  const last = run.answers.at(-1);
  if (last?.right !== true) return run;
  const { answer, right, event } = last;
  return { ...run, answers: [...run.answers.slice(0, -1), { answer, right, event, ...(refined !== undefined && { refined }) }] };
}

/** The score so far, in whole and by entry, and what to read again. */
export function resultOf(run: QuizRun): RunResult {
  const answered = run.questions.map((asked, index) => ({ ...asked, right: run.answers[index]?.right === true }));
  const entries = [...new Set(answered.map(({ entry }) => entry))].map((entry) => ({ entry, ...scoreOf(answered.filter((each) => each.entry === entry)) }));
  const again = new Map(answered.flatMap(({ entry, question, right }) => (right ? [] : [[`${entry}#${question.section}`, { entry, section: question.section }] as const])));
  return { ...scoreOf(answered), entries, again: [...again.values()] };
}

/** The questions that were answered wrongly. */
export const wrongOnes = (run: QuizRun): readonly RunQuestion[] => run.questions.filter((_, index) => run.answers[index]?.right === false);

function scoreOf(answered: readonly { readonly right: boolean }[]): Score {
  const right = answered.filter((each) => each.right).length;
  return { right, total: answered.length, passed: isPassed(right, answered.length) };
}
