/**
 * The vocabulary of advice: the questions that "Recommend Pattern" asks and the answers to each.
 * Entries speak for or against a pattern in these terms (`signals` in their front matter), so an id
 * here is part of the content format: add freely, rename only together with every entry.
 * Labels live with the feature that shows them, because labels are translated and ids are not.
 */
export const QUESTIONS = {
  /** What brings you here? One answer. */
  goal: ['production-problem', 'new-system', 'modernise', 'learn'],
  /** How many people use the system? One answer. */
  users: ['under-10k', '10k-to-1m', '1m-to-10m', 'over-10m'],
  /** How much data does it keep? One answer. */
  data: ['under-1gb', 'under-100gb', 'under-10tb', 'over-10tb'],
  /** What hurts? Any number of answers. */
  hurts: [
    'cascading-failures',
    'slow-dependencies',
    'overload',
    'abusive-callers',
    'database-reads',
    'database-writes',
    'distant-users',
    'region-outage',
    'blast-radius',
    'inconsistent-data',
    'lost-or-repeated-work',
    'complex-queries',
    'stale-analytics',
    'single-owner',
    'tight-coupling',
    'finding-services',
    'client-complexity',
    'slow-delivery',
    'risky-releases',
    'legacy-system',
    'unknown-causes',
    'unauthorised-access',
    'uneven-load',
    'model-operations',
    'cost',
  ],
  /** What must hold? Any number of answers. */
  musts: ['consistency', 'latency', 'availability', 'auditability', 'low-cost'],
  /** Who builds and runs it? One answer. */
  team: ['one-team', 'few-teams', 'many-teams'],
  /** How far along is the system? One answer. */
  stage: ['prototype', 'growing', 'established'],
} as const;

export type QuestionId = keyof typeof QUESTIONS;
export type AnswerId<Question extends QuestionId = QuestionId> = (typeof QUESTIONS)[Question][number];

/**
 * The four tiers of scale, derived from `users` and `data`: the larger of the two decides.
 * They are never asked for, only derived, and signals may refer to them as `scale.<tier>`.
 */
export const SCALE_TIERS = ['small', 'growing', 'large', 'global'] as const;
export type ScaleTier = (typeof SCALE_TIERS)[number];

/** What a person answered. A missing key or an empty list means "not sure". */
export type Answers = { readonly [Question in QuestionId]?: readonly AnswerId<Question>[] } & {
  /** Ids of the patterns that are in place already; what is not said to be is taken to be missing. */
  readonly inPlace?: readonly string[];
};

/** The questions that take any number of answers. To the others, two answers at once mean nothing. */
export const MULTIPLE_ANSWER_QUESTIONS: readonly QuestionId[] = ['hurts', 'musts'];

/** A fact that a signal can refer to: `question.answer`, or `scale.tier`. */
export type Fact =
  | { [Question in QuestionId]: `${Question}.${AnswerId<Question>}` }[QuestionId]
  | `scale.${ScaleTier}`;

/** Every fact, in the order of the questions; the tiers of scale come last. */
export const FACTS: readonly Fact[] = [
  ...Object.entries(QUESTIONS).flatMap(([question, answers]) =>
    answers.map((answer) => `${question}.${answer}` as Fact),
  ),
  ...SCALE_TIERS.map((tier): Fact => `scale.${tier}`),
];
