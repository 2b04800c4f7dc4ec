import { startPractice, startRun, wrongOnes, type Library, type RunSubject } from '../../core';
import type { StoredQuizRun } from '../../webviews/protocol';
import type { Studio } from '../../studio/studio';
import { entriesOf, type QuizReader } from './questions';
import { createSession, restoreRun, type QuizSession } from './session';
import { reviewsOfToday } from './settings';

/** The sessions of this window: one for each subject, so that a run that was left goes on where it was. */
export interface Sessions {
  /** The session that is under way, or that the page has kept; else a new one. Undefined when nothing is due. */
  resume(library: Library, subject: RunSubject, stored: StoredQuizRun | null): Promise<QuizSession | undefined>;
  /** The session of a subject that is open, in whatever stage. */
  current(subject: RunSubject): QuizSession | undefined;
  /** Forgets a finished session, so that the next one begins anew. */
  dropFinished(subject: RunSubject): void;
  /** Asks again: only what was wrong, or everything. */
  again(library: Library, subject: RunSubject, which: 'wrong' | 'all'): Promise<void>;
}

export function createSessions(studio: Pick<Studio, 'progress'>, reader: QuizReader, clock: () => number): Sessions {
  const sessions = new Map<string, QuizSession>();
  const keyOf = (subject: RunSubject): string => (subject.kind === 'quiz' ? subject.entry : subject.kind === 'check' ? `${subject.path}/${subject.item}` : '');
  const pathOf = (library: Library, subject: RunSubject) => (subject.kind === 'check' ? library.paths.find(({ id }) => id === subject.path) : undefined);

  async function begin(library: Library, subject: RunSubject): Promise<QuizSession | undefined> {
    const { progress } = studio;
    if (subject.kind !== 'review') {
      const quizzes = await reader.readAll(entriesOf(library, subject));
      return createSession(progress, startRun(progress.document(), subject, quizzes), pathOf(library, subject));
    }
    const due = reviewsOfToday(progress.document(), library, clock());
    const quizzes = await reader.readAll([...new Set(due.map(({ entry }) => entry))]);
    const questions = due.flatMap(({ entry, question: id }) => {
      const question = quizzes.find((quiz) => quiz.entry === entry)?.questions.find((each) => each.id === id);
      return question === undefined ? [] : [{ entry, question }];
    });
    return questions.length === 0 ? undefined : createSession(progress, startPractice(progress.document(), subject, questions), undefined);
  }

  async function restore(library: Library, subject: RunSubject, stored: StoredQuizRun): Promise<QuizSession | undefined> {
    const entries = [...new Set(stored.questions.map(({ entry }) => entry))];
    if (!entries.every((entry) => library.quizzes.has(entry))) return undefined;
    const run = restoreRun(subject, stored, await reader.readAll(entries));
    return run && createSession(studio.progress, run, pathOf(library, subject), stored.explaining);
  }

  return {
    async resume(library, subject, stored) {
      const known = sessions.get(keyOf(subject));
      if (known !== undefined) return known;
      const session = (stored && await restore(library, subject, stored)) ?? await begin(library, subject);
      // Two paintings may have asked at once; the first one's session is the one that is answered.
      const first = sessions.get(keyOf(subject)) ?? session;
      if (first !== undefined) sessions.set(keyOf(subject), first);
      return first;
    },
    current: (subject) => sessions.get(keyOf(subject)),
    dropFinished(subject) {
      if (sessions.get(keyOf(subject))?.stage === 'result') sessions.delete(keyOf(subject));
    },
    async again(library, subject, which) {
      const before = sessions.get(keyOf(subject));
      if (before?.stage !== 'result') return;
      const session = which === 'all'
        ? await begin(library, subject)
        : createSession(studio.progress, startPractice(studio.progress.document(), subject, wrongOnes(before.run)), undefined);
      if (session !== undefined) sessions.set(keyOf(subject), session);
    },
  };
}
