/** The whole advice that a person is shown: what to start with, what next and when, what not now, and what is open. */
import type { CaseStudyEntry, Library, PatternEntry, ScaleRow } from '../library/model';
import { factsOf, parseAnswers, type AnswersInput } from './answers';
import { assess, type Reason } from './assess';
import { planFirstSteps, type Plan } from './plan';
import { patternsIn, weigh, type LeftOut, type Recommendation } from './recommend';
import { scaleRowOf, scaleTierOf } from './scale';
import { openQuestions, type OpenQuestion } from './uncertainty';
import type { Answers, ScaleTier } from './questions';

export interface Advice {
  /** The answers as they were understood; see `parseAnswers`. */
  readonly answers: Answers;
  /** The patterns that are in place already. */
  readonly inPlace: readonly PatternEntry[];
  /** What is in place and speaks against a pain or a must that was named: the first place to look. */
  readonly suspects: readonly { readonly entry: PatternEntry; readonly against: readonly Reason[] }[];
  /** Missing when neither users nor data were given; the row is missing when the library has none for the tier. */
  readonly scale?: { readonly tier: ScaleTier; readonly row?: ScaleRow };
  /** What to start with and what next. Empty when nothing was answered, or nothing fits. */
  readonly plan: Plan;
  /** The best, at most `limit`, whatever the team can carry. */
  readonly recommended: readonly Recommendation[];
  /** What is better left alone, at most `limit`: what is most often adopted all the same comes first. */
  readonly notNow: readonly LeftOut[];
  /** How many more patterns are better left alone. */
  readonly moreNotNow: number;
  /** Case studies that use what to start with and what next, those that use most first; at most three. */
  readonly caseStudies: readonly { readonly entry: CaseStudyEntry; readonly uses: readonly PatternEntry[] }[];
  /** What the advice does not know, and what would change it. */
  readonly open: readonly OpenQuestion[];
}

export interface AdviceOptions {
  /** The most patterns to rank, and to leave out; 8 unless told. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 8;
const MOST_CASE_STUDIES = 3;

/** Everything that the answers lead to. Deterministic; never throws. */
export function advise(library: Library, answers: AnswersInput, { limit = DEFAULT_LIMIT }: AdviceOptions = {}): Advice {
  const known = parseAnswers(answers);
  const tier = scaleTierOf(known);
  const row = tier && scaleRowOf(library, tier);
  const { recommended, leftOut, faint } = weigh(library, known);
  const plan = planFirstSteps(library, known, recommended);
  return {
    answers: known,
    inPlace: patternsIn(library, known.inPlace),
    ...(tier && { scale: { tier, ...(row && { row }) } }),
    plan: { ...plan, more: plan.more + faint },
    suspects: suspectsOf(library, known),
    recommended: recommended.slice(0, limit),
    notNow: leftOut.slice(0, limit),
    moreNotNow: Math.max(0, leftOut.length - limit),
    caseStudies: caseStudiesOf(library, plan),
    open: openQuestions(library, known),
  };
}

/** A doubt (−1) is no suspicion: every pattern has some. */
const SUSPICIOUS = -2;

function suspectsOf(library: Library, answers: Answers): Advice['suspects'] {
  const facts = factsOf(answers).filter((fact) => fact.startsWith('hurts.') || fact.startsWith('musts.'));
  return patternsIn(library, answers.inPlace)
    .map((entry) => ({ entry, against: assess(entry, answers, facts).against.filter(({ weight }) => weight <= SUSPICIOUS) }))
    .filter(({ against }) => against.length > 0);
}

/** What to start with counts double. */
function caseStudiesOf(library: Library, { startWith, next }: Plan): Advice['caseStudies'] {
  const patterns = [...startWith.map(({ entry }) => entry), ...next.map(({ recommendation }) => recommendation.entry)];
  const points = (uses: readonly PatternEntry[]): number =>
    uses.reduce((sum, entry) => sum + (startWith.some((step) => step.entry.id === entry.id) ? 2 : 1), 0);
  return library.all('case-study')
    .map((entry) => ({ entry, uses: patterns.filter(({ id }) => entry.patterns.includes(id)) }))
    .filter(({ uses }) => uses.length > 0)
    .sort((a, b) => points(b.uses) - points(a.uses))
    .slice(0, MOST_CASE_STUDIES);
}
