import * as v from 'valibot';
import { commonFromPage, FailedSchema, LabelsSchema } from './shared';

const RunSubjectSchema = v.variant('kind', [
  v.object({ kind: v.literal('quiz'), entry: v.string() }),
  v.object({ kind: v.literal('check'), path: v.string(), item: v.string() }),
  v.object({ kind: v.literal('review') }),
]);
const AnswerSchema = v.union([v.object({ chosen: v.array(v.number()) }), v.object({ text: v.string() })]);
export type ShownAnswer = v.InferOutput<typeof AnswerSchema>;

/**
 * A run as the page keeps it for a restart: which questions, and what was given. It holds nothing that tells what is
 * right, and for that reason no order of items either: how often a question was asked before gives the shown order.
 */
const StoredRunSchema = v.object({
  questions: v.array(v.object({ entry: v.string(), question: v.string(), earlier: v.number() })),
  given: v.array(v.object({ given: AnswerSchema, event: v.string(), sure: v.nullable(v.picklist(['hard', 'easy'])) })),
  whole: v.array(v.string()),
  /** Whether the last answer is being explained, and not yet the next question asked. */
  explaining: v.boolean(),
});
export type StoredQuizRun = v.InferOutput<typeof StoredRunSchema>;

/** Webview state of the page. A draft is what was chosen or typed and not yet checked, for the question of that key. */
export const QuizStateSchema = v.object({
  subject: RunSubjectSchema,
  title: v.string(),
  run: v.nullable(StoredRunSchema),
  draft: v.optional(v.object({ key: v.string(), shown: AnswerSchema })),
});
export type QuizState = v.InferOutput<typeof QuizStateSchema>;

const SectionLinkSchema = v.object({ entry: v.string(), section: v.string(), text: v.string() });
export type SectionLink = v.InferOutput<typeof SectionLinkSchema>;

/** Where a run stands, above each question. */
const asked = {
  key: v.string(),
  /** From 0. */
  index: v.number(),
  total: v.number(),
  /** "Question 3 of 10". */
  position: v.string(),
  /** The entry that the question is about. */
  about: v.string(),
  text: v.string(),
};

const QuestionViewSchema = v.object({
  view: v.literal('question'),
  ...asked,
  input: v.variant('type', [
    v.object({ type: v.picklist(['single', 'multiple']), options: v.array(v.string()) }),
    v.object({ type: v.literal('numeric'), unit: v.string() }),
    v.object({ type: v.literal('ordering'), items: v.array(v.string()) }),
  ]),
  /** What is wrong with the last try, which was no answer. */
  problem: v.nullable(v.string()),
});
export type QuestionView = v.InferOutput<typeof QuestionViewSchema>;

const FeedbackViewSchema = v.object({
  view: v.literal('feedback'),
  ...asked,
  right: v.boolean(),
  verdict: v.string(),
  given: v.variant('type', [
    v.object({
      type: v.literal('options'),
      options: v.array(v.object({ text: v.string(), chosen: v.boolean(), right: v.boolean(), why: v.nullable(v.string()) })),
    }),
    v.object({ type: v.literal('number'), given: v.string(), answer: v.string() }),
    v.object({ type: v.literal('order'), given: v.array(v.object({ text: v.string(), inPlace: v.boolean() })), answer: v.array(v.string()) }),
  ]),
  explanation: v.string(),
  again: SectionLinkSchema,
  /** How sure a right answer was; null after a wrong one. */
  sure: v.nullable(v.picklist(['hard', 'good', 'easy'])),
  /** When the question comes back; empty when reviews are switched off. */
  comesBack: v.string(),
  last: v.boolean(),
});
export type FeedbackView = v.InferOutput<typeof FeedbackViewSchema>;

const ResultViewSchema = v.object({
  view: v.literal('result'),
  right: v.number(),
  total: v.number(),
  /** Null for a review and for practice, which pass nothing. */
  passed: v.nullable(v.boolean()),
  score: v.string(),
  verdict: v.string(),
  /** Each entry's part, where there are several. */
  entries: v.array(v.object({ title: v.string(), score: v.string(), passed: v.boolean() })),
  again: v.array(SectionLinkSchema),
  comesBack: v.string(),
  /** What may be tried again. */
  retry: v.object({ wrong: v.boolean(), all: v.boolean() }),
});
export type ResultView = v.InferOutput<typeof ResultViewSchema>;

/** Nothing to ask: why, and what to do instead. */
const EmptyViewSchema = v.object({ view: v.literal('empty'), title: v.string(), text: v.string(), action: v.picklist(['takeQuiz', 'settings']) });
export type EmptyView = v.InferOutput<typeof EmptyViewSchema>;

const QuizContentSchema = v.variant('view', [QuestionViewSchema, FeedbackViewSchema, ResultViewSchema, EmptyViewSchema]);
export type QuizContent = v.InferOutput<typeof QuizContentSchema>;

export const ToQuizSchema = v.variant('type', [
  v.object({ type: v.literal('show'), title: v.string(), content: QuizContentSchema, labels: LabelsSchema, state: QuizStateSchema }),
  FailedSchema,
]);
export type ToQuiz = v.InferOutput<typeof ToQuizSchema>;

export const FromQuizSchema = v.variant('type', [
  ...commonFromPage,
  /** Positions are those that are shown. The index tells a click on a page that was painted before from one on this. */
  v.object({ type: v.literal('check'), index: v.number(), shown: AnswerSchema }),
  v.object({ type: v.literal('next'), index: v.number() }),
  v.object({ type: v.literal('sure'), index: v.number(), sure: v.picklist(['hard', 'good', 'easy']) }),
  v.object({ type: v.literal('again'), which: v.picklist(['wrong', 'all']) }),
  v.object({ type: v.literal('open'), entry: v.string(), section: v.string() }),
  v.object({ type: v.literal('act'), action: v.picklist(['continue', 'takeQuiz', 'settings']) }),
]);
export type FromQuiz = v.InferOutput<typeof FromQuizSchema>;
