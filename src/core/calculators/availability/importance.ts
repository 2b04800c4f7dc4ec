/** What each component and each common cause contributes to the unavailability of a composition. */
import type { Composition } from '../definition';
import { downDistribution, exactlyDown } from './kOfN';
import { inSeries, split, unavailabilityOf, type Group } from './unavailability';

export interface ComponentImportance {
  readonly name: string;
  /** How many of them there are: the product of the numbers of copies around it. */
  readonly copies: number;
  readonly availability: number;
  /** The unavailability that would be gone if none of them ever failed: the improvement potential. */
  readonly gain: number;
  /**
   * Birnbaum's importance of one of them: the derivative of the system's availability by its availability, with the
   * common causes as they are. The likelihood, that is, that all else is in a state in which this one decides.
   */
  readonly birnbaum: number;
}
export interface CommonCause { readonly group: Group; /** The unavailability that would be gone if its members failed independently; below 0 where coinciding failures help. */ readonly gain: number }

interface Leaf { readonly component: Extract<Composition, { type: 'component' }>; readonly copies: number; readonly birnbaum: number }

/** What is only rounding is nothing. */
const difference = (total: number, other: number): number => (Math.abs(total - other) < 1e-12 * total ? 0 : total - other);

/** Components, the one whose perfection gains most first; equal ones as they stand in the tree. */
export function componentImportances(root: Composition): readonly ComponentImportance[] {
  const total = unavailabilityOf(root);
  return leavesOf(root, 1, 1)
    .map(({ component, copies, birnbaum }) => ({
      name: component.name, copies, birnbaum, availability: component.availability,
      gain: difference(total, unavailabilityOf(root, { perfect: component })),
    }))
    .sort((one, other) => other.gain - one.gain);
}

/** Groups with a common cause, the one that costs most first. */
export function commonCauses(root: Composition): readonly CommonCause[] {
  const total = unavailabilityOf(root);
  return groupsOf(root)
    .filter(({ beta }) => beta > 0)
    .map((group) => ({ group, gain: difference(total, unavailabilityOf(root, { independent: group })) }))
    .sort((one, other) => other.gain - one.gain);
}

/** Redundant groups and copies, outer ones first. */
export function groupsOf(block: Composition): readonly Group[] {
  switch (block.type) {
    case 'component': return [];
    case 'series': return block.members.flatMap(groupsOf);
    case 'redundant': return [block, ...block.members.flatMap(groupsOf)];
    case 'copies': return [block, ...groupsOf(block.member)];
  }
}

/** @param weight the derivative of the system's unavailability by that of one such block */
function leavesOf(block: Composition, copies: number, weight: number): readonly Leaf[] {
  switch (block.type) {
    case 'component': return [{ component: block, copies, birnbaum: weight }];
    case 'series': return block.members.flatMap((member, index) => {
      const others = block.members.filter((_, other) => other !== index).map((other) => unavailabilityOf(other));
      return leavesOf(member, copies, weight * (1 - inSeries(others)));
    });
    case 'redundant': {
      const { own } = split(block.members.map((member) => unavailabilityOf(member)), block.beta);
      const spare = block.members.length - block.required;
      return block.members.flatMap((member, index) => {
        // A member decides when exactly as many of the others are down as the group can spare.
        const deciding = downDistribution(own.filter((_, other) => other !== index), spare + 1).exactly[spare] ?? 0;
        return leavesOf(member, copies, weight * deciding);
      });
    }
    case 'copies': {
      const { own } = split([unavailabilityOf(block.member)], block.beta);
      return leavesOf(block.member, copies * block.count, weight * exactlyDown(block.count - 1, block.count - block.required, own[0] ?? 0));
    }
  }
}
