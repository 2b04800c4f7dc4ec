/**
 * The things about which progress is kept. A key is part of what is stored and synced, so its form never changes:
 * `read:<entry>`, `bookmark:<entry>`, `learn:<entry>`, `item:<path>/<item>`, `declared:<milestone>`, `quiz:<entry>`,
 * `lab:<lab>`, `made:<what>`, and the events `attempt:<subject>/<event>` and `answer:<entry>/<question>/<event>`.
 * Two hold a choice as their state instead of "done": `plan:<path>` and `current:path`.
 */
export type ProgressKey =
  | `read:${string}`
  | `bookmark:${string}`
  | `learn:${string}`
  | `item:${string}/${string}`
  | `declared:${string}`
  | `quiz:${string}`
  | `lab:${string}`
  | `made:${string}`
  | `attempt:${string}/${string}`
  | `answer:${string}/${string}/${string}`
  | `plan:${string}`
  | 'current:path';

/** An entry was read to the end, or marked as read. */
export const readKey = (entryId: string): ProgressKey => `read:${entryId}`;

/** An entry is bookmarked. */
export const bookmarkKey = (entryId: string): ProgressKey => `bookmark:${entryId}`;

/** An entry is marked to be learned, for instance from a hover. */
export const learnKey = (entryId: string): ProgressKey => `learn:${entryId}`;

/** An item of a learning path is checked. Item ids are unique in their path only, so the path is part of the key. */
export const itemKey = (pathId: string, itemId: string): ProgressKey => `item:${pathId}/${itemId}`;

/** The quiz of an entry was passed, alone or as part of a week's check. */
export const quizKey = (entryId: string): ProgressKey => `quiz:${entryId}`;

/** All tests of a lab were green in the editor. */
export const labKey = (labId: string): ProgressKey => `lab:${labId}`;

/** A thing was made with the product, such as a decision record. */
export const madeKey = (what: string): ProgressKey => `made:${what}`;

/**
 * One attempt at a quiz; its state says how it went (`attempts.ts`).
 * @param subject the entry of the quiz, or `<path>.<item>` for a check of several
 * @param event unique over all machines, such as time and replica; an attempt is never changed, only added
 */
export const attemptKey = (subject: string, event: string): ProgressKey => `attempt:${subject}/${event}`;

/** One answer to one question of a quiz or a review; its state says how well it was known (`events.ts`). Added, not changed. */
export const answerKey = (entryId: string, questionId: string, event: string): ProgressKey => `answer:${entryId}/${questionId}/${event}`;

/** When a path is to be done: start date and moved weeks, as text in the state. */
export const planKey = (pathId: string): ProgressKey => `plan:${pathId}`;

/** Which path is being followed; its id is the state. */
export const CURRENT_PATH_KEY: ProgressKey = 'current:path';

/** A milestone that only the learner can know about, such as a deployment, is declared reached. */
export const declaredKey = (milestoneId: string): ProgressKey => `declared:${milestoneId}`;
