import * as vscode from 'vscode';
import type { DecisionOption, PatternEntry } from '../core';

/** A pattern as an option of a decision, with its gains and costs as clauses. @param limit the most of each */
export function patternOption({ id, title, gains, costs }: PatternEntry, limit = Infinity): DecisionOption {
  return { title, entry: id, gains: gains.slice(0, limit).map(clause), costs: costs.slice(0, limit).map(clause) };
}

/** The option that is always there: to do nothing. When that is right is known for a single pattern only. */
export function leaveAsItIs(patterns: readonly PatternEntry[]): DecisionOption {
  const [first, ...others] = patterns;
  return {
    title: vscode.l10n.t('Leave it as it is'),
    gains: [],
    costs: patterns.map(({ problem }) => clause(problem)),
    ...(first && others.length === 0 && { notes: [[vscode.l10n.t('Right when one of these holds:'), '', ...first.avoidWhen.map((item) => `* ${item}`)].join('\n')] }),
  };
}

/** A sentence of the library as it stands within another one. It begins with a plain word; what begins with a name stays. */
export function clause(text: string): string {
  return text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}

/** A clause as a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
