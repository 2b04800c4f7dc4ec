import * as v from 'valibot';
import { CalculatorLinkSchema, commonFromPage, EntryLinkSchema, FailedSchema, LabelsSchema, ReadableSchema } from './shared';

/** All that the reading page needs to paint one entry. */
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
  readable: ReadableSchema,
  calculators: v.array(CalculatorLinkSchema),
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
  FailedSchema,
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

export const FromPageSchema = v.variant('type', [
  ...commonFromPage,
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
  v.object({ type: v.literal('openCalculator'), calculator: v.string(), query: v.string() }),
  /** A web link was clicked. */
  v.object({ type: v.literal('openWeb'), url: v.pipe(v.string(), v.regex(/^https?:\/\//)) }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  /** Sent once after each `show`, when the content has been painted; benchmarks and tests listen for it. */
  v.object({ type: v.literal('painted'), entry: v.string() }),
]);
export type FromPage = v.InferOutput<typeof FromPageSchema>;
