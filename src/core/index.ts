/**
 * The public face of the core: pure TypeScript without vscode, Node or a DOM.
 * Features, pages, tests and other extensions (by way of the extension's API) import from here only.
 */

// The library: what the product knows.
export { loadBody, loadLibrary, LibraryError } from './library/load';
export { EntryBodySchema, RELATION_NAMES } from './library/model';
export type {
  CaseStudyEntry, CompiledLibrary, Entry, EntryBody, EntryOf, GlossaryTerm, GuideEntry, LawEntry, LearningPath, Library,
  MigrationEntry, Pace, PathItem, PathWeek, PatternEntry, PillarEntry, PlaybookEntry, Reference, RelatedEntry, RelationName, ScaleRow, Section, Signal,
} from './library/model';
export { CATEGORIES, COMPLEXITIES, DIFFICULTIES, DOMAINS, ITEM_TYPES, KINDS, RELATIONS, TIERS, TOPICS } from './library/vocabulary';
export type { Category, Complexity, Difficulty, Domain, ItemType, Kind, Relation, Tier, Topic } from './library/vocabulary';

// Search and mentions: from words to entries.
export { createSearch } from './search';
export type { FieldMatch, PathHit, Search, SearchField, SearchHit, SearchOptions } from './search';
export { createMentions, findMentions } from './mentions';
export type { Mention, MentionOptions, Mentions } from './mentions';

// Advice: from answers to patterns.
export { FACTS, MULTIPLE_ANSWER_QUESTIONS, QUESTIONS, SCALE_TIERS } from './advice/questions';
export type { AnswerId, Answers, Fact, QuestionId, ScaleTier } from './advice/questions';
export { factsOf, parseAnswers, QUESTION_IDS, unansweredQuestions } from './advice/answers';
export type { AnswersInput } from './advice/answers';
export { scaleRowOf, scaleTierOf } from './advice/scale';
export { leaveOut, problemsOf, recommend } from './advice/recommend';
export type { LeftOut, Recommendation } from './advice/recommend';
export type { Reason } from './advice/assess';
export type { Warning } from './advice/warnings';
export { advise } from './advice/advise';
export type { Advice, AdviceOptions } from './advice/advise';

// Learning: progress, paths, milestones.
export { bookmarkKey, declaredKey, itemKey, learnKey, readKey } from './learning/keys';
export type { ProgressKey } from './learning/keys';
export { change, changeOf, DONE, emptyProgress, isDone, merge, OPEN, sameProgress } from './learning/progress';
export type { Change, ProgressDocument, Stamp } from './learning/progress';
export { parseProgress } from './learning/stored';
export type { StoredProgress } from './learning/stored';
export { keepAside, parseKeptAside, recover } from './learning/aside';
export type { KeptAside, Recovered } from './learning/aside';
export { changeItem, isItemDone, pathProgress } from './learning/paths';
export type { ItemProgress, PathProgress, Tally, WeekProgress } from './learning/paths';
export { weeksAtPace } from './learning/paces';
export { MILESTONE_IDS, milestones } from './learning/milestones';
export type { Milestone, MilestoneId } from './learning/milestones';

// Team knowledge: entries of a workspace; the compiler itself is in `team.ts`, to be imported lazily.
export { extendLibrary } from './library/load';
export { isTeamEntryPath, KIND_FOLDERS, LARGEST_TEAM_FILE, TEAM_KINDS, TEAM_LIBRARY_FOLDER } from './library/team/files';
export type { TeamFile, TeamKind } from './library/team/files';
export type { TeamDraft, TeamProblem } from './library/team/draft';
export type { TeamEntries } from './library/team/join';
