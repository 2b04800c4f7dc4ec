/**
 * The public face of the core: pure TypeScript without vscode, Node or a DOM.
 * Features, pages, tests and other extensions (by way of the extension's API) import from here only.
 */

// The library: what the product knows.
export { loadBody, loadBriefs, loadLab, loadLibrary, loadQuiz, LibraryError } from './library/load';
export { EntryBodySchema, RELATION_NAMES } from './library/model';
export { calculatorsFor } from './library/offers';
export type { CalculatorOffer } from './library/offers';
export type {
  CalculatorOverview, CaseStudyEntry, CompiledLibrary, Entry, EntryBody, EntryOf, GlossaryTerm, GuideEntry, LawEntry, LearningPath, Library,
  Brief, Lab, LabOverview, MigrationEntry, Pace, PathBriefs, PathItem, PathWeek, Quiz, QuizOverview, QuizQuestion, PatternEntry, PillarEntry, PlaybookEntry, Reference, RelatedEntry, RelationName, ScaleRow, Section, Signal,
} from './library/model';
export { CATEGORIES, COMPLEXITIES, DIFFICULTIES, DOMAINS, ITEM_TYPES, KINDS, PATH_GROUPS, PATH_LEVELS, RELATIONS, TIERS, TOPICS } from './library/vocabulary';
export type { Category, Complexity, Difficulty, Domain, ItemType, Kind, PathGroup, PathLevel, Relation, Tier, Topic } from './library/vocabulary';

// Search and mentions: from words to entries.
export { createSearch } from './search';
export type { CalculatorHit, FieldMatch, PathHit, Search, SearchField, SearchHit, SearchOptions } from './search';
export { createMentions, findMentions } from './mentions';
export type { Mention, MentionOptions, Mentions } from './mentions';

// Advice: from answers to patterns.
export { FACTS, MULTIPLE_ANSWER_QUESTIONS, QUESTIONS, SCALE_TIERS } from './advice/questions';
export type { AnswerId, Answers, Fact, QuestionId, ScaleTier } from './advice/questions';
export { factsOf, parseAnswers, QUESTION_IDS, unansweredQuestions } from './advice/answers';
export type { AnswersInput } from './advice/answers';
export { decidingAnswers, scaleRowOf, scaleTierOf } from './advice/scale';
export { leaveOut, patternsIn, problemsOf, recommend } from './advice/recommend';
export type { LeftOut, Recommendation } from './advice/recommend';
export type { Alternative } from './advice/order';
export { burdenOf, capacityOf } from './advice/burden';
export type { NextStep, Plan, StartStep } from './advice/plan';
export { MOST_QUESTIONS, nextQuestion, separations } from './advice/nextQuestion';
export { patternsToAskAbout } from './advice/inPlace';
export { loadProblemWords, matchProblems } from './advice/matchProblems';
export type { ProblemMatch, ProblemWords } from './advice/matchProblems';
export { prerequisiteGraph } from './advice/prerequisites';
export type { PrerequisiteGraph, PrerequisiteNode } from './advice/prerequisites';
export { COMPARED, comparePatterns, FEWEST_TO_COMPARE, MOST_TO_COMPARE } from './advice/compare';
export type { ComparedRow, Comparison, ComparisonRelation, ComparisonRow } from './advice/compare';
export { openQuestions } from './advice/uncertainty';
export type { OpenQuestion } from './advice/uncertainty';
export { movesBetween } from './advice/moves';
export type { Move } from './advice/moves';
export type { Reason } from './advice/assess';
export type { Warning } from './advice/warnings';
export { advise } from './advice/advise';
export type { Advice, AdviceOptions } from './advice/advise';

