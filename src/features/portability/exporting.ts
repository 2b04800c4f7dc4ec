import * as vscode from 'vscode';
import { formatExport } from '../../core';
import type { Studio } from '../../studio/studio';
import { askWhere } from './files';

/** "Export Progress": one file with everything that was done, answered and planned. */
export async function exportProgress(studio: Studio): Promise<void> {
  const now = new Date().toISOString();
  const target = await askWhere(`systems-studio-progress-${now.slice(0, 10)}.json`, vscode.l10n.t('Export'), { JSON: ['json'] });
  if (!target) return;
  const document = studio.progress.document();
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(formatExport(document, now)));
  void vscode.window.showInformationMessage(vscode.l10n.t('Your progress is in {0}. Import it on another machine, or keep it as a backup.', target.path.split('/').at(-1) ?? ''));
}
