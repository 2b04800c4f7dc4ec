import * as v from 'valibot';
import { commonFromPage, FailedSchema, LabelsSchema } from './shared';

const LearningItemSchema = v.object({
  id: v.string(),
  type: v.string(),
  typeLabel: v.string(),
  title: v.string(),
  minutes: v.number(),
  done: v.boolean(),
  /** True where the item is done because its entry has been read: unchecking marks the entry unread. */
  entry: v.nullable(v.string()),
  brief: v.nullable(v.object({ task: v.string(), steps: v.array(v.string()), doneWhen: v.array(v.string()) })),
});
const LearningPathSchema = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  facts: v.array(v.object({ name: v.string(), value: v.string() })),
  prerequisites: v.array(v.string()),
  paces: v.array(v.object({ id: v.string(), label: v.string() })),
  pace: v.string(),
  done: v.number(),
  total: v.number(),
  minutesDone: v.number(),
  minutesTotal: v.number(),
  progressText: v.string(),
  /** The item to go on with; null when all are done. */
  next: v.nullable(v.object({ id: v.string(), title: v.string() })),
  weeks: v.array(
    v.object({
      title: v.string(),
      goal: v.nullable(v.string()),
      progressText: v.string(),
      done: v.boolean(),
      current: v.boolean(),
      items: v.array(LearningItemSchema),
    }),
  ),
});
const MilestoneSchema = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  done: v.number(),
  total: v.number(),
  complete: v.boolean(),
  /** True where the learner declares it; it shows a check box. */
  declared: v.boolean(),
});
const LearningContentSchema = v.object({
  path: LearningPathSchema,
  paths: v.array(v.object({ id: v.string(), title: v.string() })),
  milestones: v.array(MilestoneSchema),
});
export type LearningContent = v.InferOutput<typeof LearningContentSchema>;
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

export const FromLearningSchema = v.variant('type', [
  ...commonFromPage,
  v.object({ type: v.literal('check'), path: v.string(), item: v.string(), on: v.boolean() }),
  v.object({ type: v.literal('declare'), milestone: v.string(), on: v.boolean() }),
  v.object({ type: v.literal('openEntry'), entry: v.string() }),
  v.object({ type: v.literal('selectPath'), path: v.string() }),
  v.object({ type: v.literal('selectPace'), path: v.string(), pace: v.string() }),
]);
export type FromLearning = v.InferOutput<typeof FromLearningSchema>;

/** Webview state of the learning page, for the serializer. */
export const LearningStateSchema = v.object({ path: v.string(), scroll: v.number() });
export type LearningState = v.InferOutput<typeof LearningStateSchema>;