// Learning: progress, paths, milestones.
export {
  answerKey, attemptKey, bookmarkKey, CURRENT_PATH_KEY, declaredKey, itemKey, labKey, learnKey, madeKey, planKey, quizKey, readKey,
} from './learning/keys';
export type { ProgressKey } from './learning/keys';
export { change, changeOf, DONE, emptyProgress, isDone, merge, OPEN, sameProgress } from './learning/progress';
export type { Change, ProgressDocument, Stamp } from './learning/progress';
export { parseProgress } from './learning/stored';
export type { StoredProgress } from './learning/stored';
export { keepAside, parseKeptAside, recover } from './learning/aside';
export type { KeptAside, Recovered } from './learning/aside';
export { changeItem, isItemDone, isReading, keyOfItem, pathProgress } from './learning/paths';
export type { ItemProgress, PathProgress, Tally, WeekProgress } from './learning/paths';
export { weeksAtPace } from './learning/paces';
export { MILESTONE_IDS, milestones } from './learning/milestones';
export type { Milestone, MilestoneId } from './learning/milestones';

export { changeMany } from './learning/progress';
export { certificateOf, certificateSvg } from './learning/certificate';
export type { Certificate, CertificateItem, CertificateWords } from './learning/certificate';
export { evidenceOf, evidenceOfPath, subjectOfItem } from './learning/evidence';
export type { Evidence } from './learning/evidence';
export { differences, formatExport, overruled, parseExport, undoOf } from './learning/portable';
export type { Difference, ParsedExport } from './learning/portable';
export { doneAmong, itemsElsewhere, keysOfEverything, keysOfPath } from './learning/reset';

