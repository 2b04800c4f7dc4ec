/**
 * The typed library, as every other part of the product sees it.
 * The types come from the schemas, so the content format is defined once; everything is read-only.
 */
import * as v from 'valibot';
import {
  AntiPatternSchema, AssessmentSchema, CaseStudySchema, CompanySchema, GlossaryTermSchema, GuideSchema, LawSchema, MigrationSchema,
  PatternSchema, PillarSchema, PlaybookSchema, PrincipleSchema, ReferencePageSchema, ReferenceSchema, ScaleRowSchema,
} from './schema';
import { CalculatorOverviewSchema } from './calculatorSchema';
import type { CompiledBriefSchema, CompiledLabSchema, CompiledQuestionSchema, CompiledQuizSchema, PathBriefsSchema } from './learningModel';
import { CompiledPathSchema, LabOverviewSchema, QuizOverviewSchema } from './learningModel';
import type { Kind } from './vocabulary';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** What the compiler adds to the front matter of each entry. The references themselves travel with the body. */
const compiled = {
  /** Kebab-case, unique in the library; also the file name. */
  id: v.string(),
  /** The source, relative to `content/`, with `/` as separator. */
  path: v.string(),
  /** The `##` headings in order; `id` is the anchor in the rendered page. */
  sections: v.array(v.strictObject({ id: v.string(), title: v.string() })),
  /** Reading time, at 200 words a minute; at least 1. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  referenceCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Telling words of the body, for the search: lower case, separated by spaces; empty for a generated page. */
  terms: v.string(),
  /** The name of the workspace folder that an entry of a team comes from; the library's own entries have none. */
  workspace: v.optional(v.string()),
};

