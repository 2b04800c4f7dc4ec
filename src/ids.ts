/**
 * Every id that the manifest and the code share: commands, views, settings, context keys, state keys.
 * `test/core/manifest.test.ts` holds package.json to this file, in both directions.
 */
const PREFIX = 'systemsStudio';

export const EXTENSION_ID = 'systems-studio.distributed-systems-studio';

/** Commands that a person can run; those in `INTERNAL_COMMANDS` need an argument and stay out of the palette. */
export const COMMANDS = {
  search: `${PREFIX}.search`,
  recommendPattern: `${PREFIX}.recommendPattern`,
  comparePatterns: `${PREFIX}.comparePatterns`,
  openLearning: `${PREFIX}.openLearning`,
  showLog: `${PREFIX}.showLog`,
  reloadLibrary: `${PREFIX}.reloadLibrary`,
  showWhatsNew: `${PREFIX}.showWhatsNew`,
  openContributingGuide: `${PREFIX}.openContributingGuide`,
  openEntry: `${PREFIX}.openEntry`,
  openEntryToSide: `${PREFIX}.openEntryToSide`,
  addBookmark: `${PREFIX}.addBookmark`,
  removeBookmark: `${PREFIX}.removeBookmark`,
  markRead: `${PREFIX}.markRead`,
  markUnread: `${PREFIX}.markUnread`,
  copyLink: `${PREFIX}.copyLink`,
  copyAsMarkdown: `${PREFIX}.copyAsMarkdown`,
  groupPatternsByCategory: `${PREFIX}.groupPatternsByCategory`,
  groupPatternsByTier: `${PREFIX}.groupPatternsByTier`,
  groupPatternsByProblem: `${PREFIX}.groupPatternsByProblem`,
  groupCaseStudiesByDomain: `${PREFIX}.groupCaseStudiesByDomain`,
  groupCaseStudiesByCompany: `${PREFIX}.groupCaseStudiesByCompany`,
  pageBack: `${PREFIX}.pageBack`,
  pageForward: `${PREFIX}.pageForward`,
  pageAddBookmark: `${PREFIX}.pageAddBookmark`,
  pageRemoveBookmark: `${PREFIX}.pageRemoveBookmark`,
  markForLearning: `${PREFIX}.markForLearning`,
  unmarkForLearning: `${PREFIX}.unmarkForLearning`,
  showRelated: `${PREFIX}.showRelated`,
  muteHover: `${PREFIX}.muteHover`,
  recordDecision: `${PREFIX}.recordDecision`,
  supersedeRecord: `${PREFIX}.supersedeRecord`,
  openRecordToSide: `${PREFIX}.openRecordToSide`,
  activeEntry: `${PREFIX}.activeEntry`,
  onFire: `${PREFIX}.onFire`,
  planMigration: `${PREFIX}.planMigration`,
  planThisMigration: `${PREFIX}.planThisMigration`,
  takeAssessment: `${PREFIX}.takeAssessment`,
  clearAssessment: `${PREFIX}.clearAssessment`,
  newTeamEntry: `${PREFIX}.newTeamEntry`,
  openEntryFormat: `${PREFIX}.openEntryFormat`,
  exportProgress: `${PREFIX}.exportProgress`,
  importProgress: `${PREFIX}.importProgress`,
  resetProgress: `${PREFIX}.resetProgress`,
  undoProgressChange: `${PREFIX}.undoProgressChange`,
  createCertificate: `${PREFIX}.createCertificate`,
  openBrief: `${PREFIX}.openBrief`,
  openLab: `${PREFIX}.openLab`,
  startLab: `${PREFIX}.startLab`,
  runLab: `${PREFIX}.runLab`,
  continueLearning: `${PREFIX}.continueLearning`,
  whatNext: `${PREFIX}.whatNext`,
  choosePath: `${PREFIX}.choosePath`,
  openHoverExample: `${PREFIX}.openHoverExample`,
  takeQuiz: `${PREFIX}.takeQuiz`,
  takeThisQuiz: `${PREFIX}.takeThisQuiz`,
  reviewDue: `${PREFIX}.reviewDue`,
} as const;
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
} as const;

/** Keys of `when` clauses. */
export const CONTEXT_KEYS = {
  patternGrouping: `${PREFIX}.patternGrouping`,
  caseStudyGrouping: `${PREFIX}.caseStudyGrouping`,
  pageCanGoBack: `${PREFIX}.pageCanGoBack`,
  pageCanGoForward: `${PREFIX}.pageCanGoForward`,
  pageBookmarked: `${PREFIX}.pageBookmarked`,
  libraryFailed: `${PREFIX}.libraryFailed`,
  canUndoProgress: `${PREFIX}.canUndoProgress`,
  pathChosen: `${PREFIX}.pathChosen`,
  hoverShown: `${PREFIX}.hoverShown`,
  pageHasQuiz: `${PREFIX}.pageHasQuiz`,
} as const;

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
