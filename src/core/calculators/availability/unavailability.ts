/**
 * The unavailability of a composition: series, k of n, copies, with common causes by the beta-factor model.
 *
 * Beta-factor model (Fleming 1974; NUREG/CR-4780; IEC 61508-6, annex D) in its exact form for unavailabilities. Of each
 * member's unavailability q, the share β is common to its group: with probability c = β · q all members are down at
 * once, and the rest of the time each member is down by itself with i = (q − c) / (1 − c), independently. So a member
 * alone is down exactly q, whatever β is. The usual rare-event form (c = βq, i = (1 − β)q) differs by terms in β·q².
 * Where members are unlike, c = β times the smallest q: nothing larger than that q can be common to all. A geometric mean
 * of the q, also in use, would take more and could exceed the smallest.
 */
import type { Composition } from '../definition';
import { atLeastDown, downDistribution } from './kOfN';

export type Group = Extract<Composition, { type: 'redundant' | 'copies' }>;

/** The common part of a group, and what is left of a member's unavailability when the common cause is not there. */
export function split(unavailabilities: readonly number[], beta: number): { readonly common: number; readonly own: readonly number[] } {
  const common = beta * unavailabilities.reduce((least, each) => Math.min(least, each), 1);
  return { common, own: unavailabilities.map((each) => (common >= 1 ? 1 : Math.max(0, each - common) / (1 - common))) };
}

/** 1 − Π(1 − q), without the rounding of values near 1. */
export function inSeries(unavailabilities: readonly number[]): number {
  return Math.max(0, -Math.expm1(unavailabilities.reduce((sum, each) => sum + Math.log1p(-each), 0)));
}

/** Unlike members, of which `required` must be up. */
export function ofUnlike(unavailabilities: readonly number[], required: number, beta: number): number {
  const { common, own } = split(unavailabilities, beta);
  return common + (1 - common) * downDistribution(own, unavailabilities.length - required + 1).atLeast;
}

/** `count` copies, of which `required` must be up. @param unavailability of one copy, 0 to 1 */
export function ofCopies(unavailability: number, count: number, required: number, beta: number): number {
  const { common, own } = split([unavailability], beta);
  return common + (1 - common) * atLeastDown(count, count - required + 1, own[0] ?? 0);
}

/** What a what-if changes: components that never fail, and groups without a common cause. */
export interface Changes { readonly perfect?: Composition; readonly independent?: 'all' | Group }

/** The share of time, 0 to 1, that the composition does not work. */
export function unavailabilityOf(block: Composition, changes: Changes = {}): number {
  const below = (member: Composition): number => unavailabilityOf(member, changes);
  switch (block.type) {
    case 'component': return block === changes.perfect ? 0 : 1 - block.availability;
    case 'series': return inSeries(block.members.map(below));
    case 'redundant': return ofUnlike(block.members.map(below), block.required, betaOf(block, changes));
    case 'copies': return ofCopies(below(block.member), block.count, block.required, betaOf(block, changes));
  }
}

const betaOf = (group: Group, { independent }: Changes): number => (independent === 'all' || independent === group ? 0 : group.beta);
