import * as v from 'valibot';
import { CalculatorLinkSchema, commonFromPage, EntryLinkSchema, FailedSchema, LabelsSchema } from './shared';

/** A question with its answers, as the page lets a person change them. */
const AnswerFieldSchema = v.object({
  question: v.string(),
  title: v.string(),
  /** Whether any number of answers may be chosen. */
  many: v.boolean(),
  options: v.array(v.object({ id: v.string(), label: v.string(), selected: v.boolean() })),
});
export type AnswerField = v.InferOutput<typeof AnswerFieldSchema>;

/** A recommended pattern. All texts are complete sentences. */
const AdviceCardSchema = v.object({
  link: EntryLinkSchema,
  badge: v.object({ text: v.string(), className: v.string() }),
  /** Effort, difficulty and the like, in few words each. */
  facts: v.array(v.string()),
  /** "Next, when …"; null for what to start with. */
  when: v.nullable(v.string()),
  /** Why it stands here although no answer asks for it. */
  neededFor: v.nullable(v.string()),
  reasons: v.array(v.string()),
  mind: v.array(v.string()),
  alternatives: v.array(v.object({ link: EntryLinkSchema, because: v.string() })),
  /** What the last change of an answer did to it; null where it did nothing. */
  move: v.nullable(v.object({ direction: v.picklist(['up', 'down', 'new']), text: v.string() })),
});
export type AdviceCard = v.InferOutput<typeof AdviceCardSchema>;

/** Patterns and what they require, for a drawing from left to right. */
const PrerequisiteGraphSchema = v.object({
  nodes: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      /** Column from the left, from 0: what requires nothing comes first. */
      column: v.number(),
      state: v.picklist(['start', 'next', 'inPlace', 'missing']),
      stateLabel: v.string(),
    }),
  ),
  edges: v.array(v.object({ from: v.string(), to: v.string(), text: v.string() })),
});
export type PrerequisiteGraph = v.InferOutput<typeof PrerequisiteGraphSchema>;

/** Entries side by side. A cell is a list of lines. */
const ComparisonTableSchema = v.object({
  columns: v.array(EntryLinkSchema),
  rows: v.array(v.object({ name: v.string(), cells: v.array(v.array(v.string())), differs: v.boolean() })),
});
export type ComparisonTable = v.InferOutput<typeof ComparisonTableSchema>;

const AdviceContentSchema = v.object({
  /** The advice in one or two sentences. */
  verdict: v.string(),
  fields: v.array(AnswerFieldSchema),
  /** The answers in words, for the closed list. */
  answered: v.array(v.string()),
  /** What is in place and speaks against what was named. */
  suspects: v.array(v.object({ link: EntryLinkSchema, text: v.string() })),
  start: v.array(AdviceCardSchema),
  /** How much of what the team can carry the start takes, in words; empty without a start. */
  load: v.string(),
  next: v.array(AdviceCardSchema),
  more: v.string(),
  notNow: v.array(v.object({ link: EntryLinkSchema, text: v.string() })),
  moreNotNow: v.string(),
  /** What had a card and is no longer recommended since the last change of an answer. */
  gone: v.array(v.string()),
  /** The same as all moves, for screen readers. */
  announcement: v.string(),
  tradeOffs: v.nullable(ComparisonTableSchema),
  prerequisites: v.nullable(PrerequisiteGraphSchema),
  caseStudies: v.array(v.object({ link: EntryLinkSchema, text: v.string() })),
  /** Calculators for the recommended patterns. */
  calculators: v.array(CalculatorLinkSchema),
  /** What the scale alone suggests; null when it is not known. */
  scale: v.nullable(v.object({ title: v.string(), patterns: v.array(v.object({ link: EntryLinkSchema, note: v.string() })), nextStep: v.string() })),
  /** What the advice does not know. */
  open: v.array(v.object({ question: v.string(), title: v.string(), text: v.string() })),
});
export type AdviceContent = v.InferOutput<typeof AdviceContentSchema>;

/** Webview state: the answers, in whatever form `parseAnswers` reads. */
export const AdviceStateSchema = v.object({ answers: v.record(v.string(), v.unknown()) });
export type AdviceState = v.InferOutput<typeof AdviceStateSchema>;

export const ToAdviceSchema = v.variant('type', [
  v.object({
    type: v.literal('show'), content: AdviceContentSchema, labels: LabelsSchema, state: AdviceStateSchema,
    /** Number of the latest change of an answer that the state contains; the page waits for its own latest one. */
    change: v.number(),
  }),
  FailedSchema,
]);
export type ToAdvice = v.InferOutput<typeof ToAdviceSchema>;

export const FromAdviceSchema = v.variant('type', [
  ...commonFromPage,
  /** An answer was given or taken back in the page. `change` counts up; the host sends it back. */
  v.object({ type: v.literal('answer'), question: v.string(), answer: v.string(), on: v.boolean(), change: v.number() }),
  v.object({ type: v.literal('open'), entry: v.string() }),
  v.object({ type: v.literal('openCalculator'), calculator: v.string(), query: v.string() }),
  v.object({ type: v.literal('compare'), entries: v.array(v.string()) }),
  v.object({ type: v.literal('act'), action: v.picklist(['copy', 'document', 'record', 'restart']) }),
]);
export type FromAdvice = v.InferOutput<typeof FromAdviceSchema>;
