/**
 * The words of a calculator, as their authors write them: `content/calculators/<id>.yml`. What is calculated is code
 * (`src/core/calculators/`); `compile/checks/calculators.ts` holds each id here to it. `content/README.md` explains the
 * format to people.
 */
import * as v from 'valibot';
import { EntryIdSchema, isoDate, ReferenceSchema, sentence } from './schema';

/** Ids of fields, results and the rest are names of the code. */
const name = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/, 'must be an id in camelCase, as in the code'));
const label = sentence(60);
const symbol = v.optional(sentence(20));
const words = v.record(name, sentence(400));
const labels = v.record(name, label);

/** A table's columns take the same keys as a field, without columns of their own. */
const column = {
  label,
  /** As it stands in formulas; the label stands there without it. */
  symbol,
  help: v.optional(sentence(400)),
  /** Why the bounds are what they are, in a sentence that follows "must be …". */
  range: v.optional(sentence(240)),
  /** Of a choice: a label for each option. */
  options: v.optional(v.record(v.string(), label)),
  /** What stands behind a price or a count, such as "per GB". */
  per: v.optional(sentence(30)),
};
export const CalculatorFieldSchema = v.strictObject({ ...column, columns: v.optional(v.record(name, v.strictObject(column))) });

export const CalculatorResultSchema = v.strictObject({
  label,
  symbol,
  /** What is computed, with `{ids}`; a test evaluates it. Either this or `method`. */
  formula: v.optional(sentence(300)),
  /** How it is computed, where an expression cannot say it; may hold `{ids}`. */
  method: v.optional(sentence(500)),
  /** Ids of references. */
  sources: v.pipe(v.array(EntryIdSchema), v.minLength(1, 'names at least one reference')),
  help: v.optional(sentence(400)),
  per: v.optional(sentence(30)),
});

export const CalculatorPlotSchema = v.strictObject({
  title: sentence(100),
  x: v.optional(label),
  y: label,
  series: labels,
  marks: v.optional(labels),
  /** What the shape tells. */
  reading: sentence(300),
});

export const CalculatorPartSchema = v.strictObject({
  title: sentence(60),
  intro: sentence(500),
  fields: v.record(name, CalculatorFieldSchema),
  results: v.record(name, CalculatorResultSchema),
  terms: v.optional(v.record(name, v.strictObject({ label, symbol }))),
  notes: v.optional(words),
  refusals: v.optional(words),
  tables: v.optional(v.record(name, v.strictObject({ title: sentence(100), columns: labels }))),
  plots: v.optional(v.record(name, CalculatorPlotSchema)),
});

const texts = v.pipe(v.array(sentence(400)), v.minLength(2, 'needs at least two'));

/** `content/calculators/<id>.yml`. */
export const CalculatorSchema = v.strictObject({
  title: sentence(60),
  summary: sentence(160),
  updated: isoDate,
  /** What people would search for. */
  keywords: v.pipe(v.array(sentence(40)), v.minLength(1, 'needs at least one keyword')),
  /** Entries whose pages offer this calculator, with the query of a link and the reason. */
  entries: v.pipe(v.array(v.strictObject({ id: EntryIdSchema, link: v.optional(v.string(), ''), because: sentence(160) })), v.minLength(1, 'names at least one entry')),
  parts: v.record(name, CalculatorPartSchema),
  assumptions: texts,
  limits: texts,
  references: v.pipe(v.array(ReferenceSchema), v.minLength(3, 'needs at least 3 references')),
});

/** What is known of a calculator wherever it is offered; in `dist/library.json`. */
export const CalculatorOverviewSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  keywords: v.array(v.string()),
  entries: v.array(v.strictObject({ id: v.string(), link: v.string(), because: v.string() })),
});
export type CalculatorWords = v.InferOutput<typeof CalculatorSchema>;
export type PartWords = v.InferOutput<typeof CalculatorPartSchema>;
export type FieldWords = v.InferOutput<typeof CalculatorFieldSchema>;
export type ResultWords = v.InferOutput<typeof CalculatorResultSchema>;
export type PlotWords = v.InferOutput<typeof CalculatorPlotSchema>;
