import * as vscode from 'vscode';
import { comparePatterns, type ComparisonRelation, type Library, type PatternEntry } from '../../core';
import type { ComparisonContent } from '../../webviews/protocol';
import { comparedRowLabel, comparedValueLabel } from '../../studio/comparisonLabels';
import { relationLabel, tierLabel } from '../../studio/labels';

/** All that the comparison page shows. */
export function comparisonContent(library: Library, patterns: readonly PatternEntry[]): ComparisonContent {
  const { rows, relations } = comparePatterns(library, patterns);
  return {
    title: comparisonTitle(patterns),
    columns: patterns.map(({ id, title, summary, tier }) => ({ link: { id, title, summary }, badge: { text: tierLabel(tier), className: `tier-${tier}` } })),
    rows: rows.map(({ row, cells, differs }) => ({
      name: comparedRowLabel(row), differs,
      cells: cells.map((cell) => cell.map(({ value, own }) => ({ text: comparedValueLabel(library, row, value), own }))),
    })),
    relations: relations.map(relationText),
  };
}

/** "A, B and C"; without patterns what to do about it. */
export function comparisonTitle(patterns: readonly PatternEntry[]): string {
  const titles = patterns.map(({ title }) => title);
  if (titles.length < 2) return vscode.l10n.t('A comparison needs at least two patterns. Run "Compare Patterns" and choose them.');
  return vscode.l10n.t('{0} and {1}', titles.slice(0, -1).join(', '), titles.at(-1) ?? '');
}

/** "Saga, alternatives: Two-Phase Commit: …" in words. */
export function relationText({ from, relation, to, because }: ComparisonRelation): string {
  const label = relationLabel(relation);
  return because === ''
    ? vscode.l10n.t('{0} – {1}: {2}', from.title, label, to.title)
    : vscode.l10n.t('{0} – {1}: {2}, because {3}', from.title, label, to.title, because);
}

export function comparisonLabels(): Record<string, string> {
  return {
    differs: vscode.l10n.t('differs'),
    same: vscode.l10n.t('the same'),
    onlyDifferences: vscode.l10n.t('Only differences'),
    own: vscode.l10n.t('only here'),
    relations: vscode.l10n.t('How they stand to each other'),
    unrelated: vscode.l10n.t('The library states no relation between them.'),
    remove: vscode.l10n.t('Remove'),
    change: vscode.l10n.t('Choose the patterns'),
    copy: vscode.l10n.t('Copy as Markdown'),
    copied: vscode.l10n.t('Copied'),
    record: vscode.l10n.t('Save as decision record'),
    aspect: vscode.l10n.t('Aspect'),
  };
}
