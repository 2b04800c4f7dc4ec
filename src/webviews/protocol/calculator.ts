import * as v from 'valibot';
import { CalculatorSchema, type CalculatorWords } from '../../core/library/calculatorSchema';
import { commonFromPage, EntryLinkSchema, FailedSchema, LabelsSchema } from './shared';

/** A composition's blocks are checked where they are read (`isTypedTree`). */
const TypedSchema = v.union([v.string(), v.array(v.array(v.string())), v.record(v.string(), v.unknown())]);
/** What was typed, by field. */
export const TypedValuesSchema = v.record(v.string(), TypedSchema);

/** The page checks the shape of the words only: the build has checked the rest. */
const WordsSchema = v.custom<CalculatorWords>((words) => v.safeParse(CalculatorSchema, words).typed, 'expected the words of a calculator');

export const ToCalculatorSchema = v.variant('type', [
  v.object({
    type: v.literal('show'),
    /** One of `CALCULATOR_IDS`. */
    calculator: v.string(),
    words: WordsSchema,
    /** From a link, such as `n=3&r=2`; null when the page was opened without one. */
    query: v.nullable(v.string()),
    /** What was typed in this workspace before; null when nothing was. */
    kept: v.nullable(TypedValuesSchema),
    /** The related entries, in the order of the words. */
    entries: v.array(v.object({ entry: EntryLinkSchema, because: v.string() })),
    /** Address of this calculator, to which `?query` is added. */
    address: v.string(),
    labels: LabelsSchema,
  }),
  /** A file for a table field was read, as `loadRows` had asked. */
  v.object({ type: v.literal('rows'), field: v.string(), name: v.string(), text: v.string() }),
  /** What `act` did, for the status line. */
  v.object({ type: v.literal('done'), text: v.string() }),
  FailedSchema,
]);
export type ToCalculator = v.InferOutput<typeof ToCalculatorSchema>;

export const FromCalculatorSchema = v.variant('type', [
  ...commonFromPage,
  /** What stands in the fields now; null when all are as at first. To be kept for this workspace. */
  v.object({ type: v.literal('keep'), calculator: v.string(), typed: v.nullable(TypedValuesSchema) }),
  /** `title` names the part. */
  v.object({ type: v.literal('act'), action: v.picklist(['copy', 'insert', 'attach']), title: v.string(), markdown: v.string() }),
  v.object({ type: v.literal('copyLink'), link: v.string() }),
  v.object({ type: v.literal('loadRows'), field: v.string() }),
  v.object({ type: v.literal('saveRows'), field: v.string(), text: v.string() }),
  /** The name of a file that the extension brings along. */
  v.object({ type: v.literal('openExample'), file: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*\.csv$/)) }),
  v.object({ type: v.literal('openEntry'), entry: v.string() }),
]);
export type FromCalculator = v.InferOutput<typeof FromCalculatorSchema>;

/** Webview state of the page. What was typed is kept by the host. */
export const CalculatorStateSchema = v.object({ calculator: v.string(), title: v.string(), scroll: v.number() });
export type CalculatorState = v.InferOutput<typeof CalculatorStateSchema>;
