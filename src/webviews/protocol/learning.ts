import * as v from 'valibot';
import { commonFromPage, FailedSchema, LabelsSchema } from './shared';

/** How far something is: words, and the minutes behind the bar. */
const progress = { progressText: v.string(), minutesDone: v.number(), minutesTotal: v.number() };

const LearningItemSchema = v.object({
  id: v.string(),
  type: v.string(),
  title: v.string(),
  /** "Study · 75 min" */
  about: v.string(),
  /** "3/5, not passed"; null when there is nothing to say beside the check. */
  state: v.nullable(v.string()),
  done: v.boolean(),
});
const LearningWeekSchema = v.object({
  /** Its first item: what "Move by a week" refers to, and what the page remembers it by. */
  key: v.string(),
  title: v.string(),
  goal: v.string(),
  /** "23 – 29 Nov"; null without a plan. */
  dates: v.nullable(v.string()),
  /** "behind", "now"; null when there is nothing to say. */
  state: v.nullable(v.string()),
  /** The plan can still move it. */
  movable: v.boolean(),
  progressText: v.string(),
  done: v.boolean(),
  current: v.boolean(),
  items: v.array(LearningItemSchema),
});
const PathSchema = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  facts: v.array(v.object({ name: v.string(), value: v.string() })),
  /** Each as parts of one text; a part with a path is a link to it. */
  prerequisites: v.array(v.array(v.object({ text: v.string(), path: v.nullable(v.string()) }))),
  paces: v.array(v.object({ id: v.string(), label: v.string() })),
  pace: v.string(),
  ...progress,
  /** It is the one that is followed. */
  followed: v.boolean(),
  complete: v.boolean(),
  /** The button that goes on: null when all items are done. */
  action: v.nullable(v.string()),
  plan: v.object({
    /** `YYYY-MM-DD`; empty without a plan. */
    start: v.string(),
    /** Where it stands, in sentences. */
    text: v.string(),
  }),
  weeks: v.array(LearningWeekSchema),
});
const PathOverviewSchema = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  /** "Beginner · 10 weeks, 5 hours a week" */
  about: v.string(),
  ...progress,
  state: v.picklist(['not-started', 'in-progress', 'complete']),
  followed: v.boolean(),
  /** Text of its button, or of its mark when complete. */
  action: v.string(),
});
const OverviewSchema = v.object({
  next: v.object({ title: v.string(), about: v.string(), reason: v.string() }),
  groups: v.array(v.object({ id: v.string(), title: v.string(), paths: v.array(PathOverviewSchema) })),
});
const MilestoneSchema = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  standing: v.string(),
  reached: v.boolean(),
  /** True where the learner declares it; it shows a check box. */
  declared: v.boolean(),
});
const HistorySchema = v.object({
  /** What the chart shows, in a sentence. */
  text: v.string(),
  weeks: v.array(v.object({
    label: v.string(), minutes: v.number(), time: v.string(), items: v.number(), quizzes: v.number(), answers: v.number(),
  })),
});
const LearningContentSchema = v.object({
  /** Either one path or all of them. */
  path: v.nullable(PathSchema),
  overview: v.nullable(OverviewSchema),
  milestones: v.array(MilestoneSchema),
  history: HistorySchema,
  /** A path is complete, so that there is something to certify: this one, or any when all are shown. */
  certificate: v.boolean(),
});
export type LearningContent = v.InferOutput<typeof LearningContentSchema>;
export type LearningPathContent = v.InferOutput<typeof PathSchema>;
export type LearningOverview = v.InferOutput<typeof OverviewSchema>;
export type LearningItem = v.InferOutput<typeof LearningItemSchema>;

export const ToLearningSchema = v.variant('type', [
  v.object({
    type: v.literal('show'),
    content: LearningContentSchema,
    labels: LabelsSchema,
    /** Item to bring into view, when the page was opened for it. */
    reveal: v.nullable(v.string()),
  }),
  FailedSchema,
]);
export type ToLearning = v.InferOutput<typeof ToLearningSchema>;

/** What the page may run of other features; each stands for one command. */
export const LEARNING_ACTIONS = ['export', 'import', 'reset', 'certificate'] as const;
export type LearningAction = (typeof LEARNING_ACTIONS)[number];

export const FromLearningSchema = v.variant('type', [
  ...commonFromPage,
  v.object({ type: v.literal('check'), path: v.string(), item: v.string(), on: v.boolean() }),
  v.object({ type: v.literal('declare'), milestone: v.string(), on: v.boolean() }),
  v.object({ type: v.literal('openItem'), path: v.string(), item: v.string() }),
  /** Shows a path, or all of them. */
  v.object({ type: v.literal('showPath'), path: v.nullable(v.string()) }),
  /** Follows a path: with the questions about pace and dates when it is new, else from where it was left. */
  v.object({ type: v.literal('follow'), path: v.string() }),
  /** Does the best thing to do now. */
  v.object({ type: v.literal('next') }),
  v.object({ type: v.literal('selectPace'), path: v.string(), pace: v.string() }),
  /** `YYYY-MM-DD`, or empty to take the dates away. */
  v.object({ type: v.literal('setStart'), path: v.string(), start: v.string() }),
  v.object({ type: v.literal('moveWeek'), path: v.string(), from: v.string() }),
  v.object({ type: v.literal('run'), action: v.picklist(LEARNING_ACTIONS), path: v.nullable(v.string()) }),
]);
export type FromLearning = v.InferOutput<typeof FromLearningSchema>;

/** Webview state of the learning page, for the serializer and for the page itself. */
export const LearningStateSchema = v.object({
  path: v.nullable(v.string()),
  scroll: v.number(),
  /** Opened weeks by path, each by its key; the current week is open in any case. */
  opened: v.optional(v.record(v.string(), v.array(v.string())), {}),
});
export type LearningState = v.InferOutput<typeof LearningStateSchema>;
