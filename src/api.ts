import { createMentions, createSearch, recommend, type AnswersInput, type Library, type Mention, type MentionOptions, type Recommendation, type SearchHit, type SearchOptions } from './core';
import type { Studio } from './studio/studio';

/** What `activate()` returns, for other extensions and for tests. A change that breaks callers raises the version. */
export interface StudioApi {
  readonly version: 1;
  /** The library, read on first use. Rejects with a message for people when it cannot be read. */
  library(): Promise<Library>;
  /** Entries for a query, best first. */
  search(text: string, options?: SearchOptions): Promise<readonly SearchHit[]>;
  /** Names of entries in a text; offsets in UTF-16 code units. */
  findMentions(text: string, languageId: string, options?: MentionOptions): Promise<readonly Mention[]>;
  /** Patterns for the answers of the questionnaire, best first, with reasons and warnings. */
  recommend(answers: AnswersInput): Promise<readonly Recommendation[]>;
}

export function createApi(studio: Studio): StudioApi {
  return {
    version: 1,
    library: () => studio.library(),
    search: async (text, options) => createSearch(await studio.library()).query(text, options),
    findMentions: async (text, languageId, options) => createMentions(await studio.library()).find(text, languageId, options),
    recommend: async (answers) => recommend(await studio.library(), answers),
  };
}
