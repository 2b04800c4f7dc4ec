import * as vscode from 'vscode';
import type { Lab } from '../../core';
import { LAB_SCHEME } from '../../ids';
import type { Studio } from '../../studio/studio';
import { columnOfCode } from './startLab';
import type { StartedLab } from './startedLabs';

/** Serves the starter and the solution of each lab as read-only documents. */
export function registerLabDocuments(studio: Studio): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(LAB_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const [, labId = '', version, ...rest] = path.split('/');
      const lab = await studio.lab(labId);
      const file = (version === 'solution' ? lab.solution : lab.files).find((each) => each.path === rest.join('/'));
      if (!file) throw new Error(vscode.l10n.t('The lab "{0}" has no file "{1}".', labId, rest.join('/')));
      return file.text;
    },
  });
}

/** Shows a solution beside what the learner has written; beside the starter, when nothing was started. */
export async function showSolution(lab: Lab, title: string, started: StartedLab | undefined): Promise<void> {
  const changes = lab.solution.map(({ path }): [vscode.Uri, vscode.Uri, vscode.Uri] => {
    const solution = documentOf(lab, 'solution', path);
    const own = started ? vscode.Uri.joinPath(started.folder, path) : documentOf(lab, 'starter', path);
    // A file that only the solution has stands beside nothing.
    return [solution, started || lab.files.some((file) => file.path === path) ? own : solution, solution];
  });
  const [first] = changes;
  if (!first) return;
  const named = vscode.l10n.t('Yours and a Solution: {0}', title);
  const viewColumn = columnOfCode();
  if (changes.length === 1) {
    await vscode.commands.executeCommand('vscode.diff', first[1], first[2], named, { viewColumn, preview: false });
    return;
  }
  // Many files at once open where the focus is.
  await vscode.window.showTextDocument(first[1], { viewColumn });
  await vscode.commands.executeCommand('vscode.changes', named, changes);
}

function documentOf({ id }: Lab, version: 'starter' | 'solution', path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: LAB_SCHEME, path: `/${id}/${version}/${path}` });
}
