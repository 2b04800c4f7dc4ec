import {
  answerRun, askedAs, eventName, grade, isFinished, openQuestion, recordAnswer, recordRun, refineRun,
  type AnswerProblem, type LearningPath, type ProgressDocument, type Quiz, type QuizAnswer, type QuizRun, type RunQuestion, type RunSubject, type Stamp,
} from '../../core';
import type { ShownAnswer, StoredQuizRun } from '../../webviews/protocol';

/** What a session needs of the progress store. */
export interface Progress {
  update(transform: (document: ProgressDocument, stamp: Stamp) => ProgressDocument): Promise<void>;
}

/** A run under way: one question, then its explanation, until the result. Knows no editor. */
export interface QuizSession {
  readonly run: QuizRun;
  readonly stage: 'question' | 'feedback' | 'result';
  /** The position, from 0, of the question that is asked or explained; after the last one, their number. */
  readonly index: number;
  /** Why the last try at this question was no answer. */
  readonly problem: AnswerProblem | undefined;
  /** Grades an answer as it is shown, and keeps it at once; with the last one, what the run has passed. */
  check(index: number, shown: ShownAnswer): Promise<void>;
  /** Goes on from the explanation. */
  next(index: number): void;
  /** How sure the answer was that is explained now, if it was right. */
  refine(index: number, sure: 'hard' | 'good' | 'easy'): Promise<void>;
  stored(): StoredQuizRun;
}

/**
 * @param path the path of a check
 * @param explaining whether the session comes back to the explanation of its last answer
 */
export function createSession(progress: Progress, start: QuizRun, path: LearningPath | undefined, explaining = false): QuizSession {
  let run = start;
  let feedback = explaining && run.answers.length > 0;
  let problem: AnswerProblem | undefined;

  const session: QuizSession = {
    get run() { return run; },
    get stage() { return feedback ? 'feedback' : isFinished(run) ? 'result' : 'question'; },
    get index() { return feedback ? run.answers.length - 1 : run.answers.length; },
    get problem() { return problem; },
    async check(index, shown) {
      const open = openQuestion(run);
      if (session.stage !== 'question' || index !== session.index || open === undefined) return;
      const answer = asWritten(open, shown);
      const graded = grade(open.question, answer);
      if ('problem' in graded) {
        ({ problem } = graded);
        return;
      }
      problem = undefined;
      await progress.update((document, stamp) => {
        run = answerRun(run, answer, eventName(stamp));
        feedback = true;
        return recordRun(recordAnswer(document, run, stamp), run, path, stamp);
      });
    },
    next(index) {
      if (index === session.index) feedback = false;
    },
    async refine(index, sure) {
      if (session.stage !== 'feedback' || index !== session.index) return;
      run = refineRun(run, sure === 'good' ? undefined : sure);
      await progress.update((document, stamp) => recordAnswer(document, run, stamp));
    },
    stored: () => ({
      questions: run.questions.map(({ entry, question, earlier }) => ({ entry, question: question.id, earlier })),
      given: run.answers.map(({ answer, event, refined }) => ({ given: 'text' in answer ? answer : { chosen: [...answer.chosen] }, event, sure: refined ?? null })),
      whole: [...run.whole],
      explaining: feedback,
    }),
  };
  return session;
}

/** The run that a page has kept over a restart, or undefined when its questions are no longer the same. */
export function restoreRun(subject: RunSubject, stored: StoredQuizRun, quizzes: readonly Quiz[]): QuizRun | undefined {
  const questions = stored.questions.flatMap(({ entry, question: id, earlier }) => {
    const question = quizzes.find((quiz) => quiz.entry === entry)?.questions.find((each) => each.id === id);
    return question === undefined ? [] : [askedAs(entry, question, earlier)];
  });
  if (questions.length === 0 || questions.length !== stored.questions.length) return undefined;
  const begun: QuizRun = { subject, questions, answers: [], whole: stored.whole };
  const run = stored.given.reduce((so, { given, event, sure }) => refineRun(answerRun(so, given, event), sure ?? undefined), begun);
  return run.answers.length === stored.given.length ? run : undefined;
}

/** An answer in positions as the question is written, from one in positions as it is shown. */
function asWritten({ order }: RunQuestion, shown: ShownAnswer): QuizAnswer {
  return 'text' in shown ? shown : { chosen: shown.chosen.map((place) => order[place] ?? -1) };
}
