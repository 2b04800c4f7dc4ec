import * as v from 'valibot';
import { CalculatorLinkSchema, commonFromPage, EntryLinkSchema, FailedSchema, LabelsSchema } from './shared';

/** What a brief is of: an item of a path, or a lab by itself. */
export const BriefSubjectSchema = v.variant('type', [
  v.object({ type: v.literal('item'), path: v.string(), item: v.string() }),
  v.object({ type: v.literal('lab'), lab: v.string() }),
]);
export type BriefSubject = v.InferOutput<typeof BriefSubjectSchema>;

/** A brief with as many of its later texts as were asked for. Texts have code in backticks. */
const BriefContentSchema = v.object({
  /** Names the subject; marks are kept by it. */
  key: v.string(),
  title: v.string(),
  /** Such as kind and minutes. */
  facts: v.array(v.string()),
  path: v.nullable(v.object({ id: v.string(), item: v.string(), title: v.string() })),
  entry: v.nullable(EntryLinkSchema),
  summary: v.string(),
  situation: v.string(),
  task: v.string(),
  steps: v.array(v.string()),
  doneWhen: v.array(v.string()),
  /** The hints that were asked for, and how many there are. */
  hints: v.array(v.string()),
  hintCount: v.number(),
  /** Null until it is asked for. */
  discussion: v.nullable(v.array(v.string())),
  hasDiscussion: v.boolean(),
  solution: v.boolean(),
  /** Those that fit the entry. */
  calculators: v.array(CalculatorLinkSchema),
});
export type BriefContent = v.InferOutput<typeof BriefContentSchema>;

/** How the learner stands. */
const BriefStatusSchema = v.object({
  done: v.boolean(),
  /** What "done" rests on, or what marking would claim, in a sentence; may be empty. */
  basis: v.string(),
  /** Whether there is an item of a path to mark. */
  canMark: v.boolean(),
  /** Null where the subject is no lab. */
  lab: v.nullable(v.object({
    started: v.boolean(),
    /** Where it is, and how its last run went, in sentences. */
    lines: v.array(v.string()),
    state: v.picklist(['none', 'running', 'failing', 'green']),
    /** Why its tests cannot run here; null when they can. */
    obstacle: v.nullable(v.object({ text: v.string(), trust: v.boolean() })),
  })),
});
export type BriefStatus = v.InferOutput<typeof BriefStatusSchema>;

export const ToBriefSchema = v.variant('type', [
  v.object({ type: v.literal('show'), subject: BriefSubjectSchema, content: BriefContentSchema, status: BriefStatusSchema, labels: LabelsSchema }),
  FailedSchema,
]);
export type ToBrief = v.InferOutput<typeof ToBriefSchema>;

export const FromBriefSchema = v.variant('type', [
  ...commonFromPage,
  /** Asks for the texts of the first hints, and of the discussion. */
  v.object({ type: v.literal('reveal'), subject: BriefSubjectSchema, hints: v.pipe(v.number(), v.integer(), v.minValue(0)), discussion: v.boolean() }),
  v.object({ type: v.literal('openEntry'), entry: v.string() }),
  v.object({ type: v.literal('openCalculator'), calculator: v.string(), query: v.string() }),
  v.object({ type: v.literal('openPath'), path: v.string(), item: v.string() }),
  v.object({ type: v.literal('mark'), subject: BriefSubjectSchema, on: v.boolean() }),
  v.object({ type: v.literal('act'), subject: BriefSubjectSchema, action: v.picklist(['start', 'run', 'files', 'solution', 'results', 'trust']) }),
]);
export type FromBrief = v.InferOutput<typeof FromBriefSchema>;

/** What the learner has opened and ticked in one brief. */
const BriefMarksSchema = v.object({ ticks: v.array(v.number()), hints: v.number(), discussion: v.boolean() });
export type BriefMarks = v.InferOutput<typeof BriefMarksSchema>;

/** Webview state of the page: what it shows, and the marks of all briefs that it has shown. */
export const BriefStateSchema = v.object({
  subject: BriefSubjectSchema,
  title: v.string(),
  scroll: v.number(),
  marks: v.record(v.string(), BriefMarksSchema),
});
export type BriefState = v.InferOutput<typeof BriefStateSchema>;