// Decisions: records of architecture decisions, as files of a team.
export { DecisionDraftSchema, emptyDraft } from './decisions/draft';
export type { DecisionDraft, DecisionOption } from './decisions/draft';
export { DECISION_FOLDERS, DEFAULT_DECISION_FOLDER, leadsToDecisions, normaliseFolder, recogniseFolders } from './decisions/folders';
export type { DecisionFolder } from './decisions/folders';
export { formatRecord } from './decisions/format';
export { nextNumber, numberOfFile, padNumber, recordFileName, slug } from './decisions/names';
export { parseRecord, recordTitle } from './decisions/parse';
export type { DecisionRecord, RecordReference } from './decisions/parse';
export type { RecordHints, RecordOptions } from './decisions/sections';
export { RECORD_STATUSES } from './decisions/status';
export type { NewRecordStatus, RecordStatus } from './decisions/status';
export { supersede, supersedeChange } from './decisions/supersede';
export { attachChange } from './decisions/attach';
export type { Attachment } from './decisions/attach';
export type { Successor } from './decisions/supersede';
export { checkTemplate, TEMPLATE_PLACEHOLDERS } from './decisions/template';
export type { TemplateProblem } from './decisions/template';
export { referenceAt } from './decisions/references';
export type { TextReference } from './decisions/references';
// Emergencies: from symptoms to playbooks, and the incident under way.
export { EMERGENCY_ORDER, matchEmergencies } from './advice/emergencies';
export type { EmergencyMatch } from './advice/emergencies';
export type { EmergencyStep, StepPart } from './advice/emergencySteps';
export { changeIncident, checksOf, elapsed, endOf, parseIncident, playbookOf, playbooksOf, startIncident, startOf, withNotes } from './advice/incident';
export type { Incident, IncidentChange, IncidentEvent, StoredIncident } from './advice/incident';
export { insertUnderHeading } from './advice/timeline';
export type { Insertion } from './advice/timeline';
// Migrations: from an entry's text and answers to a plan.
export { MIGRATION_FACTS, MIGRATION_QUESTIONS } from './advice/migration/answers';
export type { MigrationAnswer, MigrationAnswers, MigrationFact, MigrationQuestion } from './advice/migration/answers';
export { ADDED_STEP_IDS } from './advice/migration/additions';
export type { AddedStep, AddedStepId } from './advice/migration/additions';
export { drawChart } from './advice/migration/chart';
export type { ChartRow, ChartWords } from './advice/migration/chart';
export { FACTORS } from './advice/migration/factors';
export type { Factor } from './advice/migration/factors';
export { readGuide } from './advice/migration/guide';
export type { MigrationGuide, Risk } from './advice/migration/guide';
export type { Phase, PhaseTime, TimeUnit } from './advice/migration/phases';
export { planMigration, questionsFor } from './advice/migration/plan';
export type { MigrationPlan, PlannedPhase, Weeks } from './advice/migration/plan';
export type { Objection, RuleId, Verdict } from './advice/migration/verdict';
export { relinkMarkdown } from './library/markdown/relink';
// The assessment: from a few questions to a place to start.
export { loadAssessment } from './library/load';
export type { AssessmentContent, AssessmentQuestion } from './library/model';
export { ASSESSMENT_TOPICS } from './library/vocabulary';
export type { AssessmentTopic } from './library/vocabulary';
export { PROFILE, PROFILE_QUESTION_IDS } from './advice/assessment/profile';
export type { Profile, ProfileAnswerId, ProfileFact, ProfileQuestionId } from './advice/assessment/profile';
export { ASSESSMENT_LENGTH, ASSESSMENT_MINIMUM, nextAssessmentQuestion } from './advice/assessment/staircase';
export type { AnsweredQuestion, AssessmentAnswer, AssessmentRun } from './advice/assessment/answers';
export { ASSESSED_LEVELS } from './advice/assessment/levels';
export type { AssessedLevel, TopicLevels } from './advice/assessment/levels';
export type { ReadingReason, ReadingSuggestion } from './advice/assessment/reading';
export type { StartingPoint } from './advice/assessment/start';
export { parseStoredRun, storeRun } from './advice/assessment/stored';
export type { StoredRun } from './advice/assessment/stored';
export { assessmentResult } from './advice/assessment';
export type { AssessmentContext, AssessmentResult } from './advice/assessment';
// Team knowledge: entries of a workspace; the compiler itself is in `team.ts`, to be imported lazily.
export { extendLibrary } from './library/load';
export { isTeamEntryPath, KIND_FOLDERS, LARGEST_TEAM_FILE, TEAM_KINDS, TEAM_LIBRARY_FOLDER } from './library/team/files';
export type { TeamFile, TeamKind } from './library/team/files';
export type { TeamDraft, TeamProblem } from './library/team/draft';
export type { TeamEntries } from './library/team/join';
// The text of an entry, for whoever hands it to a page; rendering it is in `reading.ts`.
export { linkedEntries } from './library/markdown/linked';
// Labs: how their tests report, and how a started lab is known.
export { LAB_REPORTER, parseLabEvent } from './labs/reporter';
export type { LabEvent, LabTestResult } from './labs/reporter';
export { changedTests, labFileAt, lineOfTest, placeInStack, seedIn, testNamePattern } from './labs/tests';
export type { Place } from './labs/tests';
export { freeFolderName, LAB_MARKER, labMarker, parseLabMarker } from './labs/folders';
// Learning over time: the plan of a path, what was done, what comes next.
export { dayNumber, dayOf, localDay, mondayOf } from './learning/days';
export type { Day } from './learning/days';
export { clearPlan, moveWeek, planOf, startPlan, storedPlan, weekOnHand } from './learning/plan';
export type { PathPlan, PlannedWeek, StoredPlan } from './learning/plan';
export { HISTORY_WEEKS, learningHistory } from './learning/history';
export type { HistoryWeek } from './learning/history';
export { currentPath, nextSteps, whatNext } from './learning/next';
export type { NextContext, LearningStep } from './learning/next';
// Quizzes and reviews: grading, runs, attempts, spaced repetition.
export { attemptsOf, checkSubject, isPassed, PASS_SHARE } from './learning/attempts';
export type { Attempt } from './learning/attempts';
export { eventName } from './learning/events';
export { grade } from './learning/grade';
export type { AnswerProblem, Grade, QuizAnswer } from './learning/grade';
export { answerRun, askedAs, isFinished, openQuestion, refineRun, resultOf, startPractice, startRun, wrongOnes } from './learning/quizRun';
export type { QuizRun, RunAnswer, RunQuestion, RunResult, RunSubject, Score } from './learning/quizRun';
export { recordAnswer, recordRun } from './learning/quizRecord';
export { comingBack, dueReviews, nextDueDate, reviewSummary } from './learning/reviews';
export type { ComingBack, DueReview, Quizzes, ReviewSummary } from './learning/reviews';
export { weakSpots } from './learning/weakSpots';
export type { WeakSpot } from './learning/weakSpots';
