import * as vscode from 'vscode';
import type { LearningPath, Library, PathItem, Quiz, RunSubject } from '../../core';
import type { Studio } from '../../studio/studio';

/** Quizzes that were read once: a run goes back to them, and a review needs several. */
export interface QuizReader {
  read(entry: string): Promise<Quiz>;
  readAll(entries: readonly string[]): Promise<readonly Quiz[]>;
  forget(): void;
}

export function createQuizReader(studio: Pick<Studio, 'quiz'>): QuizReader {
  const known = new Map<string, Promise<Quiz>>();
  const read = (entry: string): Promise<Quiz> => {
    const reading = known.get(entry) ?? studio.quiz(entry);
    known.set(entry, reading);
    reading.catch(() => { known.delete(entry); }); // The next try reads again; whoever waits reports it.
    return reading;
  };
  return { read, readAll: (entries) => Promise.all(entries.map(read)), forget: () => { known.clear(); } };
}

export interface CheckPlace {
  readonly path: LearningPath;
  readonly item: PathItem & { readonly quizzes: readonly string[] };
}

/** @throws Error with a message for people when there is no such check */
export function requireCheck(library: Library, pathId: string, itemId: string): CheckPlace {
  const path = library.paths.find(({ id }) => id === pathId);
  const item = path?.weeks.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  if (path === undefined || item?.quizzes === undefined) {
    throw new Error(vscode.l10n.t('The path "{0}" has no check "{1}". Open the learning page and choose a check there.', pathId, itemId));
  }
  return { path, item: { ...item, quizzes: item.quizzes } };
}

/** The entry of a quiz, by its id or name. @throws Error with a message for people when it has none */
export function requireQuiz(library: Library, idOrName: string): string {
  const entry = library.get(idOrName) ?? library.find(idOrName);
  if (entry !== undefined && library.quizzes.has(entry.id)) return entry.id;
  throw new Error(vscode.l10n.t('There is no quiz about "{0}". Run "Take a Quiz…" to see which entries have one.', entry?.title ?? idOrName));
}

/** Entries whose questions a run asks, in order; none for a review, which asks what is due. */
export function entriesOf(library: Library, subject: RunSubject): readonly string[] {
  switch (subject.kind) {
    case 'quiz': return [requireQuiz(library, subject.entry)];
    case 'check': return requireCheck(library, subject.path, subject.item).item.quizzes;
    case 'review': return [];
  }
}

/** Translated title of a run. */
export function titleOf(library: Library, subject: RunSubject): string {
  switch (subject.kind) {
    case 'quiz': return vscode.l10n.t('Quiz: {0}', library.get(subject.entry)?.title ?? subject.entry);
    case 'check': return vscode.l10n.t('Check: {0}', requireCheck(library, subject.path, subject.item).item.title);
    case 'review': return vscode.l10n.t('Daily Review');
  }
}
