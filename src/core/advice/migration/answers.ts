/** The vocabulary of "Plan a Migration". Labels live with the feature; each list goes from the least to the most demanding answer. */
export const MIGRATION_QUESTIONS = {
  /** How large is the system? One answer. */
  size: ['small', 'medium', 'large'],
  /** Who carries it out, and how free are they? One answer. */
  team: ['one-free', 'one-busy', 'few-free', 'few-busy', 'many'],
  /** How long may the system refuse writes? One answer. */
  downtime: ['hours', 'minutes', 'none'],
  /** How much data must move? One answer. */
  data: ['under-100gb', 'to-1tb', 'to-10tb', 'over-10tb'],
  /** What do rules or contracts demand? Any number of answers. */
  compliance: ['audit-trail', 'residency', 'change-control'],
} as const;

export type MigrationQuestion = keyof typeof MIGRATION_QUESTIONS;
export type MigrationAnswer<Question extends MigrationQuestion = MigrationQuestion> = (typeof MIGRATION_QUESTIONS)[Question][number];

/** An answer as a fact: "downtime.none". */
export type MigrationFact = { [Question in MigrationQuestion]: `${Question}.${MigrationAnswer<Question>}` }[MigrationQuestion];

/** What a person answered. A missing key means "not sure", which changes nothing. */
export interface MigrationAnswers {
  readonly size?: MigrationAnswer<'size'>;
  readonly team?: MigrationAnswer<'team'>;
  readonly downtime?: MigrationAnswer<'downtime'>;
  readonly data?: MigrationAnswer<'data'>;
  readonly compliance?: readonly MigrationAnswer<'compliance'>[];
  /** Those of the entry's `whenNot` that are true here, as written there. */
  readonly whenNot?: readonly string[];
}

export const MIGRATION_FACTS: readonly MigrationFact[] = Object.entries(MIGRATION_QUESTIONS).flatMap(([question, answers]) =>
  answers.map((answer) => `${question}.${answer}` as MigrationFact),
);

/** The facts that the answers state, in the order of the questions, whatever the order in which they were given. */
export function migrationFacts(answers: MigrationAnswers): readonly MigrationFact[] {
  const { size, team, downtime, data, compliance = [] } = answers;
  const stated = new Set<string>([`size.${size}`, `team.${team}`, `downtime.${downtime}`, `data.${data}`, ...compliance.map((answer) => `compliance.${answer}`)]);
  return MIGRATION_FACTS.filter((fact) => stated.has(fact));
}
