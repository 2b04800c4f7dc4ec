/** What the advice does not know: the questions left open whose answer could change the first patterns. */
import type { Library, PatternEntry } from '../library/model';
import { unansweredQuestions } from './answers';
import { QUESTIONS, type Answers, type QuestionId } from './questions';
import { weigh } from './recommend';

export interface OpenQuestion {
  readonly question: QuestionId;
  /** How many of its answers would change which patterns are the first three, and how many answers it has. */
  readonly changing: number;
  readonly answers: number;
  /** Patterns that an answer would bring among the first three, those of most answers first; at most three. */
  readonly couldBring: readonly PatternEntry[];
}

const FIRST = 3;

/**
 * The open questions that matter, those first that change most; empty when nothing is recommended yet, since then every
 * question matters.
 */
export function openQuestions(library: Library, answers: Answers): readonly OpenQuestion[] {
  const before = firstOf(library, answers);
  if (before.length === 0) return [];
  return unansweredQuestions(answers)
    .map((question) => tryAnswers(library, answers, question, before))
    .filter(({ changing }) => changing > 0)
    .sort((a, b) => b.changing / b.answers - a.changing / a.answers);
}

function tryAnswers(library: Library, answers: Answers, question: QuestionId, before: readonly PatternEntry[]): OpenQuestion {
  const brought = new Map<PatternEntry, number>();
  let changing = 0;
  for (const answer of QUESTIONS[question]) {
    const after = firstOf(library, { ...answers, [question]: [answer] });
    const entering = after.filter((entry) => !before.includes(entry));
    if (entering.length > 0 || after.length < before.length) changing += 1;
    for (const entry of entering) brought.set(entry, (brought.get(entry) ?? 0) + 1);
  }
  const couldBring = [...brought].sort((a, b) => b[1] - a[1]).slice(0, FIRST).map(([entry]) => entry);
  return { question, changing, answers: QUESTIONS[question].length, couldBring };
}

function firstOf(library: Library, answers: Answers): readonly PatternEntry[] {
  return weigh(library, answers).recommended.slice(0, FIRST).map(({ entry }) => entry);
}
