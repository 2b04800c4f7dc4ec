import * as vscode from 'vscode';
import type { AssessmentResult } from '../../core';
import { COMMANDS } from '../../ids';
import { kindLabel } from '../../studio/labels';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { openAssessmentDocument } from './document';
import { overallLevelLabel, readingReason, startText } from './words';

export type ResultOutcome = 'retake' | 'clear' | 'done';

interface ResultItem extends vscode.QuickPickItem {
  readonly run?: { readonly command: string; readonly arguments: readonly string[] };
  readonly entryId?: string;
  readonly outcome?: ResultOutcome;
  readonly asDocument?: boolean;
}

/** Shows the result as a list: where to start, what to read, the pattern of the week, and what can be done with it. */
export function showResult(studio: Studio, result: AssessmentResult): Promise<ResultOutcome> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<ResultItem>();
    pick.title = vscode.l10n.t('Your level: {0}', overallLevelLabel(result.overall));
    pick.placeholder = vscode.l10n.t('Choose where to go; type to filter');
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = resultItems(result);
    let outcome: ResultOutcome = 'done';
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (!item) return;
      outcome = item.outcome ?? 'done';
      pick.hide();
      follow(studio, result, item).catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
    });
    pick.onDidTriggerItemButton(({ item }) => {
      if (item.entryId !== undefined) void vscode.commands.executeCommand(COMMANDS.openEntryToSide, item.entryId);
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(outcome);
    });
    pick.show();
  });
}

async function follow(studio: Studio, result: AssessmentResult, { run, asDocument }: ResultItem): Promise<void> {
  if (run) await vscode.commands.executeCommand(run.command, ...run.arguments);
  if (asDocument) await openAssessmentDocument(await studio.library(), result);
}

function resultItems({ start, reading, pattern }: AssessmentResult): ResultItem[] {
  const separator = (label: string): ResultItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const entryItem = (id: string): Pick<ResultItem, 'entryId' | 'run' | 'buttons'> => ({
    entryId: id,
    run: { command: COMMANDS.openEntry, arguments: [id] },
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') }],
  });
  return [
    separator(vscode.l10n.t('Start here')),
    start === undefined
      ? { label: vscode.l10n.t('Every item of every learning path is done'), iconPath: new vscode.ThemeIcon('pass-filled'), run: { command: COMMANDS.openLearning, arguments: [] } }
      : {
        label: start.item.title,
        description: start.path.title,
        detail: startText(start),
        iconPath: new vscode.ThemeIcon('rocket'),
        run: { command: COMMANDS.openLearning, arguments: [start.path.id, start.item.id] },
      },
    ...(reading.length > 0 ? [separator(vscode.l10n.t('Read first'))] : []),
    ...reading.map(({ entry, reason }): ResultItem => ({
      label: entry.title,
      description: vscode.l10n.t('{0} · {1} min', kindLabel(entry.kind), entry.minutes),
      detail: readingReason(reason),
      iconPath: new vscode.ThemeIcon('book'),
      ...entryItem(entry.id),
    })),
    ...(pattern
      ? [
        separator(vscode.l10n.t('Pattern of the week')),
        { label: pattern.title, detail: pattern.summary, iconPath: new vscode.ThemeIcon('calendar'), ...entryItem(pattern.id) },
      ]
      : []),
    separator(vscode.l10n.t('Actions')),
    { label: vscode.l10n.t('Open as Markdown'), description: vscode.l10n.t('levels, and each question explained'), iconPath: new vscode.ThemeIcon('markdown'), asDocument: true, alwaysShow: true },
    { label: vscode.l10n.t('Retake'), description: vscode.l10n.t('this result stays until the new one is there'), iconPath: new vscode.ThemeIcon('refresh'), outcome: 'retake', alwaysShow: true },
    { label: vscode.l10n.t('Clear'), iconPath: new vscode.ThemeIcon('trash'), outcome: 'clear', alwaysShow: true },
  ];
}
