/**
 * The front matter of every kind of entry, as schemas: the one definition of the content format.
 * The build validates `content/` with them; unknown keys fail (`strictObject`).
 * `content/README.md` explains the same format to people who write entries.
 */
import * as v from 'valibot';
import { PROFILE_FACTS } from '../advice/assessment/profile';
import { FACTS } from '../advice/questions';
import {
  ASSESSMENT_TOPICS, CATEGORIES, COMPLEXITIES, DIFFICULTIES, DOMAINS, REFERENCE_KINDS, TIERS, TOPICS,
} from './vocabulary';

export const sentence = (max: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(max, `must be at most ${max} characters`));

/** Kebab-case, as in file names. */
export const EntryIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id in kebab-case, such as "circuit-breaker"'),
);
const ids = v.array(EntryIdSchema);
const list = (min: number, max: number) =>
  v.pipe(
    v.array(sentence(240)),
    v.minLength(min, `needs at least ${min} items`),
    v.maxLength(max, `takes at most ${max} items`),
  );
/** An ISO date, quoted in YAML or not. */
export const isoDate = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-21'));

export const ReferenceSchema = v.strictObject({
  /** Cited in the text as `[^id]`. */
  id: EntryIdSchema,
  author: sentence(200),
  title: sentence(240),
  publisher: v.optional(sentence(120)),
  /** Year of publication; for living documentation the year in which it was read. */
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  url: v.pipe(v.string(), v.url('must be a complete URL'), v.startsWith('http', 'must be a web address')),
  kind: v.picklist(REFERENCE_KINDS),
});

const common = {
  title: sentence(80),
  summary: sentence(160),
  aliases: v.array(sentence(80)),
  tags: v.pipe(v.array(EntryIdSchema), v.minLength(1, 'needs at least one tag')),
  updated: isoDate,
};
const references = (min: number) =>
  v.pipe(v.array(ReferenceSchema), v.minLength(min, `needs at least ${min} references`));

const RelationSchema = v.strictObject({ id: EntryIdSchema, because: sentence(160) });

/** A fact of the questionnaire that speaks for (1 to 3) or against (-1 to -3) the pattern. */
export const SignalSchema = v.strictObject({
  when: v.picklist(FACTS, 'must be "question.answer" as in src/core/advice/questions.ts'),
  weight: v.pipe(
    v.picklist([-3, -2, -1, 1, 2, 3], 'must be a whole number from -3 to 3, and not 0'),
  ),
  because: sentence(200),
});

/** Names by which a hover may recognise the entry; written in lower case with spaces, singular. */
export const MentionsSchema = v.strictObject({
  /** Unmistakable: recognised everywhere, as words and as identifiers in any case style. */
  code: v.array(sentence(60)),
  /** Everyday words: recognised only in prose (Markdown, plain text, comments). */
  prose: v.array(sentence(60)),
});

export const PatternSchema = v.strictObject({
  ...common,
  references: references(2),
  category: v.picklist(CATEGORIES),
  tier: v.picklist(TIERS),
  tierReason: sentence(240),
  difficulty: v.picklist(DIFFICULTIES),
  effort: v.pipe(v.string(), v.regex(/^\d+–\d+ (hours|days|weeks|months)$/, 'must be a range such as "2–5 days"')),
  problem: sentence(240),
  /** What a team can measure when it is time for the pattern: completes "Next, when …". A clause in lower case without a full stop. */
  adoptWhen: sentence(180),
  useWhen: list(3, 5),
  avoidWhen: list(3, 5),
  gains: list(2, 5),
  costs: list(2, 5),
  laws: ids,
  pillars: ids,
  related: v.strictObject({
    requires: v.array(RelationSchema),
    complements: v.array(RelationSchema),
    alternatives: v.array(RelationSchema),
    conflicts: v.array(RelationSchema),
  }),
  signals: v.pipe(v.array(SignalSchema), v.minLength(3, 'needs at least three signals')),
  mentions: MentionsSchema,
  /** Why there is no `ts run` sample, where code would be artificial. */
  noSampleReason: v.optional(sentence(240)),
});

/** A span of time, from the quickest to the slowest that is usual. */
const range = v.pipe(v.string(), v.regex(/^\d+–\d+ (minutes|hours|days|weeks|months)$/, 'must be a range such as "2–5 days"'));

