/** What a run leaves in the learner's progress: each answer at once, the attempts and what is passed at the end. */
import type { LearningPath } from '../library/model';
import { attemptState, checkSubject } from './attempts';
import { subjectOfItem } from './evidence';
import { answerKey, attemptKey, quizKey, type ProgressKey } from './keys';
import { keyOfItem } from './paths';
import { change, DONE, type ProgressDocument, type Stamp } from './progress';
import { eventName } from './events';
import { isFinished, resultOf, type QuizRun } from './quizRun';

/** The document with the last answer of a run, or with the answer as it is refined: the same answer, under the same key. */
export function recordAnswer(document: ProgressDocument, run: QuizRun, stamp: Stamp): ProgressDocument {
  const answer = run.answers.at(-1);
  const asked = run.questions[run.answers.length - 1];
  if (answer === undefined || asked === undefined) return document;
  const state = answer.right ? (answer.refined ?? 'good') : 'again';
  return change(document, answerKey(asked.entry, asked.question.id, answer.event), state, stamp);
}

/**
 * The document after a finished run: an attempt at each quiz whose questions were all asked, the quizzes that are passed,
 * and for a check an attempt at the whole and its item. What was passed before stays passed.
 *
 * @param path the path of a check; a check of a path that is no longer there keeps its attempts
 */
export function recordRun(document: ProgressDocument, run: QuizRun, path: LearningPath | undefined, stamp: Stamp): ProgressDocument {
  if (run.whole.length === 0 || !isFinished(run)) return document;
  const result = resultOf(run);
  const event = eventName(stamp);
  const attempts = result.entries.filter(({ entry }) => run.whole.includes(entry)).map((score) => ({ ...score, subject: score.entry }));
  const passed = attempts.filter((score) => score.passed).map(({ entry }): ProgressKey => quizKey(entry));
  const { subject } = run;
  const item = subject.kind === 'check' ? path?.weeks.flatMap(({ items }) => items).find(({ id }) => id === subject.item) : undefined;
  const check = subject.kind === 'check' ? [{ ...result, subject: item ? subjectOfItem(subject.path, item) : checkSubject(subject.path, subject.item) }] : [];
  const done = item !== undefined && path !== undefined && result.passed ? [keyOfItem(path.id, item)] : [];
  const withAttempts = [...attempts, ...check].reduce((so, score) => change(so, attemptKey(score.subject, event), attemptState(score.right, score.total), stamp), document);
  return [...passed, ...done].reduce((so, key) => change(so, key, DONE, stamp), withAttempts);
}
