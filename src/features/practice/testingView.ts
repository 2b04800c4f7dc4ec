import * as vscode from 'vscode';
import type { Lab } from '../../core';
import type { StartedLab } from './startedLabs';
import { createLabTree, isBelow, placeTests, type LabTree } from './testItems';

/** The labs in VS Code's Testing view. */
export interface TestingView extends vscode.Disposable {
  readonly controller: vscode.TestController;
  readonly profile: vscode.TestRunProfile;
  /** By the address of the lab's folder. */
  readonly trees: ReadonlyMap<string, LabTree>;
  /** Shows these labs and no others. */
  show(labs: readonly { readonly started: StartedLab; readonly title: string }[]): Promise<void>;
}

export interface TestingActions {
  /** The view is looked at: the labs are to be found. */
  readonly find: () => Promise<void>;
  /** The person wants it read again. */
  readonly findAgain: () => Promise<void>;
  readonly run: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<void>;
  readonly replay: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<void>;
}

/** @param id of the controller */
export function createTestingView(id: string, readLab: (labId: string) => Promise<Lab>, { find, findAgain, run, replay }: TestingActions): TestingView {
  const controller = vscode.tests.createTestController(id, vscode.l10n.t('Systems Studio Labs'));
  controller.resolveHandler = (item) => (item ? undefined : find());
  controller.refreshHandler = findAgain;
  const trees = new Map<string, LabTree>();
  const profile = controller.createRunProfile(vscode.l10n.t('Run'), vscode.TestRunProfileKind.Run, run, true);
  const owned = vscode.Disposable.from(
    controller,
    profile,
    controller.createRunProfile(vscode.l10n.t('Replay a Failing Seed'), vscode.TestRunProfileKind.Run, replay, false),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      for (const tree of trees.values()) if (isBelow(uri, tree.started.folder)) void placeTests(tree, uri);
    }),
  );
  return {
    controller,
    profile,
    trees,
    async show(labs) {
      for (const { started, title } of labs) {
        const key = started.folder.toString();
        if (trees.get(key)?.started.lab === started.lab) continue;
        const tree = createLabTree(controller, title, started, await readLab(started.lab));
        await placeTests(tree);
        trees.set(key, tree);
        controller.items.add(tree.root);
      }
      const present = new Set(labs.map(({ started }) => started.folder.toString()));
      for (const key of [...trees.keys()].filter((each) => !present.has(each))) {
        trees.delete(key);
        controller.items.delete(key);
      }
    },
    dispose: () => { owned.dispose(); },
  };
}
