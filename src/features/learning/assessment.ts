import * as vscode from 'vscode';
import type { AssessmentResult, PatternEntry, StartingPoint } from '../../core';
import { COMMANDS } from '../../ids';

/** The rows at the top of the Learning tree: the way into the assessment, then what it led to. */
export type AssessmentNode =
  | { readonly type: 'takeAssessment'; readonly taken: boolean }
  | { readonly type: 'startHere'; readonly start: StartingPoint }
  | { readonly type: 'patternOfTheWeek'; readonly entryId: string; readonly pattern: PatternEntry };

export function assessmentNodes(result: AssessmentResult | undefined): readonly AssessmentNode[] {
  if (result === undefined) return [{ type: 'takeAssessment', taken: false }];
  const { start, pattern } = result;
  return [
    // Who has done everything still needs a row that leads to the result.
    start ? { type: 'startHere', start } : { type: 'takeAssessment', taken: true },
    ...(pattern ? [{ type: 'patternOfTheWeek' as const, entryId: pattern.id, pattern }] : []),
  ];
}

export function assessmentItem(node: AssessmentNode): vscode.TreeItem {
  switch (node.type) {
    case 'takeAssessment': {
      const label = node.taken
        ? vscode.l10n.t('Assessment: every item is done')
        : vscode.l10n.t('Take the assessment: two minutes, and a place to start');
      return row(label, 'checklist', label, { command: COMMANDS.takeAssessment, title: vscode.l10n.t('Take the Assessment') });
    }
    case 'startHere': {
      const { path, item } = node.start;
      return row(vscode.l10n.t('Start at: {0}', item.title), 'rocket', path.title, {
        command: COMMANDS.openLearning, title: vscode.l10n.t('Open'), arguments: [path.id, item.id],
      }, path.title);
    }
    case 'patternOfTheWeek': {
      const { id, title, summary } = node.pattern;
      const item = row(vscode.l10n.t('Pattern of the week: {0}', title), 'calendar', summary, {
        command: COMMANDS.openEntry, title: vscode.l10n.t('Open'), arguments: [id],
      });
      item.contextValue = 'entry';
      return item;
    }
  }
}

function row(label: string, icon: string, tooltip: string, command: vscode.Command, description?: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = tooltip;
  item.command = command;
  if (description !== undefined) item.description = description;
  // Without a label of its own, a screen reader would read the tooltip instead of the title.
  item.accessibilityInformation = { label: description === undefined ? label : `${label}, ${description}` };
  return item;
}
