/**
 * The compiled forms of what is learned by doing. Light parts are in `dist/library.json`, the rest in a file each. They
 * have the shapes of `learningSchema.ts` without its rules for single values, which the build has checked.
 */
import * as v from 'valibot';
import { DIFFICULTIES, ITEM_TYPES, PATH_GROUPS, PATH_LEVELS, QUESTION_TYPES } from './vocabulary';

const texts = v.array(v.string());

export const CompiledBriefSchema = v.strictObject({ situation: v.string(), task: v.string(), steps: texts, doneWhen: texts, hints: texts, discussion: texts });

/** An item as trees and progress need it; its brief is in `dist/paths/<path>.json`. */
export const CompiledPathItemSchema = v.strictObject({
  id: v.string(),
  /** `<path>/<item>`: where the item is kept, when it is the same as in another path. Progress goes there. */
  from: v.optional(v.string()),
  type: v.picklist(ITEM_TYPES),
  title: v.string(),
  minutes: v.number(),
  entry: v.optional(v.string()),
  lab: v.optional(v.string()),
  quizzes: v.optional(v.array(v.string())),
  /** There is a brief, in `dist/paths/<path>.json`. */
  hasBrief: v.boolean(),
});

export const CompiledPathSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  group: v.picklist(PATH_GROUPS),
  level: v.picklist(PATH_LEVELS),
  order: v.number(),
  audience: v.string(),
  goal: v.string(),
  outcome: v.string(),
  prerequisites: texts,
  updated: v.string(),
  paces: v.array(v.strictObject({ id: v.picklist(['steady', 'intensive']), weeks: v.number(), hoursPerWeek: v.number() })),
  weeks: v.array(v.strictObject({ title: v.string(), goal: v.string(), items: v.array(CompiledPathItemSchema) })),
});

/** A quiz as it is listed; its questions are in `dist/quizzes/<entry>.json`. */
export const QuizOverviewSchema = v.strictObject({
  entry: v.string(),
  /** Ids of its questions, in order. */
  questions: v.array(v.string()),
});

/** A lab as it is listed; its brief and files are in `dist/labs/<id>.json`. */
export const LabOverviewSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  entry: v.string(),
  level: v.picklist(DIFFICULTIES),
  minutes: v.number(),
});

/** The format of `dist/paths/<id>.json`: the briefs of a path by item id, those of items `from` other paths too. */
export const PathBriefsSchema = v.strictObject({
  version: v.literal(1),
  id: v.string(),
  briefs: v.array(v.strictObject({ item: v.string(), brief: CompiledBriefSchema })),
});

const question = { id: v.string(), question: v.string(), explanation: v.string(), section: v.string() };
const options = v.array(v.strictObject({ text: v.string(), right: v.optional(v.boolean()), why: v.optional(v.string()) }));
export const CompiledQuestionSchema = v.variant('type', [
  v.strictObject({ type: v.literal(QUESTION_TYPES[0]), ...question, options }),
  v.strictObject({ type: v.literal(QUESTION_TYPES[1]), ...question, options }),
  v.strictObject({ type: v.literal(QUESTION_TYPES[2]), ...question, answer: v.number(), tolerance: v.number(), unit: v.string() }),
  v.strictObject({ type: v.literal(QUESTION_TYPES[3]), ...question, items: texts }),
]);

/** The format of `dist/quizzes/<entry>.json`. */
export const CompiledQuizSchema = v.strictObject({
  version: v.literal(1),
  entry: v.string(),
  questions: v.array(CompiledQuestionSchema),
});

const FileSchema = v.strictObject({
  /** Relative to the lab's folder, with `/`. */
  path: v.string(),
  text: v.string(),
});

/** The format of `dist/labs/<id>.json`. */
export const CompiledLabSchema = v.strictObject({
  version: v.literal(1),
  id: v.string(),
  brief: CompiledBriefSchema,
  open: v.array(v.string()),
  /** The starter. */
  files: v.array(FileSchema),
  /** What the reference solution has otherwise. */
  solution: v.array(FileSchema),
  /** The names of the tests, by file, in their order. */
  tests: v.array(v.strictObject({ file: v.string(), names: v.array(v.string()) })),
});
