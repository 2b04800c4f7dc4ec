import * as vscode from 'vscode';
import { comparePatterns, emptyDraft, type DecisionDraft, type Library, type PatternEntry } from '../../core';
import { patternOption, sentence } from '../../studio/decisionText';
import { comparisonTitle, relationText } from './content';

/**
 * The comparison as a decision to be written down: every pattern is an option, and the choice is left to its author.
 *
 * @param links see `sourcedLinks`
 */
export function comparisonDraft(library: Library, patterns: readonly PatternEntry[], links: DecisionDraft['links']): DecisionDraft {
  const { relations } = comparePatterns(library, patterns);
  return {
    ...emptyDraft,
    context: [
      vscode.l10n.t('{0} were compared.', comparisonTitle(patterns)),
      ...(relations.length > 0 ? [relations.map((relation) => `- ${relationText(relation)}`).join('\n')] : []),
    ],
    options: patterns.map((entry) => ({
      ...patternOption(entry),
      notes: [sentence(entry.problem), vscode.l10n.t('Time for it when {0}.', entry.adoptWhen)],
    })),
    links,
  };
}
