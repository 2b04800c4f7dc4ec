import * as v from 'valibot';
import { commonFromPage, EntryLinkSchema, FailedSchema, LabelsSchema } from './shared';

const ComparisonContentSchema = v.object({
  title: v.string(),
  columns: v.array(v.object({ link: EntryLinkSchema, badge: v.object({ text: v.string(), className: v.string() }) })),
  rows: v.array(
    v.object({
      name: v.string(),
      /** One list of lines for each column. `own`: no other column has the line. */
      cells: v.array(v.array(v.object({ text: v.string(), own: v.boolean() }))),
      /** Whether the columns differ in this row. */
      differs: v.boolean(),
    }),
  ),
  /** How the compared entries stand to each other, in sentences. */
  relations: v.array(v.string()),
});
export type ComparisonContent = v.InferOutput<typeof ComparisonContentSchema>;

/** Webview state: what is compared. */
export const ComparisonStateSchema = v.object({ entries: v.array(v.string()) });
export type ComparisonState = v.InferOutput<typeof ComparisonStateSchema>;

export const ToComparisonSchema = v.variant('type', [
  v.object({ type: v.literal('show'), content: ComparisonContentSchema, labels: LabelsSchema, state: ComparisonStateSchema }),
  FailedSchema,
]);
export type ToComparison = v.InferOutput<typeof ToComparisonSchema>;

export const FromComparisonSchema = v.variant('type', [
  ...commonFromPage,
  v.object({ type: v.literal('open'), entry: v.string() }),
  v.object({ type: v.literal('remove'), entry: v.string() }),
  v.object({ type: v.literal('act'), action: v.picklist(['copy', 'record', 'change']) }),
]);
export type FromComparison = v.InferOutput<typeof FromComparisonSchema>;
