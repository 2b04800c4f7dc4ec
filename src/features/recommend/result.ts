import * as vscode from 'vscode';
import type { Advice, Library } from '../../core';
import { COMMANDS, EXTENSION_ID } from '../../ids';
import { tierLabel } from '../../studio/labels';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { adviceMarkdown } from './document';
import { scaleLabel } from './questions';
import { leftOutText, reasonText, warningText } from './words';

interface ResultItem extends vscode.QuickPickItem {
  readonly entryId?: string;
  readonly action?: 'document' | 'restart';
}

/**
 * Shows the advice as a ranked list. Choosing an entry opens its page; the list stays open when it opens to the side.
 *
 * @returns `restart` when the person wants to change the answers
 */
export function showAdvice(studio: Studio, library: Library, advice: Advice): Promise<'restart' | 'done'> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<ResultItem>();
    pick.title = vscode.l10n.t('Recommended patterns');
    pick.placeholder = advice.recommended.length > 0
      ? vscode.l10n.t('Choose an entry to read it; type to filter')
      : vscode.l10n.t('The answers single out no pattern. Answer more questions for a recommendation.');
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = resultItems(advice);
    const asDocument = { iconPath: new vscode.ThemeIcon('markdown'), tooltip: vscode.l10n.t('Open the whole as a Markdown document') };
    pick.buttons = [vscode.QuickInputButtons.Back, asDocument];
    const openDocument = (): void => {
      openAsDocument(library, advice).catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
    };
    let outcome: 'restart' | 'done' = 'done';
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (!item) return;
      if (item.action === 'restart') outcome = 'restart';
      else if (item.action === 'document') openDocument();
      else if (item.entryId !== undefined) void vscode.commands.executeCommand(COMMANDS.openEntry, item.entryId);
      pick.hide();
    });
    pick.onDidTriggerButton((button) => {
      if (button === asDocument) openDocument();
      else outcome = 'restart';
      pick.hide();
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

function resultItems(advice: Advice): ResultItem[] {
  const separator = (label: string): ResultItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const buttons = [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') }];
  const items: ResultItem[] = [];
  if (advice.recommended.length > 0) {
    items.push(separator(advice.scale ? vscode.l10n.t('Ranked for {0}', scaleLabel(advice.scale.tier)) : vscode.l10n.t('Ranked')));
  }
  advice.recommended.forEach(({ entry, reasons, warnings }, index) => {
    const [warning] = warnings;
    items.push({
      label: `${index + 1}. ${entry.title}`,
      description: [
        tierLabel(entry.tier),
        ...(entry.workspace === undefined ? [] : [entry.workspace]),
        ...(warning ? [`$(warning) ${warningText(warning)}`] : []),
        ...(warnings.length > 1 ? [vscode.l10n.t('and {0} more', warnings.length - 1)] : []),
      ].join(' · '),
      detail: reasonsText(reasons),
      entryId: entry.id,
      buttons,
    });
  });
  if (advice.leaveOut.length > 0) {
    items.push(separator(advice.moreToLeaveOut > 0
      ? vscode.l10n.t('Leave out for now, and {0} more', advice.moreToLeaveOut)
      : vscode.l10n.t('Leave out for now')));
    items.push(...advice.leaveOut.map((left): ResultItem => ({
      label: left.entry.title, ...(left.entry.workspace === undefined ? {} : { description: left.entry.workspace }), detail: leftOutText(left), iconPath: new vscode.ThemeIcon('circle-slash'), entryId: left.entry.id, buttons,
    })));
  }
  items.push(
    separator(vscode.l10n.t('Actions')),
    { label: vscode.l10n.t('Open the whole as a Markdown document'), iconPath: new vscode.ThemeIcon('markdown'), action: 'document', alwaysShow: true },
    { label: vscode.l10n.t('Change the answers'), iconPath: new vscode.ThemeIcon('edit'), action: 'restart', alwaysShow: true },
  );
  return items;
}

/** A line has room for the strongest reason; the document has them all. */
function reasonsText(reasons: Advice['recommended'][number]['reasons']): string {
  const [first, ...rest] = reasons;
  if (!first) return '';
  return rest.length === 0 ? reasonText(first) : vscode.l10n.t('{0} (and {1} more)', reasonText(first), rest.length);
}

async function openAsDocument(library: Library, advice: Advice): Promise<void> {
  const content = adviceMarkdown(
    advice,
    (id) => `${vscode.env.uriScheme}://${EXTENSION_ID}/entry/${id}`,
    (id) => library.get(id)?.title ?? id,
  );
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
}
