/** What is due for review, and when the rest comes back. Pure: the answers of a progress document decide. */
import { compareText } from '../compareText';
import type { QuizOverview } from '../library/model';
import { questionName } from './events';
import { DAY_MS, daysBetween, memoriesOf, type Memory } from './memory';
import type { ProgressDocument } from './progress';

/** Quizzes as the library lists them, by entry. */
export type Quizzes = ReadonlyMap<string, QuizOverview>;

export interface DueReview {
  readonly entry: string;
  readonly question: string;
  /** Since when, in milliseconds since the epoch. */
  readonly due: number;
}

export interface ReviewSummary {
  /** What is left for today, within the limit. */
  readonly due: number;
  /** Reviews done since the day began. */
  readonly doneToday: number;
  /** When something becomes due that is not yet, in milliseconds since the epoch; undefined when nothing was ever answered. */
  readonly next?: number;
}

/** How many questions come back after so many whole days. */
export interface ComingBack {
  /** At least 1. */
  readonly days: number;
  readonly count: number;
}

/**
 * The questions to review, the most overdue first. Answers to questions that no longer exist are left out.
 *
 * @param now milliseconds since the epoch
 * @param limit at most so many; none when it is 0 or less
 */
export function dueReviews(document: ProgressDocument, quizzes: Quizzes, now: number, limit: number): readonly DueReview[] {
  return remembered(document, quizzes)
    .filter(({ memory }) => memory.due <= now)
    .map(({ entry, question, memory }): DueReview => ({ entry, question, due: memory.due }))
    .sort((a, b) => a.due - b.due || compareText(a.entry, b.entry) || compareText(a.question, b.question))
    .slice(0, Math.max(0, limit));
}

/** When the next question becomes due that is not due yet; undefined when there is none. */
export function nextDueDate(document: ProgressDocument, quizzes: Quizzes, now: number): number | undefined {
  const later = remembered(document, quizzes).flatMap(({ memory }) => (memory.due > now ? [memory.due] : []));
  return later.length === 0 ? undefined : later.reduce((first, due) => Math.min(first, due));
}

/**
 * How the daily review stands. What was reviewed today counts against the limit.
 *
 * @param limit reviews a day; 0 switches them off
 * @param dayStart when today began where the person is, in milliseconds since the epoch; midnight UTC unless told
 */
export function reviewSummary(document: ProgressDocument, quizzes: Quizzes, now: number, limit: number, dayStart = now - (now % DAY_MS)): ReviewSummary {
  const all = remembered(document, quizzes);
  const doneToday = all.filter(({ memory }) => memory.reviewed !== undefined && memory.reviewed >= dayStart && memory.reviewed <= now).length;
  const due = all.filter(({ memory }) => memory.due <= now).length;
  const next = nextDueDate(document, quizzes, now);
  return { due: Math.max(0, Math.min(due, limit - doneToday)), doneToday, ...(next !== undefined && { next }) };
}

/** How long it takes until these questions come back, the soonest first; what was never answered is left out. */
export function comingBack(document: ProgressDocument, questions: readonly { readonly entry: string; readonly question: string }[], now: number): readonly ComingBack[] {
  const memories = memoriesOf(document);
  const counts = new Map<number, number>();
  for (const name of new Set(questions.map(({ entry, question }) => questionName(entry, question)))) {
    const memory = memories.get(name);
    if (memory === undefined) continue;
    const days = daysUntil(memory, now);
    counts.set(days, (counts.get(days) ?? 0) + 1);
  }
  return [...counts].map(([days, count]) => ({ days, count })).sort((a, b) => a.days - b.days);
}

/** Whole days until a question is to be reviewed; at least 1. */
function daysUntil({ answered, interval }: Memory, now: number): number {
  return Math.max(1, interval - daysBetween(answered, now));
}

function remembered(document: ProgressDocument, quizzes: Quizzes): readonly { readonly entry: string; readonly question: string; readonly memory: Memory }[] {
  const memories = memoriesOf(document);
  if (memories.size === 0) return [];
  return [...quizzes.values()].flatMap(({ entry, questions }) => questions.flatMap((question) => {
    const memory = memories.get(questionName(entry, question));
    return memory === undefined ? [] : [{ entry, question, memory }];
  }));
}
