import * as vscode from 'vscode';
import { changeMany, differences, DONE, merge, OPEN, overruled, parseExport, type Difference, type Library } from '../../core';
import type { Studio } from '../../studio/studio';
import { offerUndo, type BulkChanges } from './bulkChange';
import { wordsOfKey } from './keyWords';

/** Larger files are none of ours: 10,000 answers take about two megabytes. */
const LARGEST = 50_000_000;

/** "Import Progress": shows what a file would change, and merges it once the person says so. */
export async function importProgress(studio: Studio, changes: BulkChanges): Promise<void> {
  const [file] = (await vscode.window.showOpenDialog({
    canSelectMany: false,
    openLabel: vscode.l10n.t('Import'),
    filters: { JSON: ['json'] },
  })) ?? [];
  if (!file) return;
  if ((await vscode.workspace.fs.stat(file)).size > LARGEST) throw new Error(failure('no-progress'));
  const parsed = parseExport(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  if (parsed.kind === 'failed') throw new Error(failure(parsed.reason));
  const library = await studio.library();
  const found = differences(studio.progress.document(), parsed.document);
  const lost = overruled(studio.progress.document(), parsed.document, OPEN);
  if (found.length === 0 && lost.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The file holds nothing that you do not have. Nothing was changed.'));
    return;
  }
  const choice = await confirmImport(library, found, lost, parsed.kind === 'partial');
  if (choice === undefined) return;
  await changes.apply((document, stamp) => {
    const merged = merge(document, parsed.document);
    return choice === 'restore' ? changeMany(merged, overruled(merged, parsed.document, OPEN), stamp) : merged;
  });
  const message = choice === 'restore'
    ? vscode.l10n.t('Imported: {0}; brought back: {1}.', summaryOf(library, found), lost.length)
    : vscode.l10n.t('Imported: {0}.', summaryOf(library, found));
  await offerUndo(message, changes);
}

function failure(reason: 'not-json' | 'no-progress' | 'newer'): string {
  switch (reason) {
    case 'not-json': return vscode.l10n.t('The file is not JSON. Choose a file that "Export Progress" has written; nothing was changed.');
    case 'no-progress': return vscode.l10n.t('The file holds no progress of Distributed Systems Studio. Choose a file that "Export Progress" has written; nothing was changed.');
    case 'newer': return vscode.l10n.t('The file was written by a newer version of Distributed Systems Studio. Update the extension here, then import it; nothing was changed.');
  }
}

/** What merging leaves open: `overruled` of the core. */
type Lost = ReturnType<typeof overruled>;

interface Row extends vscode.QuickPickItem {
  readonly go?: 'merge' | 'restore';
}

/** The changes as a list: only its first rows import, the others can be read and filtered. */
function confirmImport(library: Library, found: readonly Difference[], lost: Lost, partial: boolean): Promise<Row['go']> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Row>();
    pick.title = vscode.l10n.t('Import progress: {0}', summaryOf(library, found));
    pick.placeholder = partial
      ? vscode.l10n.t('Part of the file is damaged; the rest is listed here. Escape changes nothing.')
      : vscode.l10n.t('Enter imports; Escape changes nothing');
    pick.ignoreFocusOut = true;
    pick.items = importRows(library, found, lost);
    let confirmed: Row['go'];
    pick.onDidAccept(() => {
      const go = pick.activeItems[0]?.go;
      if (go === undefined) return;
      confirmed = go;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(confirmed);
    });
    pick.show();
  });
}

/** What a person can recognise by its name, apart from what is only counted. */
function named(library: Library, found: readonly Difference[], state: string): readonly string[] {
  return found.flatMap(({ key, after, before }) => {
    const words = after.state === state && (state === DONE || before?.state === DONE) ? wordsOfKey(library, key) : undefined;
    return words === undefined ? [] : [words];
  });
}

export function importRows(library: Library, found: readonly Difference[], lost: Lost): readonly Row[] {
  const section = (label: string, rows: readonly string[]): readonly Row[] =>
    rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map((row) => ({ label: row }))];
  return [
    ...(found.length > 0 ? [{ label: vscode.l10n.t('$(check) Import these changes'), go: 'merge' as const, alwaysShow: true }] : []),
    ...(lost.length > 0 ? [{
      label: vscode.l10n.t('$(history) Import, and bring back what was reset or opened here since'),
      description: vscode.l10n.t('{0} more', lost.length),
      go: 'restore' as const,
      alwaysShow: true,
    }] : []),
    ...section(vscode.l10n.t('Becomes done'), named(library, found, DONE)),
    ...section(vscode.l10n.t('Becomes open again, because it was opened later there'), named(library, found, OPEN)),
    ...section(vscode.l10n.t('Opened here since'), lost.flatMap(([key]) => wordsOfKey(library, key) ?? [])),
    ...section(vscode.l10n.t('Also'), otherWords(library, found)),
  ];
}

function otherWords(library: Library, found: readonly Difference[]): readonly string[] {
  const count = (pattern: RegExp): number => found.filter(({ key }) => pattern.test(key)).length;
  const [answers, attempts, choices] = [count(/^answer:/), count(/^attempt:/), count(/^(?:plan|current):/)];
  const unknown = found.filter(({ key }) => !/^(?:answer|attempt|plan|current):/.test(key) && wordsOfKey(library, key) === undefined).length;
  return [
    ...(answers > 0 ? [vscode.l10n.t('Answers to questions: {0}', answers)] : []),
    ...(attempts > 0 ? [vscode.l10n.t('Attempts at quizzes: {0}', attempts)] : []),
    ...(choices > 0 ? [vscode.l10n.t('Plans and the chosen path: {0}', choices)] : []),
    ...(unknown > 0 ? [vscode.l10n.t('Kept for a newer version: {0}', unknown)] : []),
  ];
}

/** "12 done, 1 open again, 40 other changes" */
function summaryOf(library: Library, found: readonly Difference[]): string {
  const [done, open] = [named(library, found, DONE).length, named(library, found, OPEN).length];
  return vscode.l10n.t('{0} done, {1} open again, {2} other changes', done, open, found.length - done - open);
}
