import * as vscode from 'vscode';
import type { Library, MigrationPlan } from '../../core';
import { COMMANDS } from '../../ids';
import { addressOfEntry } from '../../studio/entryAddress';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { decisionDraft } from './decision';
import { planMarkdown } from './document';
import { objectionLabel } from './reasons';
import { weeksText } from './words';

type Action = 'document' | 'all-the-same' | 'guide' | 'reason' | 'decision' | 'change';
interface ResultItem extends vscode.QuickPickItem {
  readonly action?: Action;
}

/** The section of a guide that says when not to. */
const WHEN_NOT_TO = 'when-not-to';

/**
 * Shows what the answers lead to, and does what the person chooses.
 *
 * @returns `change` when the person wants to change the answers
 */
export async function showResult(studio: Pick<Studio, 'log'>, library: Library, plan: MigrationPlan): Promise<'change' | 'done'> {
  const action = await chooseAction(plan);
  if (action === 'change') return 'change';
  try {
    await perform(action, library, plan);
  } catch (cause) {
    reportProblem(studio.log, describeError(cause), cause);
  }
  return 'done';
}

function chooseAction(plan: MigrationPlan): Promise<Action | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<ResultItem>();
    pick.title = vscode.l10n.t('Plan a Migration: {0}', plan.entry.title);
    pick.placeholder = verdictLine(plan);
    pick.ignoreFocusOut = true;
    pick.matchOnDetail = true;
    pick.buttons = [vscode.QuickInputButtons.Back];
    pick.items = resultItems(plan);
    let action: Action | undefined;
    const end = (chosen: Action | undefined): void => {
      action = chosen;
      pick.hide();
    };
    pick.onDidAccept(() => { end(pick.activeItems[0]?.action); });
    pick.onDidTriggerButton(() => { end('change'); });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(action);
    });
    pick.show();
  });
}

function verdictLine({ verdict, total }: MigrationPlan): string {
  switch (verdict) {
    case 'plan': return vscode.l10n.t('Go ahead: {0} by a rough plan', weeksText(total));
    case 'caution': return vscode.l10n.t('Go ahead with care: {0} by a rough plan', weeksText(total));
    case 'dont': return vscode.l10n.t('Don’t, for now: something you said speaks against it');
  }
}

function resultItems({ verdict, objections, phases, total }: MigrationPlan): ResultItem[] {
  const icon = (id: string): vscode.ThemeIcon => new vscode.ThemeIcon(id);
  const dont = verdict === 'dont';
  const size = vscode.l10n.t('{0} in {1} phases', weeksText(total), phases.filter(({ leftOutBy }) => leftOutBy === undefined).length);
  const items: ResultItem[] = [
    dont
      ? { label: vscode.l10n.t('Open the reasons, and what to do instead'), detail: vscode.l10n.t('A Markdown document without phases'), iconPath: icon('circle-slash'), action: 'document' }
      : { label: vscode.l10n.t('Open the plan'), detail: size, iconPath: icon('milestone'), action: 'document' },
    { label: vscode.l10n.t('Open the guide'), iconPath: icon('book'), action: 'guide' },
    { label: vscode.l10n.t('Record as a decision'), iconPath: icon('law'), action: 'decision' },
    ...(dont ? [{ label: vscode.l10n.t('Plan it all the same'), detail: vscode.l10n.t('{0}; the warning stays on top', size), iconPath: icon('milestone'), action: 'all-the-same' as const }] : []),
    { label: vscode.l10n.t('Change the answers'), iconPath: icon('edit'), action: 'change' },
  ];
  if (objections.length > 0) {
    items.push({ label: dont ? vscode.l10n.t('Why not') : vscode.l10n.t('Mind'), kind: vscode.QuickPickItemKind.Separator });
    items.push(...objections.map((objection): ResultItem => ({
      ...objectionLabel(objection), iconPath: icon(objection.severity === 'dont' ? 'circle-slash' : 'warning'), action: 'reason',
    })));
  }
  return items;
}

async function perform(action: Action | undefined, library: Library, plan: MigrationPlan): Promise<void> {
  switch (action) {
    case 'document':
    case 'all-the-same': {
      const content = planMarkdown(plan, library, addressOfEntry, action === 'all-the-same');
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
      return;
    }
    case 'guide':
      await vscode.commands.executeCommand(COMMANDS.openEntry, plan.entry.id);
      return;
    case 'reason':
      await vscode.commands.executeCommand(COMMANDS.openEntry, plan.entry.id, WHEN_NOT_TO);
      return;
    case 'decision':
      await vscode.commands.executeCommand(COMMANDS.recordDecision, decisionDraft(plan, addressOfEntry));
      return;
    case 'change':
    case undefined:
  }
}
