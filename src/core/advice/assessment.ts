/**
 * The result of the assessment, derived each time from what was answered, so that it follows the library and the
 * learner's progress: what was read leaves the list, what was done moves the starting point.
 *
 * The maths. A topic has three levels of questions, so four results are possible: nothing shown, beginner, intermediate,
 * advanced. A question that is answered right or not tells two groups of results apart. The first one stands in the middle
 * (intermediate) and so halves the four: right leaves intermediate and advanced, anything else leaves the two below. The
 * second is one step up or down, and halves what is left. Two questions are thus the fewest that tell four results apart
 * (2² = 4), and twelve do so for six topics: a staircase of two steps, the same for the same answers.
 *
 * A topic's level is that of the hardest question answered right. So a right answer can only raise it, "I don't know"
 * counts as much as a wrong answer, and the order of the answers does not matter. A guess among four options is right in a
 * quarter of cases: one lucky guess makes a topic intermediate of which nothing is known, two in a row, one case in
 * sixteen, advanced. The overall level is therefore one that two thirds of the topics reach.
 */
import type { AssessmentContent, Library, PatternEntry } from '../library/model';
import type { ProgressDocument } from '../learning/progress';
import { answeredQuestions, type AnsweredQuestion, type AssessmentRun } from './assessment/answers';
import { overallLevel, topicLevels, type AssessedLevel, type TopicLevels } from './assessment/levels';
import { readingList, type ReadingSuggestion } from './assessment/reading';
import { startingPoint, type StartingPoint } from './assessment/start';
import { patternOfTheWeek } from './assessment/week';

export interface AssessmentResult {
  readonly run: AssessmentRun;
  /** In the order of the content; questions that no longer exist are left out. */
  readonly answered: readonly AnsweredQuestion[];
  readonly levels: TopicLevels;
  readonly overall: AssessedLevel;
  /** Missing when every item of every path is done. */
  readonly start?: StartingPoint;
  /** At most five, none read yet. */
  readonly reading: readonly ReadingSuggestion[];
  /** Missing only in a library without patterns. */
  readonly pattern?: PatternEntry;
}

export interface AssessmentContext {
  readonly library: Library;
  readonly content: AssessmentContent;
  readonly progress: ProgressDocument;
  /** Today, as YYYY-MM-DD; it chooses the pattern of the week. */
  readonly date: string;
}

/** What a run leads to, today. Deterministic; never throws. */
export function assessmentResult(run: AssessmentRun, { library, content, progress, date }: AssessmentContext): AssessmentResult {
  const answered = answeredQuestions(content, run.answers);
  const levels = topicLevels(answered);
  const overall = overallLevel(levels);
  const start = startingPoint(library, content, levels, overall, run.profile, progress);
  const pattern = patternOfTheWeek(library, content, levels, date);
  return {
    run,
    answered,
    levels,
    overall,
    ...(start && { start }),
    reading: readingList(library, content, answered, run.profile, progress),
    ...(pattern && { pattern }),
  };
}
