/** What a recommendation, a comparison, a plan or a page hands over to be written down as a decision. */
import * as v from 'valibot';

const text = v.string();
const texts = v.pipe(v.array(text), v.readonly());

const OptionSchema = v.pipe(
  v.strictObject({
    title: text,
    /** Id of the library's entry on this option. */
    entry: v.exactOptional(text),
    /** What speaks for it and against it: clauses or nouns in lower case, without a full stop. */
    gains: texts,
    costs: texts,
    /** Paragraphs of Markdown that explain the option. */
    notes: v.exactOptional(texts),
  }),
  v.readonly(),
);

/** Plain data, so that it survives the way through a command; unknown keys fail. */
export const DecisionDraftSchema = v.pipe(
  v.strictObject({
    /** May be empty: the person is asked for it. */
    title: text,
    /** Paragraphs of Markdown. */
    context: texts,
    /** What the decision must do justice to, one line each. */
    drivers: texts,
    options: v.pipe(v.array(OptionSchema), v.readonly()),
    /** Index into `options`. */
    chosen: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    /** Completes "because …" for the chosen option. */
    because: v.exactOptional(text),
    /** Like the gains and costs of an option. */
    consequences: v.pipe(v.strictObject({ good: texts, bad: texts }), v.readonly()),
    /** How it will be checked that the decision is carried out. */
    confirmation: v.exactOptional(text),
    links: v.pipe(v.array(v.pipe(v.strictObject({ title: text, url: text }), v.readonly())), v.readonly()),
  }),
  v.check(({ chosen, options }) => chosen === undefined || chosen < options.length, '"chosen" must be the index of an option'),
  v.readonly(),
);
export type DecisionDraft = v.InferOutput<typeof DecisionDraftSchema>;
export type DecisionOption = DecisionDraft['options'][number];

export const emptyDraft: DecisionDraft = {
  title: '', context: [], drivers: [], options: [], consequences: { good: [], bad: [] }, links: [],
};
