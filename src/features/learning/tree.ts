import * as vscode from 'vscode';
import { change, changeItem, declaredKey, DONE, OPEN } from '../../core';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { childNodes, rootNodes, type LearningNode } from './nodes';
import type { PaceChoice } from './paces';
import { rowOf } from './rows';
import { readStanding } from './standing';

/** The Learning tree: what it shows is in `nodes.ts`, how in `rows.ts`. */
export function createLearningProvider(studio: Studio, paces: PaceChoice, onNewDay: vscode.Event<void>): vscode.TreeDataProvider<LearningNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = (): void => { changed.fire(undefined); };
  const listeners = vscode.Disposable.from(
    changed,
    studio.progress.onDidChange(refresh),
    studio.onDidReload(refresh),
    paces.onDidChange(refresh),
    studio.assessment.onDidChange(refresh),
    onNewDay(refresh),
  );
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => rowOf(node, studio.progress.document()),
    async getChildren(node) {
      if (node !== undefined) return [...childNodes(node, studio.progress.document())];
      // A library that cannot be read leaves the view empty; its welcome content says what to do.
      return readStanding(studio, paces).then((standing) => [...rootNodes(standing)], () => []);
    },
    dispose: () => { listeners.dispose(); },
  };
}

/** Native check boxes: what is checked in the tree is stored like a check on the page. */
export async function applyChecks(studio: Studio, changes: readonly (readonly [LearningNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
  try {
    await studio.progress.update((document, stamp) =>
      changes.reduce((next, [node, state]) => {
        const done = state === vscode.TreeItemCheckboxState.Checked;
        if (node.type === 'item') return changeItem(next, node.path.id, node.progress.item, done, stamp);
        return node.type === 'milestone' ? change(next, declaredKey(node.milestone.id), done ? DONE : OPEN, stamp) : next;
      }, document));
  } catch (cause) {
    reportProblem(studio.log, describeError(cause), cause);
  }
}