/** Schemas of the entries in a compiled library: front matter without references, plus what the compiler adds. */
export const CompiledEntrySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('law'), ...v.omit(LawSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('pillar'), ...v.omit(PillarSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('principle'), ...v.omit(PrincipleSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('pattern'), ...v.omit(PatternSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('anti-pattern'), ...v.omit(AntiPatternSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('case-study'), ...v.omit(CaseStudySchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('company'), ...v.omit(CompanySchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('playbook'), ...v.omit(PlaybookSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('migration'), ...v.omit(MigrationSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('guide'), ...v.omit(GuideSchema, ['references']).entries, ...compiled }),
  v.strictObject({ kind: v.literal('reference'), ...ReferencePageSchema.entries, ...compiled }),
]);

/** The format of `dist/library.json`. A change that older code cannot read raises the version. */
export const CompiledLibrarySchema = v.strictObject({
  version: v.literal(1),
  entries: v.array(CompiledEntrySchema),
  paths: v.array(CompiledPathSchema),
  labs: v.array(LabOverviewSchema),
  quizzes: v.array(QuizOverviewSchema),
  /** Absent in a library that was compiled before there were any. */
  calculators: v.optional(v.array(CalculatorOverviewSchema)),
  scale: v.array(ScaleRowSchema),
  glossary: v.array(GlossaryTermSchema),
});

/** The format of `dist/entries/<id>.json`: what only the page of one entry needs. */
export const EntryBodySchema = v.strictObject({
  version: v.literal(1),
  id: v.string(),
  /** The Markdown as its author wrote it, without front matter; links to entries are relative file links. */
  markdown: v.string(),
  /** Sanitised SVG for each Mermaid fence, in order. Empty when nobody rendered them (entries of a team). */
  diagrams: v.array(v.string()),
  references: v.array(ReferenceSchema),
  /** Whether the `ts run` samples were type-checked and executed by whoever made this body. */
  executed: v.boolean(),
});

/** The format of `dist/assessment.json`: what only the assessment needs, so that the library does not grow by it. */
export const CompiledAssessmentSchema = v.strictObject({ version: v.literal(1), ...AssessmentSchema.entries });

/** One thing to read: narrow it by `kind`. */
export type Entry = DeepReadonly<v.InferOutput<typeof CompiledEntrySchema>>;
/** The entry type of one kind: `EntryOf<'pattern'>`. */
export type EntryOf<K extends Kind> = Extract<Entry, { readonly kind: K }>;
export type LawEntry = EntryOf<'law'>;
export type PillarEntry = EntryOf<'pillar'>;
export type PatternEntry = EntryOf<'pattern'>;
export type CaseStudyEntry = EntryOf<'case-study'>;
export type GuideEntry = EntryOf<'guide'>;
export type PlaybookEntry = EntryOf<'playbook'>;
export type MigrationEntry = EntryOf<'migration'>;

export type Section = Entry['sections'][number];
export type Signal = PatternEntry['signals'][number];
export type Reference = DeepReadonly<v.InferOutput<typeof ReferenceSchema>>;
export type LearningPath = DeepReadonly<v.InferOutput<typeof CompiledPathSchema>>;
export type PathWeek = LearningPath['weeks'][number];
export type PathItem = PathWeek['items'][number];
export type Pace = LearningPath['paces'][number];
export type Brief = DeepReadonly<v.InferOutput<typeof CompiledBriefSchema>>;
export type PathBriefs = DeepReadonly<v.InferOutput<typeof PathBriefsSchema>>;
/** A quiz as it is listed, without its questions. */
export type QuizOverview = DeepReadonly<v.InferOutput<typeof QuizOverviewSchema>>;
export type Quiz = DeepReadonly<v.InferOutput<typeof CompiledQuizSchema>>;
export type QuizQuestion = DeepReadonly<v.InferOutput<typeof CompiledQuestionSchema>>;
/** A lab as it is listed, without its brief and files. */
export type LabOverview = DeepReadonly<v.InferOutput<typeof LabOverviewSchema>>;
/** A calculator as it is listed and offered; its words are in `dist/calculators/<id>.json`. */
export type CalculatorOverview = DeepReadonly<v.InferOutput<typeof CalculatorOverviewSchema>>;
export type Lab = DeepReadonly<v.InferOutput<typeof CompiledLabSchema>>;
export type ScaleRow = DeepReadonly<v.InferOutput<typeof ScaleRowSchema>>;
export type GlossaryTerm = DeepReadonly<v.InferOutput<typeof GlossaryTermSchema>>;
export type CompiledLibrary = DeepReadonly<v.InferOutput<typeof CompiledLibrarySchema>>;
export type EntryBody = DeepReadonly<v.InferOutput<typeof EntryBodySchema>>;
/** The questions of the assessment, and what to read for an answer about oneself. */
export type AssessmentContent = DeepReadonly<v.InferOutput<typeof CompiledAssessmentSchema>>;
export type AssessmentQuestion = AssessmentContent['questions'][number];

/**
 * How an entry relates to another, read as "this entry … that entry", in the order in which pages show them.
 * `complements`, `alternatives`, `conflicts` and `bears-on` (law and pillar) read the same from both sides.
 */
export const RELATION_NAMES = [
  'requires', // pattern → pattern
  'required-by',
  'complements', // pattern – pattern
  'alternatives',
  'conflicts',
  'answers', // pattern → law
  'answered-by', // law or principle → pattern
  'serves', // pattern → pillar
  'served-by',
  'bears-on', // law – pillar – principle
  'cured-by', // anti-pattern → pattern
  'cures',
  'violates', // anti-pattern → law
  'violated-by',
  'relies-on', // playbook or migration → pattern
  'relied-on-by',
  'uses', // case study → pattern
  'used-by',
  'illustrates', // case study → law
  'illustrated-by',
  'explains', // guide → pattern or law
  'explained-by',
  'studied-in', // company → case study
  'studies',
] as const;
export type RelationName = (typeof RELATION_NAMES)[number];

export interface RelatedEntry {
  /** The other entry. */
  readonly entry: Entry;
  readonly relation: RelationName;
  /** Why, where an author wrote it: a clause without a full stop. */
  readonly because?: string;
  /** `outgoing`: this entry's own front matter says so; `incoming`: derived from the other's. */
  readonly direction: 'outgoing' | 'incoming';
}

/** Everything the product knows, indexed. Pure data: the same input gives the same answers in the same order. */
export interface Library {
  /** The entry with exactly this id. */
  get(id: string): Entry | undefined;
  /** The entry with this title, id or alias; case, hyphens, underscores and spaces make no difference. */
  find(nameOrAlias: string): Entry | undefined;
  /** All entries, or all of one kind: kinds in their order, then those that have an `order` by it, others by title. */
  all<K extends Kind>(kind: K): readonly EntryOf<K>[];
  all(kind?: Kind): readonly Entry[];
  /** Learning paths by `order`. */
  readonly paths: readonly LearningPath[];
  /** Labs by title. */
  readonly labs: readonly LabOverview[];
  /** By the id of the entry that the quiz is about. */
  readonly quizzes: ReadonlyMap<string, QuizOverview>;
  /** In the order of `CALCULATOR_IDS`. */
  readonly calculators: readonly CalculatorOverview[];
  /** The tiers of scale, smallest first. */
  readonly scale: readonly ScaleRow[];
  /** Terms by alphabet, whatever the case. */
  readonly glossary: readonly GlossaryTerm[];
  /** Relations of the entry by `RELATION_NAMES`, without duplicates; empty for an unknown id. */
  related(id: string): readonly RelatedEntry[];
}