const ordered = {
  ...common,
  references: references(3),
  /** Position in the list of its kind, from 1. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  patterns: ids,
  mentions: MentionsSchema,
};
export const LawSchema = v.strictObject({ ...ordered, pillars: ids });
export const PillarSchema = v.strictObject({ ...ordered, laws: ids });
/** A theorem or model that the laws rest on: CAP, PACELC, FLP … */
export const PrincipleSchema = v.strictObject({ ...ordered, laws: ids, pillars: ids });

export const AntiPatternSchema = v.strictObject({
  ...common,
  references: references(2),
  /** The way out: what to do instead. */
  patterns: v.pipe(ids, v.minLength(1, 'names at least one pattern')),
  laws: ids,
  mentions: MentionsSchema,
});

export const CaseStudySchema = v.strictObject({
  ...common,
  references: references(3),
  domain: v.picklist(DOMAINS),
  company: v.optional(sentence(60)),
  /** Facts about size, each with the id of the reference that states it; an example's arithmetic has none. */
  scale: v.array(
    v.strictObject({ fact: sentence(200), reference: v.optional(EntryIdSchema), example: v.optional(v.literal(true)) }),
  ),
  patterns: v.pipe(ids, v.minLength(1, 'names at least one pattern')),
  laws: ids,
});

/** A company whose systems the case studies describe; the list of them is generated behind the written introduction. */
export const CompanySchema = v.strictObject({ ...common, references: references(2) });

export const PlaybookSchema = v.strictObject({
  ...common,
  references: references(2),
  /** What the person on call sees and would type, in their words. */
  symptoms: v.pipe(v.array(sentence(80)), v.minLength(3, 'needs at least three symptoms'), v.maxLength(8, 'takes at most eight symptoms')),
  /** The first relief, before the cause is known. */
  quickFix: v.strictObject({ action: sentence(160), time: range, risk: sentence(160) }),
  patterns: v.pipe(ids, v.minLength(1, 'names at least one pattern')),
  laws: ids,
});

export const MigrationSchema = v.strictObject({
  ...common,
  references: references(2),
  from: sentence(80),
  to: sentence(80),
  complexity: v.picklist(COMPLEXITIES),
  /** For a system and team of usual size; the phases say what each part assumes. */
  duration: range,
  whenNot: list(3, 5),
  patterns: v.pipe(ids, v.minLength(1, 'names at least one pattern')),
  laws: ids,
});

/** An overview that is generated from the library behind a written introduction: the cheat sheet, the glossary … */
export const ReferencePageSchema = v.strictObject({ ...common, order: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** One term of `content/glossary.yml`. */
export const GlossaryTermSchema = v.strictObject({
  term: sentence(60),
  aliases: v.array(sentence(60)),
  /** One or two sentences. */
  definition: sentence(320),
  /** Where to read more. */
  entry: v.optional(EntryIdSchema),
});

export const GuideSchema = v.strictObject({
  ...common,
  references: references(2),
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  topic: v.picklist(TOPICS),
  patterns: ids,
  laws: ids,
});

/** One row of `content/scale.yml`: where a system of this size starts. */
export const ScaleRowSchema = v.strictObject({
  tier: v.picklist(['small', 'growing', 'large', 'global']),
  users: sentence(40),
  data: sentence(40),
  /** Ids of the patterns to start with, in order. */
  patterns: v.pipe(ids, v.minLength(1, 'names at least one pattern')),
  caseStudy: v.optional(EntryIdSchema),
  /** What to do when the system outgrows this row. */
  nextStep: sentence(240),
});

/** One question of `content/assessment.yml`. */
export const AssessmentQuestionSchema = v.strictObject({
  /** Results refer to it. */
  id: EntryIdSchema,
  topic: v.picklist(ASSESSMENT_TOPICS),
  level: v.picklist(DIFFICULTIES),
  /** The situation, shown as the title above the question; each of the two fits on one line. */
  scenario: sentence(80),
  question: sentence(80),
  options: v.pipe(v.array(sentence(80)), v.minLength(3, 'needs at least three options'), v.maxLength(4, 'takes at most four options')),
  /** Position of the right option, from 1. */
  right: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  /** Why it is right, in one sentence. */
  why: sentence(200),
  /** The entry that teaches it. */
  entry: EntryIdSchema,
});

/** `content/assessment.yml`. */
export const AssessmentSchema = v.strictObject({
  /** What to read first for an answer about oneself, best first. */
  starters: v.array(
    v.strictObject({
      when: v.picklist(PROFILE_FACTS, 'must be "question.answer" as in src/core/advice/assessment/profile.ts'),
      entries: v.pipe(ids, v.minLength(1, 'names at least one entry')),
    }),
  ),
  questions: v.array(AssessmentQuestionSchema),
});
