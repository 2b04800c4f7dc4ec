/**
 * Every id that the manifest and the code share: commands, views, settings, context keys, state keys.
 * `test/core/manifest.test.ts` holds package.json to this file, in both directions.
 */
const PREFIX = 'systemsStudio';

export const EXTENSION_ID = 'systems-studio.distributed-systems-studio';

/** Ids that are the prefix and their own name: said once, they take half the room in the bundle. */
type Named<Name extends string> = { readonly [Key in Name]: `${typeof PREFIX}.${Key}` };
function named<Name extends string>(...names: readonly Name[]): Named<Name> {
  return Object.fromEntries(names.map((name) => [name, `${PREFIX}.${name}`])) as Named<Name>;
}

/** Commands that a person can run; those in `INTERNAL_COMMANDS` need an argument and stay out of the palette. */
export const COMMANDS = named(
  'search', 'recommendPattern', 'comparePatterns', 'openLearning', 'showLog', 'reloadLibrary', 'showWhatsNew', 'openContributingGuide', 'openEntry',
  'openEntryToSide', 'addBookmark', 'removeBookmark', 'markRead', 'markUnread', 'copyLink', 'copyAsMarkdown', 'groupPatternsByCategory',
  'groupPatternsByTier', 'groupPatternsByProblem', 'groupCaseStudiesByDomain', 'groupCaseStudiesByCompany', 'pageBack', 'pageForward',
  'pageAddBookmark', 'pageRemoveBookmark', 'markForLearning', 'unmarkForLearning', 'showRelated', 'muteHover', 'recordDecision', 'supersedeRecord',
  'openRecordToSide', 'activeEntry', 'onFire', 'planMigration', 'planThisMigration', 'takeAssessment', 'clearAssessment', 'newTeamEntry',
  'openEntryFormat', 'exportProgress', 'importProgress', 'resetProgress', 'undoProgressChange', 'createCertificate', 'openBrief', 'openLab',
  'startLab', 'runLab', 'continueLearning', 'whatNext', 'choosePath', 'openHoverExample', 'takeQuiz', 'takeThisQuiz', 'reviewDue',
  'openCalculator', 'openAvailabilityCalculator', 'openCapacityCalculator', 'openLatencyCalculator', 'openCostCalculator', 'attachToRecord',
);
export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Commands that act on an argument given by a tree, a hover or a page. */
export const INTERNAL_COMMANDS: readonly CommandId[] = [
  COMMANDS.openEntry,
  COMMANDS.openEntryToSide,
  COMMANDS.addBookmark,
  COMMANDS.removeBookmark,
  COMMANDS.markRead,
  COMMANDS.markUnread,
  COMMANDS.copyLink,
  COMMANDS.copyAsMarkdown,
  COMMANDS.markForLearning,
  COMMANDS.unmarkForLearning,
  COMMANDS.showRelated,
  COMMANDS.muteHover,
  COMMANDS.supersedeRecord,
  COMMANDS.openRecordToSide,
  COMMANDS.activeEntry,
  COMMANDS.planThisMigration,
  COMMANDS.openBrief,
  COMMANDS.takeThisQuiz,
  COMMANDS.attachToRecord,
];

export const VIEW_CONTAINER = PREFIX;
export const VIEWS = {
  library: `${PREFIX}.library`,
  learning: `${PREFIX}.learning`,
  decisions: `${PREFIX}.decisions`,
} as const;

/** View types of webview panels. */
export const PANELS = {
  page: `${PREFIX}.page`,
  learning: `${PREFIX}.learningPage`,
  advice: `${PREFIX}.advicePage`,
  comparison: `${PREFIX}.comparisonPage`,
  emergency: `${PREFIX}.emergencyPage`,
  brief: `${PREFIX}.briefPage`,
  quiz: `${PREFIX}.quizPage`,
  calculator: `${PREFIX}.calculatorPage`,
} as const;

export const SETTINGS = {
  hoverEnabled: `${PREFIX}.hover.enabled`,
  hoverLanguages: `${PREFIX}.hover.languages`,
  hoverProseOnly: `${PREFIX}.hover.proseOnly`,
  hoverIgnoredPatterns: `${PREFIX}.hover.ignoredPatterns`,
  decisionsFolder: `${PREFIX}.decisions.folder`,
  labsNodePath: `${PREFIX}.labs.nodePath`,
  statusBarEnabled: `${PREFIX}.statusBar.enabled`,
  reviewDailyLimit: `${PREFIX}.review.dailyLimit`,
  hoverAvailability: `${PREFIX}.hover.availability`,
} as const;

/** Keys of `when` clauses. */
export const CONTEXT_KEYS = named(
  'patternGrouping', 'caseStudyGrouping', 'pageCanGoBack', 'pageCanGoForward', 'pageBookmarked', 'libraryFailed', 'canUndoProgress', 'pathChosen',
  'hoverShown', 'pageHasQuiz',
);

/** Keys of `globalState`. */
export const STATE_KEYS = {
  progress: `${PREFIX}.progress`,
  progressKeptAside: `${PREFIX}.progress.keptAside`,
  replica: `${PREFIX}.replica`,
  libraryGrouping: `${PREFIX}.libraryGrouping`,
  lastAnswers: `${PREFIX}.lastAnswers`,
  learningPace: `${PREFIX}.learningPace`,
  incident: `${PREFIX}.incident`, // in `workspaceState`: the notes and the page belong to one window
  assessment: `${PREFIX}.assessment`,
  startedLabs: `${PREFIX}.startedLabs`, // folders of one machine, so it is not synced
  hoverShown: `${PREFIX}.hoverShown`,
  calculatorInputs: `${PREFIX}.calculatorInputs`, // in `workspaceState`, followed by the id of a calculator
} as const;

/** The test controller of the labs. */
export const LAB_TESTS = `${PREFIX}.labTests`;
/** Scheme of the read-only documents of a lab: its starter and its solution. */
export const LAB_SCHEME = 'systems-studio-lab';

/** What Settings Sync carries; the replica id belongs to one machine, so it stays. */
export const SYNCED_STATE_KEYS: readonly string[] = [
  STATE_KEYS.progress,
  STATE_KEYS.progressKeptAside,
  STATE_KEYS.learningPace,
  STATE_KEYS.assessment,
];
