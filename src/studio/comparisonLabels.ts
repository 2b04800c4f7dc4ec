import * as vscode from 'vscode';
import { DIFFICULTIES, TIERS, type ComparedRow, type Library } from '../core';
import { difficultyLabel, tierLabel } from './labels';

/** Names of the rows of a comparison. */
export function comparedRowLabel(row: ComparedRow): string {
  const labels: Record<ComparedRow, string> = {
    problem: vscode.l10n.t('Problem'),
    useWhen: vscode.l10n.t('Use when'),
    avoidWhen: vscode.l10n.t('Avoid when'),
    adoptWhen: vscode.l10n.t('Time for it, when'),
    gains: vscode.l10n.t('Gains'),
    costs: vscode.l10n.t('Costs'),
    effort: vscode.l10n.t('First working version'),
    difficulty: vscode.l10n.t('Difficulty'),
    tier: vscode.l10n.t('Tier'),
    laws: vscode.l10n.t('Laws that it answers'),
    pillars: vscode.l10n.t('Pillars'),
    requires: vscode.l10n.t('Requires'),
    complements: vscode.l10n.t('Goes well with'),
  };
  return labels[row];
}

/** A line of a comparison in words: closed lists by their labels, entries by their titles. */
export function comparedValueLabel(library: Library, row: ComparedRow, value: string): string {
  switch (row) {
    case 'tier': {
      const tier = TIERS.find((candidate) => candidate === value);
      return tier ? tierLabel(tier) : value;
    }
    case 'difficulty': {
      const difficulty = DIFFICULTIES.find((candidate) => candidate === value);
      return difficulty ? difficultyLabel(difficulty) : value;
    }
    case 'laws':
    case 'pillars':
    case 'requires':
    case 'complements':
      return library.get(value)?.title ?? value;
    default:
      return value;
  }
}
