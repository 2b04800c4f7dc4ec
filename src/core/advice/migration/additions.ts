/** What the answers add to a phase, and what they take away. The words are the feature's. */
import type { MigrationFact } from './answers';
import type { Trait } from './character';

/** A step that the guide does not have, with the answer that demands it. */
export interface AddedStep {
  readonly id: AddedStepId;
  readonly fact: MigrationFact;
  /** Where it stands among the guide's steps. */
  readonly place: 'before' | 'after';
}

type Where = Trait | 'first phase';
const RULES = [
  { id: 'waves', fact: 'size.large', where: 'switches', place: 'before' },
  { id: 'reserve-time', fact: 'team.one-busy', where: 'first phase', place: 'before' },
  { id: 'reserve-time-each', fact: 'team.few-busy', where: 'first phase', place: 'before' },
  { id: 'one-decider', fact: 'team.many', where: 'first phase', place: 'before' },
  { id: 'shadow-reads', fact: 'downtime.none', where: 'stops', place: 'before' },
  { id: 'rehearse-twice', fact: 'downtime.none', where: 'stops', place: 'before' },
  { id: 'rehearse-by-clock', fact: 'downtime.minutes', where: 'stops', place: 'before' },
  { id: 'throttled-copy', fact: 'data.to-1tb', where: 'copies', place: 'before' },
  { id: 'throttled-copy', fact: 'data.to-10tb', where: 'copies', place: 'before' },
  { id: 'throttled-copy', fact: 'data.over-10tb', where: 'copies', place: 'before' },
  { id: 'measured-rate', fact: 'data.to-10tb', where: 'copies', place: 'before' },
  { id: 'measured-rate', fact: 'data.over-10tb', where: 'copies', place: 'before' },
  { id: 'permitted-places', fact: 'compliance.residency', where: 'first phase', place: 'after' },
  { id: 'copies-in-place', fact: 'compliance.residency', where: 'copies', place: 'before' },
  { id: 'agree-approvals', fact: 'compliance.change-control', where: 'first phase', place: 'after' },
  { id: 'approval', fact: 'compliance.change-control', where: 'switches', place: 'before' },
  { id: 'evidence', fact: 'compliance.audit-trail', where: 'switches', place: 'after' },
] as const satisfies readonly { readonly id: string; readonly fact: MigrationFact; readonly where: Where; readonly place: AddedStep['place'] }[];

export type AddedStepId = (typeof RULES)[number]['id'];
export const ADDED_STEP_IDS: readonly AddedStepId[] = [...new Set(RULES.map(({ id }) => id))];

export function addedSteps(facts: readonly MigrationFact[], traits: readonly Trait[], first: boolean): readonly AddedStep[] {
  return RULES.filter(({ fact, where }) => facts.includes(fact) && (where === 'first phase' ? first : traits.includes(where))).map(({ id, fact, place }) => ({ id, fact, place }));
}

/** Phases whose own text makes them depend on what was answered. */
const LEAVE_OUT: readonly { readonly entry: string; readonly phase: string; readonly facts: readonly MigrationFact[] }[] = [
  // "assuming more than three owning teams; otherwise keep one graph service"
  { entry: 'rest-to-graphql', phase: 'Move resolvers to the owners', facts: ['team.one-free', 'team.one-busy'] },
];

/** The answer that makes a phase unnecessary; undefined when it stays. */
export function leftOutBy(entryId: string, title: string, facts: readonly MigrationFact[]): MigrationFact | undefined {
  const rule = LEAVE_OUT.find(({ entry, phase }) => entry === entryId && phase === title);
  return rule?.facts.find((fact) => facts.includes(fact));
}

/** An optional phase is counted in the quick case too when an answer makes it needed: data at home in a region need it. */
export function isOptional(entryId: string, traits: readonly Trait[], facts: readonly MigrationFact[]): boolean {
  return traits.includes('optional') && !(entryId === 'single-region-to-multi-region' && facts.includes('compliance.residency'));
}

/** Whether the data may be copied once while writes stand still, instead of being followed. */
export function mayCopyAtOnce(facts: readonly MigrationFact[], traits: readonly Trait[]): boolean {
  return traits.includes('copies') && facts.includes('downtime.hours') && facts.includes('data.under-100gb');
}
