/**
 * Whether to plan at all. The entry's own reasons against it weigh most: one that is true is a "don't". The general rules
 * below follow from the answers; each fires alone, names what it rests on, and is put into words by the feature.
 */
import type { MigrationEntry } from '../../library/model';
import { migrationFacts, type MigrationAnswers, type MigrationFact } from './answers';
import { characterOf } from './character';
import type { MigrationGuide } from './guide';

export type Verdict = 'plan' | 'caution' | 'dont';

export type Objection =
  | { readonly kind: 'when-not'; readonly severity: 'dont'; readonly text: string }
  | { readonly kind: RuleId; readonly severity: 'caution' | 'dont'; readonly facts: readonly MigrationFact[]; readonly phase?: { readonly number: number; readonly title: string } };

export type RuleId = 'nothing-to-separate' | 'fits-one-machine' | 'small-data' | 'busy-with-much' | 'no-return-without-downtime' | 'data-leave-region' | 'late-approval';

/** Migrations whose gain is that parts are owned, released or run apart. */
const SEPARATING = ['monolith-to-microservices', 'shared-database-to-database-per-service', 'gossip-to-service-mesh'];

/** What speaks against the migration: the "don'ts" first, then in the order of the rules. */
export function objectionsTo(entry: MigrationEntry, guide: MigrationGuide, answers: MigrationAnswers): readonly Objection[] {
  const facts = migrationFacts(answers);
  const has = (...wanted: readonly MigrationFact[]): readonly MigrationFact[] => wanted.filter((fact) => facts.includes(fact));
  const objections: Objection[] = entry.whenNot
    .filter((text) => answers.whenNot?.includes(text))
    .map((text) => ({ kind: 'when-not', severity: 'dont', text }));
  const object = (kind: RuleId, severity: 'caution' | 'dont', why: readonly MigrationFact[], phase?: { readonly number: number; readonly title: string }): void => {
    objections.push({ kind, severity, facts: why, ...(phase && { phase: { number: phase.number, title: phase.title } }) });
  };

  const small = has('size.small');
  const little = has('data.under-100gb');
  const one = has('team.one-free', 'team.one-busy');
  if (SEPARATING.includes(entry.id) && small.length > 0 && one.length > 0) object('nothing-to-separate', 'dont', [...small, ...one]);
  if (entry.id === 'single-database-to-distributed' && little.length > 0) {
    if (small.length > 0) object('fits-one-machine', 'dont', [...small, ...little]);
    else object('small-data', 'caution', little);
  }
  const busy = has('team.one-busy');
  const much = has('size.large', 'data.over-10tb');
  if (busy.length > 0 && (entry.complexity === 'high' || much.length > 0)) object('busy-with-much', 'caution', [...busy, ...much]);
  const nonStop = has('downtime.none');
  const final = guide.phases.find((phase) => characterOf(entry.id, phase).includes('stops') && /point of no return/i.test(phase.wayBack));
  if (nonStop.length > 0 && final !== undefined) object('no-return-without-downtime', 'caution', nonStop, final);
  const resident = has('compliance.residency');
  if (entry.id === 'single-region-to-multi-region' && resident.length > 0) object('data-leave-region', 'caution', resident);
  const control = has('compliance.change-control');
  if (nonStop.length > 0 && control.length > 0 && final !== undefined) object('late-approval', 'caution', [...nonStop, ...control], final);
  return [...objections.filter(({ severity }) => severity === 'dont'), ...objections.filter(({ severity }) => severity === 'caution')];
}

export function verdictOf(objections: readonly Objection[]): Verdict {
  if (objections.some(({ severity }) => severity === 'dont')) return 'dont';
  return objections.length > 0 ? 'caution' : 'plan';
}
