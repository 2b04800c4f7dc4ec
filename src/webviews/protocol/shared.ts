import * as v from 'valibot';

/** A link to another entry, with the words that the page shows. */
export const EntryLinkSchema = v.object({ id: v.string(), title: v.string(), summary: v.string() });
export type EntryLink = v.InferOutput<typeof EntryLinkSchema>;

/** Words that a page shows around the content, translated by the host. */
export const LabelsSchema = v.record(v.string(), v.string());

/** What every page may say: it can be painted, it failed, the person wants the log. `connectPanel` takes these in. */
export const commonFromPage = [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('showLog') }),
  v.object({ type: v.literal('failed'), message: v.string() }),
] as const;

/** What every page may be told instead of its content. */
export const FailedSchema = v.object({ type: v.literal('failed'), title: v.string(), message: v.string(), action: v.string() });
export type Failed = v.InferOutput<typeof FailedSchema>;
