/**
 * Every message between a page and its feature, as discriminated unions, checked at run time on both sides.
 * A page is a plain renderer: it owns no knowledge, asks for nothing twice, and says what the reader did.
 */
import * as v from 'valibot';

/** A link to another entry, with the words that the page shows. */
const EntryLinkSchema = v.object({ id: v.string(), title: v.string(), summary: v.string() });
export type EntryLink = v.InferOutput<typeof EntryLinkSchema>;

/** Words that a page shows around the content, translated by the host. */
const LabelsSchema = v.record(v.string(), v.string());

/** All that the reading page needs to paint one entry. `html` comes from the core's renderer, which escapes everything. */
const PageContentSchema = v.object({
  id: v.string(),
  title: v.string(),
  kind: v.string(),
  summary: v.string(),
  /** A badge beside the title, such as the tier, and the reason for it. */
  badge: v.nullable(v.object({ text: v.string(), className: v.string(), description: v.string() })),
  /** Facts such as category, difficulty, effort, reading time: name and value. */
  facts: v.array(v.object({ name: v.string(), value: v.string() })),
  /** Lists above the body, such as "Use when" and "Avoid when". */
  lists: v.array(v.object({ title: v.string(), className: v.string(), items: v.array(v.string()) })),
  toc: v.array(v.object({ id: v.string(), title: v.string(), level: v.number() })),
  html: v.string(),
  related: v.array(
    v.object({ relation: v.string(), entries: v.array(v.object({ link: EntryLinkSchema, because: v.nullable(v.string()) })) }),
  ),
  previous: v.nullable(EntryLinkSchema),
  next: v.nullable(EntryLinkSchema),
});
export type PageContent = v.InferOutput<typeof PageContentSchema>;

/** What the reader has done with the entry that is shown. */
const PageMarksSchema = v.object({ read: v.boolean(), bookmarked: v.boolean() });
export type PageMarks = v.InferOutput<typeof PageMarksSchema>;

/** Where the reader is; the page keeps it as webview state, so that it survives hiding and restart. */
export const PageStateSchema = v.object({
  entry: v.string(),
  scroll: v.number(),
  back: v.array(v.object({ entry: v.string(), scroll: v.number() })),
  forward: v.array(v.object({ entry: v.string(), scroll: v.number() })),
});
export type PageState = v.InferOutput<typeof PageStateSchema>;

export const ToPageSchema = v.variant('type', [
  v.object({
    type: v.literal('show'),
    content: PageContentSchema,
    marks: PageMarksSchema,
    labels: LabelsSchema,
    state: PageStateSchema,
    /** Heading to scroll to; the saved scroll position decides where it is null. */
    section: v.nullable(v.string()),
  }),
  v.object({ type: v.literal('marks'), entry: v.string(), marks: PageMarksSchema }),
  v.object({ type: v.literal('failed'), title: v.string(), message: v.string(), action: v.string() }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

export const FromPageSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  /** Follow a link inside the page. */
  v.object({
    type: v.literal('follow'),
    entry: v.string(),
    section: v.nullable(v.string()),
    /** Open to the side, and leave this page as it is. */
    beside: v.boolean(),
  }),
  v.object({ type: v.literal('scrolled'), entry: v.string(), scroll: v.pipe(v.number(), v.minValue(0)) }),
  v.object({ type: v.literal('mark'), entry: v.string(), mark: v.picklist(['read', 'bookmark']), on: v.boolean() }),
  /** A web link was clicked. */
  v.object({ type: v.literal('openWeb'), url: v.pipe(v.string(), v.regex(/^https?:\/\//)) }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  v.object({ type: v.literal('showLog') }),
  /** Sent once after each `show`, when the content has been painted; benchmarks and tests listen for it. */
  v.object({ type: v.literal('painted'), entry: v.string() }),
  v.object({ type: v.literal('failed'), message: v.string() }),
]);
export type FromPage = v.InferOutput<typeof FromPageSchema>;

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
  v.object({ type: v.literal('failed'), title: v.string(), message: v.string(), action: v.string() }),
]);
export type ToLearning = v.InferOutput<typeof ToLearningSchema>;

export const FromLearningSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('check'), path: v.string(), item: v.string(), on: v.boolean() }),
  v.object({ type: v.literal('declare'), milestone: v.string(), on: v.boolean() }),
  v.object({ type: v.literal('openEntry'), entry: v.string() }),
  v.object({ type: v.literal('selectPath'), path: v.string() }),
  v.object({ type: v.literal('selectPace'), path: v.string(), pace: v.string() }),
  v.object({ type: v.literal('showLog') }),
  v.object({ type: v.literal('failed'), message: v.string() }),
]);
export type FromLearning = v.InferOutput<typeof FromLearningSchema>;

/** Webview state of the learning page, for the serializer. */
export const LearningStateSchema = v.object({ path: v.string(), scroll: v.number() });
export type LearningState = v.InferOutput<typeof LearningStateSchema>;
