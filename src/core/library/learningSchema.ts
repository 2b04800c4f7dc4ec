/**
 * What is learned by doing: paths, briefs, quizzes and labs, as their authors write them. Beside `schema.ts`, which has
 * the kinds of entries; `content/README.md` explains the same formats to people.
 */
import * as v from 'valibot';
import { EntryIdSchema, isoDate, sentence } from './schema';
import { DIFFICULTIES, ITEM_TYPES, PATH_GROUPS, PATH_LEVELS, QUESTION_TYPES } from './vocabulary';

const list = (max: number, least: number, most: number, what: string) =>
  v.pipe(
    v.array(sentence(max)),
    v.minLength(least, `needs at least ${least} ${what}`),
    v.maxLength(most, `takes at most ${most} ${what}`),
  );
const minutes = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1200));

/** What a learner is asked to do. Plain texts with code in backticks. */
export const BriefSchema = v.strictObject({
  /** Who one is, which system, what is at stake. */
  situation: sentence(600),
  task: sentence(600),
  steps: list(400, 2, 12, 'steps'),
  /** In terms that the learner can check alone. */
  doneWhen: list(300, 2, 10, 'conditions'),
  /** Opened one by one, from a nudge to nearly the way. */
  hints: list(400, 2, 6, 'hints'),
  /** Paragraphs about good solutions, opened last. */
  discussion: list(900, 2, 6, 'paragraphs'),
});

/** One thing to do in a week of a path, as it is written: either `from` another path, or with a type, a title and minutes. */
export const PathItemSchema = v.strictObject({
  /** Unique in the path; progress refers to it, so it never changes. */
  id: EntryIdSchema,
  /** `<path>/<item>`: the same item as in another path. */
  from: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be a path and an item, such as "foundations/littles-law"'))),
  type: v.optional(v.picklist(ITEM_TYPES)),
  title: v.optional(sentence(120)),
  /** Minutes that a careful learner needs. */
  minutes: v.optional(minutes),
  entry: v.optional(EntryIdSchema),
  /** The lab whose tests decide. */
  lab: v.optional(EntryIdSchema),
  /** Entries whose quizzes are asked together. */
  quizzes: v.optional(v.pipe(v.array(EntryIdSchema), v.minLength(1, 'names at least one entry'))),
  brief: v.optional(BriefSchema),
});

/** The keys of a path around its weeks. */
export const pathEntries = {
  title: sentence(80),
  summary: sentence(160),
  group: v.picklist(PATH_GROUPS),
  level: v.picklist(PATH_LEVELS),
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  audience: sentence(300),
  goal: sentence(300),
  outcome: sentence(300),
  prerequisites: v.array(sentence(200)),
  updated: isoDate,
  /** The same items at different speeds; weeks × hours a week must fit the sum of the minutes. */
  paces: v.pipe(
    v.array(
      v.strictObject({
        id: v.picklist(['steady', 'intensive']),
        weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)),
        hoursPerWeek: v.pipe(v.number(), v.minValue(1), v.maxValue(40)),
      }),
    ),
    v.minLength(1, 'needs at least one pace'),
  ),
};

/** `content/paths/<id>.yml`. */
export const PathSchema = v.strictObject({
  ...pathEntries,
  weeks: v.pipe(
    v.array(
      v.strictObject({
        title: sentence(120),
        goal: sentence(300),
        items: v.pipe(v.array(PathItemSchema), v.minLength(1, 'needs at least one item')),
      }),
    ),
    v.minLength(1, 'needs at least one week'),
  ),
});

const OptionSchema = v.strictObject({
  text: sentence(200),
  right: v.optional(v.boolean()),
  /** Why someone picks it and why it fails, or why it holds. */
  why: v.optional(sentence(300)),
});
const question = {
  /** Unique in the quiz; answers are kept under it, so it never changes. */
  id: EntryIdSchema,
  question: sentence(500),
  explanation: sentence(600),
  /** Anchor of the section of the entry to read again. */
  section: EntryIdSchema,
};
const options = v.pipe(v.array(OptionSchema), v.minLength(3, 'needs at least three options'), v.maxLength(5, 'takes at most five options'));

/** One question, by its type (`QUESTION_TYPES`). */
export const QuizQuestionSchema = v.variant('type', [
  v.strictObject({ type: v.literal(QUESTION_TYPES[0]), ...question, options }),
  v.strictObject({ type: v.literal(QUESTION_TYPES[1]), ...question, options }),
  v.strictObject({
    type: v.literal(QUESTION_TYPES[2]),
    ...question,
    answer: v.number(),
    /** In the unit of the answer: right is what differs by at most this much. */
    tolerance: v.pipe(v.number(), v.minValue(0)),
    unit: v.pipe(v.string(), v.maxLength(40, 'must be at most 40 characters')),
  }),
  v.strictObject({
    type: v.literal(QUESTION_TYPES[3]),
    ...question,
    /** In the right order; shown in another. */
    items: v.pipe(v.array(sentence(160)), v.minLength(3, 'needs at least three items'), v.maxLength(6, 'takes at most six items')),
  }),
]);

/** `content/quizzes/<entry id>.yml`. */
export const QuizSchema = v.strictObject({
  updated: isoDate,
  questions: v.pipe(v.array(QuizQuestionSchema), v.minLength(3, 'needs at least three questions')),
});

/** `content/labs/<id>/lab.yml`. */
export const LabSchema = v.strictObject({
  title: sentence(80),
  summary: sentence(160),
  /** The entry that teaches it. */
  entry: EntryIdSchema,
  level: v.picklist(DIFFICULTIES),
  minutes,
  updated: isoDate,
  /** Files of the starter that open first. */
  open: v.pipe(v.array(v.string()), v.minLength(1, 'names at least one file')),
  brief: BriefSchema,
});
