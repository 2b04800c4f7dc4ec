/** From a migration and answers to a plan: pure, and the same every time. */
import type { MigrationEntry } from '../../library/model';
import { addedSteps, isOptional, leftOutBy, mayCopyAtOnce, type AddedStep } from './additions';
import { migrationFacts, type MigrationAnswers, type MigrationFact } from './answers';
import { characterOf, type Trait } from './character';
import { factorsFor, type Factor } from './factors';
import type { MigrationGuide } from './guide';
import type { Phase, PhaseTime } from './phases';
import { objectionsTo, verdictOf, type Objection, type Verdict } from './verdict';

/** Whole weeks: the quick case and the slow case. */
export interface Weeks {
  readonly quick: number;
  readonly slow: number;
}

export interface PlannedPhase {
  readonly phase: Phase;
  readonly factors: readonly Factor[];
  /** The product of the factors, in hundredths. */
  readonly percent: number;
  /** After the factors, rounded up to whole weeks. The quick case of an optional phase is 0. */
  readonly duration: Weeks;
  /** Weeks since the start of the plan. */
  readonly start: Weeks;
  readonly end: Weeks;
  readonly added: readonly AddedStep[];
  /** The guide itself calls the phase a matter of need. */
  readonly optional: boolean;
  /** The data may be copied at once while writes stand still, instead of being followed. */
  readonly copyAtOnce: boolean;
  /** The answer that makes the phase unnecessary; it then takes no time. */
  readonly leftOutBy?: MigrationFact;
}

export interface MigrationPlan {
  readonly entry: MigrationEntry;
  readonly guide: MigrationGuide;
  readonly answers: MigrationAnswers;
  readonly verdict: Verdict;
  readonly objections: readonly Objection[];
  readonly phases: readonly PlannedPhase[];
  readonly total: Weeks;
  /** What each further service, consumer … adds, where the guide counts by them; the plan counts one. */
  readonly further: readonly { readonly each: string; readonly duration: Weeks }[];
}

/** Working days in a week, and weeks in a month, as the document states them. */
const DAYS_PER_WEEK = 5;
const WEEKS_PER_YEAR = 52;

/** Plans a migration from its entry, its text and the answers. Never throws; "not sure" changes nothing. */
export function planMigration(entry: MigrationEntry, guide: MigrationGuide, answers: MigrationAnswers): MigrationPlan {
  const facts = migrationFacts(answers);
  const objections = objectionsTo(entry, guide, answers);
  const phases: PlannedPhase[] = [];
  let cursor: Weeks = { quick: 0, slow: 0 };
  for (const [index, phase] of guide.phases.entries()) {
    const planned = planPhase(entry.id, phase, facts, index === 0);
    const beside = phases.find((earlier) => earlier.phase.number === phase.time.alongside);
    const start = beside?.start ?? cursor;
    const end = { quick: start.quick + planned.duration.quick, slow: start.slow + planned.duration.slow };
    phases.push({ ...planned, start, end });
    cursor = { quick: Math.max(cursor.quick, end.quick), slow: Math.max(cursor.slow, end.slow) };
  }
  return { entry, guide, answers, verdict: verdictOf(objections), objections, phases, total: cursor, further: furtherOf(phases) };
}

/** What is asked about: questions on which no phase of the migration depends are left out. */
export function questionsFor(entryId: string, guide: MigrationGuide): { readonly downtime: boolean; readonly data: boolean } {
  const traits = new Set<Trait>(guide.phases.flatMap((phase) => characterOf(entryId, phase)));
  return { downtime: traits.has('stops'), data: traits.has('copies') };
}

function planPhase(entryId: string, phase: Phase, facts: readonly MigrationFact[], first: boolean): Omit<PlannedPhase, 'start' | 'end'> {
  const traits = characterOf(entryId, phase);
  const factors = factorsFor(facts, traits);
  // In hundredths and rounded at the end, so that 120 % of 150 % is exactly 180 %.
  const percent = Math.round(factors.reduce((product, factor) => (product * factor.percent) / 100, 100) * 1000) / 1000;
  const optional = isOptional(entryId, traits, facts);
  const leftOut = leftOutBy(entryId, phase.title, facts);
  const quick = optional ? 0 : weeksOf(phase.time.min, phase.time.unit, percent);
  const slow = weeksOf(phase.time.max, phase.time.unit, percent);
  return {
    phase, factors, percent, optional,
    duration: leftOut === undefined ? { quick, slow } : { quick: 0, slow: 0 },
    added: addedSteps(facts, traits, first),
    copyAtOnce: mayCopyAtOnce(facts, traits),
    ...(leftOut !== undefined && { leftOutBy: leftOut }),
  };
}

function weeksOf(amount: number, unit: PhaseTime['unit'], percent: number): number {
  const weeks = { days: amount / DAYS_PER_WEEK, weeks: amount, months: (amount * WEEKS_PER_YEAR) / 12 }[unit];
  // Less than a thousandth of a week is an error of the arithmetic, not a day of work.
  return Math.max(1, Math.ceil((weeks * percent) / 100 - 0.001));
}

function furtherOf(phases: readonly PlannedPhase[]): MigrationPlan['further'] {
  const kinds = [...new Set(phases.flatMap(({ phase }) => phase.time.each ?? []))];
  return kinds.map((each) => {
    const own = phases.filter(({ phase }) => phase.time.each === each);
    return { each, duration: { quick: sum(own.map(({ duration }) => duration.quick)), slow: sum(own.map(({ duration }) => duration.slow)) } };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
