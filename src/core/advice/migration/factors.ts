/**
 * How answers stretch a phase. Every number here is an assumption of this product, from no source: the document says so,
 * names each one where it is used, and shows the entry's own range beside the result, so that a team can put in its own.
 * No answer shortens a phase: a wait for a month-end does not shrink with the system.
 */
import type { MigrationFact } from './answers';
import type { Trait } from './character';

export interface Factor {
  readonly fact: MigrationFact;
  /** In hundredths: 150 stretches a phase to one and a half times its length. Above 100. */
  readonly percent: number;
  /** Only phases of this kind are stretched; without it, all are. */
  readonly on?: Trait;
}

export const FACTORS: readonly Factor[] = [
  { fact: 'size.large', percent: 130 },
  { fact: 'team.one-busy', percent: 150 },
  { fact: 'team.few-free', percent: 110 },
  { fact: 'team.few-busy', percent: 160 },
  { fact: 'team.many', percent: 170 },
  { fact: 'downtime.minutes', percent: 120, on: 'stops' },
  { fact: 'downtime.none', percent: 150, on: 'stops' },
  { fact: 'data.to-1tb', percent: 110, on: 'copies' },
  { fact: 'data.to-10tb', percent: 130, on: 'copies' },
  { fact: 'data.over-10tb', percent: 150, on: 'copies' },
  { fact: 'compliance.audit-trail', percent: 110, on: 'switches' },
  { fact: 'compliance.residency', percent: 110, on: 'copies' },
  { fact: 'compliance.change-control', percent: 120, on: 'switches' },
];

export function factorsFor(facts: readonly MigrationFact[], traits: readonly Trait[]): readonly Factor[] {
  return FACTORS.filter(({ fact, on }) => facts.includes(fact) && (on === undefined || traits.includes(on)));
}
