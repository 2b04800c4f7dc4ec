/**
 * The things about which progress is kept. A key is part of what is stored and synced, so its form never changes:
 * `read:<entry>`, `bookmark:<entry>`, `learn:<entry>`, `item:<path>/<item>`, `declared:<milestone>`.
 */
export type ProgressKey =
  | `read:${string}`
  | `bookmark:${string}`
  | `learn:${string}`
  | `item:${string}/${string}`
  | `declared:${string}`;

/** An entry was read to the end, or marked as read. */
export const readKey = (entryId: string): ProgressKey => `read:${entryId}`;

/** An entry is bookmarked. */
export const bookmarkKey = (entryId: string): ProgressKey => `bookmark:${entryId}`;

/** An entry is marked to be learned, for instance from a hover. */
export const learnKey = (entryId: string): ProgressKey => `learn:${entryId}`;

/** An item of a learning path is checked. Item ids are unique in their path only, so the path is part of the key. */
export const itemKey = (pathId: string, itemId: string): ProgressKey => `item:${pathId}/${itemId}`;

/** A milestone that only the learner can know about, such as a deployment, is declared reached. */
export const declaredKey = (milestoneId: string): ProgressKey => `declared:${milestoneId}`;
