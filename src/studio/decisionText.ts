import type { DecisionOption, PatternEntry } from '../core';

/** A pattern as an option of a decision, with its gains and costs as clauses. @param limit the most of each */
export function patternOption({ id, title, gains, costs }: PatternEntry, limit = Infinity): DecisionOption {
  return { title, entry: id, gains: gains.slice(0, limit).map(clause), costs: costs.slice(0, limit).map(clause) };
}

/** A sentence of the library as a clause behind "because". It begins with a plain word; what begins with a name stays. */
export function clause(text: string): string {
  return text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}

/** A clause as a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
