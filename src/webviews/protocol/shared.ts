import * as v from 'valibot';
import type { EntryBody } from '../../core';
// Not from the index: every page would carry the tables of hovers and advice with it.
import { EntryBodySchema } from '../../core/library/model';

/** A link to another entry, with the words that the page shows. */
export const EntryLinkSchema = v.object({ id: v.string(), title: v.string(), summary: v.string() });
export type EntryLink = v.InferOutput<typeof EntryLinkSchema>;

/** A link to a calculator with the inputs that it begins with, and why one would calculate here. */
export const CalculatorLinkSchema = v.object({ id: v.string(), title: v.string(), query: v.string(), because: v.string() });
export type CalculatorLink = v.InferOutput<typeof CalculatorLinkSchema>;

/** Words that a page shows around the content, translated by the host. */
export const LabelsSchema = v.record(v.string(), v.string());

/**
 * The text of an entry, which the page renders: the renderer is larger than the extension that would carry it.
 * Of the body only the shape counts: an entry of a team may break rules for single values, and is shown all the same.
 */
export const ReadableSchema = v.object({
  body: v.custom<EntryBody>((body) => v.safeParse(EntryBodySchema, body).typed, 'expected the body of an entry'),
  /** The core's `RenderLabels`, translated. */
  labels: LabelsSchema,
  /** Ids of entries that the text links to and that the library does not have. */
  unknown: v.array(v.string()),
});
export type Readable = v.InferOutput<typeof ReadableSchema>;

/** What every page may say: it can be painted, it failed, the person wants the log. `connectPanel` takes these in. */
export const commonFromPage = [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('showLog') }),
  v.object({ type: v.literal('failed'), message: v.string() }),
] as const;

/** What every page may be told instead of its content. */
export const FailedSchema = v.object({ type: v.literal('failed'), title: v.string(), message: v.string(), action: v.string() });
export type Failed = v.InferOutput<typeof FailedSchema>;
