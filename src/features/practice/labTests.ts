import * as vscode from 'vscode';
import { LAB_TESTS } from '../../ids';
import { createLabRunner, type LabStudio } from './labRunner';
import type { StartedLab, StartedLabs } from './startedLabs';
import { createLabTree, isBelow, placeTests, type LabTree } from './testItems';
import type { LabSummary } from './testRun';

/** The tests of started labs, in VS Code's Testing view. */
export interface LabTests extends vscode.Disposable {
  /** Runs all tests of a started lab; undefined when they cannot run, which the results say. */
  run(started: StartedLab): Promise<LabSummary | undefined>;
  /** How the last run in this window went. */
  lastRun(folder: vscode.Uri): LabSummary | undefined;
  isRunning(folder: vscode.Uri): boolean;
  /** A run has begun or ended. */
  readonly onDidRun: vscode.Event<void>;
}

/** @param id of the controller; tests have one of their own */
export function createLabTests(studio: LabStudio, labs: StartedLabs, id: string = LAB_TESTS): LabTests {
  const controller = vscode.tests.createTestController(id, vscode.l10n.t('Systems Studio Labs'));
  const runLab = createLabRunner(studio, controller);
  const ran = new vscode.EventEmitter<void>();
  const results = new Map<string, LabSummary>();
  const running = new Set<string>();
  const cancelAll = new vscode.CancellationTokenSource();
  const trees = new Map<string, LabTree>();
  let syncing: Promise<void> | undefined;

  /** Brings the view up to date with the labs that are there. */
  function sync(): Promise<void> {
    syncing ??= syncNow().finally(() => { syncing = undefined; });
    return syncing;
  }

  async function syncNow(): Promise<void> {
    const [started, library] = await Promise.all([labs.all(), studio.library()]);
    const titles = new Map(library.labs.map(({ id, title }) => [id, title]));
    const present = started.filter(({ lab }) => titles.has(lab));
    for (const each of present) {
      const id = each.folder.toString();
      if (trees.get(id)?.started.lab === each.lab) continue;
      const tree = createLabTree(controller, titles.get(each.lab) ?? each.lab, each, await studio.lab(each.lab));
      trees.set(id, tree);
      await placeTests(tree);
      controller.items.add(tree.root);
    }
    const ids = new Set(present.map(({ folder }) => folder.toString()));
    for (const id of [...trees.keys()].filter((each) => !ids.has(each))) {
      trees.delete(id);
      controller.items.delete(id);
    }
  }
  const syncAloud = (): void => { sync().catch((cause: unknown) => { studio.log.error('The labs cannot be listed', cause); }); };

  async function runAll(request: vscode.TestRunRequest, token: vscode.CancellationToken, seed?: string): Promise<void> {
    await sync();
    const run = controller.createTestRun(request);
    const cancelling = cancelAll.token.onCancellationRequested(() => { run.end(); });
    try {
      for (const tree of trees.values()) {
        const wanted = wantedTests(tree, request);
        if (wanted.size > 0 && !token.isCancellationRequested) await runOne(run, tree, wanted, anyOf(token, run.token, cancelAll.token), seed);
      }
    } finally {
      cancelling.dispose();
      run.end();
      ran.fire();
    }
  }

  async function runOne(run: vscode.TestRun, tree: LabTree, wanted: ReadonlySet<vscode.TestItem>, token: vscode.CancellationToken, seed: string | undefined): Promise<void> {
    const id = tree.root.id;
    running.add(id);
    ran.fire();
    try {
      const summary = await runLab({ run, tree, wanted, seed }, token);
      if (summary) results.set(id, summary);
      else results.delete(id);
    } finally {
      running.delete(id);
    }
  }

  async function replay(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const involved = [...trees.values()].filter((tree) => wantedTests(tree, request).size > 0);
    const last = involved.flatMap(({ started }) => results.get(started.folder.toString())?.seed ?? []).at(-1);
    const seed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Replay a Failing Seed'),
      prompt: vscode.l10n.t('A failing simulation names its seed. With that seed alone the same things happen again, and the output shows all of them.'),
      value: last ?? '',
      validateInput: (text) => (/^\d+$/.test(text.trim()) ? undefined : vscode.l10n.t('A seed is a whole number, such as 17.')),
    });
    if (seed !== undefined) await runAll(request, token, seed.trim());
  }

  controller.resolveHandler = (item) => (item ? undefined : sync());
  controller.refreshHandler = () => {
    labs.refresh();
    return sync();
  };
  const profile = controller.createRunProfile(vscode.l10n.t('Run'), vscode.TestRunProfileKind.Run, (request, token) => runAll(request, token), true);
  const owned = vscode.Disposable.from(
    controller,
    profile,
    controller.createRunProfile(vscode.l10n.t('Replay a Failing Seed'), vscode.TestRunProfileKind.Run, replay, false),
    ran,
    labs.onDidChange(syncAloud),
    // The icons beside the tests are wanted as soon as a test file is looked at; until then nothing is read.
    vscode.window.onDidChangeVisibleTextEditors(syncIfShown),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      for (const tree of trees.values()) if (isBelow(uri, tree.started.folder)) void placeTests(tree, uri);
    }),
  );
  function syncIfShown(editors: readonly vscode.TextEditor[]): void {
    if (editors.some(({ document }) => document.fileName.endsWith('.test.js'))) syncAloud();
  }
  syncIfShown(vscode.window.visibleTextEditors);

  return {
    async run(started) {
      await sync();
      const tree = trees.get(started.folder.toString());
      if (!tree) return undefined;
      results.delete(started.folder.toString());
      await runAll(new vscode.TestRunRequest([tree.root], undefined, profile), cancelAll.token);
      return results.get(started.folder.toString());
    },
    lastRun: (folder) => results.get(folder.toString()),
    isRunning: (folder) => running.has(folder.toString()),
    onDidRun: ran.event,
    dispose() {
      // A test that never ends must not outlive the window.
      cancelAll.cancel();
      cancelAll.dispose();
      owned.dispose();
    },
  };
}

/** The tests of a lab that a request asks for. */
function wantedTests(tree: LabTree, { include, exclude }: vscode.TestRunRequest): ReadonlySet<vscode.TestItem> {
  const holds = (list: readonly vscode.TestItem[] | undefined, items: readonly vscode.TestItem[]): boolean => items.some(({ id }) => list?.some((each) => each.id === id) === true);
  const wanted = [...tree.files.values()].flatMap(({ item, tests }) => [...tests.values()].filter((test) => {
    const chain = [tree.root, item, test];
    return (include === undefined || holds(include, chain)) && !holds(exclude, chain);
  }));
  return new Set(wanted);
}

function anyOf(...tokens: readonly vscode.CancellationToken[]): vscode.CancellationToken {
  return {
    get isCancellationRequested() { return tokens.some(({ isCancellationRequested }) => isCancellationRequested); },
    onCancellationRequested: (listener) => vscode.Disposable.from(...tokens.map((token) => token.onCancellationRequested(listener))),
  };
}
