import * as vscode from 'vscode';
import { LAB_TESTS } from '../../ids';
import { createLabRunner, type LabRunner, type LabStudio } from './labRunner';
import type { StartedLab, StartedLabs } from './startedLabs';
import { createTestingView, type TestingView } from './testingView';
import type { LabTree } from './testItems';
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

export function createLabTests(studio: LabStudio, labs: StartedLabs): LabTests {
  const ran = new vscode.EventEmitter<void>();
  const results = new Map<string, LabSummary>();
  const running = new Set<string>();
  const cancelAll = new vscode.CancellationTokenSource();
  let testing: { readonly view: TestingView; readonly runLab: LabRunner } | undefined;
  let syncing = Promise.resolve();

  /** Whoever has never started a lab is spared the icon of the Testing view. */
  function open(): NonNullable<typeof testing> {
    if (testing) return testing;
    const view = createTestingView(LAB_TESTS, (lab) => studio.lab(lab), {
      find: sync,
      findAgain: () => {
        labs.refresh();
        return sync();
      },
      run: (request, token) => runAll(request, token),
      replay,
    });
    return (testing = { view, runLab: createLabRunner(studio, view.controller) });
  }

  /** Brings the view up to date with the labs that are there; one time after the other. */
  function sync(): Promise<void> {
    syncing = syncing.catch(() => undefined).then(syncNow);
    return syncing;
  }

  async function syncNow(): Promise<void> {
    const [all, library] = await Promise.all([labs.all(), studio.library()]);
    const titles = new Map(library.labs.map(({ id, title }) => [id, title]));
    const known = all.flatMap((started) => {
      const title = titles.get(started.lab);
      return title === undefined ? [] : [{ started, title }];
    });
    if (known.length > 0 || testing) await open().view.show(known);
  }

  async function runAll(request: vscode.TestRunRequest, token: vscode.CancellationToken, seed?: string): Promise<void> {
    await sync();
    const { view, runLab } = open();
    const run = view.controller.createTestRun(request);
    try {
      for (const tree of view.trees.values()) {
        const wanted = wantedTests(tree, request);
        if (wanted.size > 0 && !token.isCancellationRequested) await runOne(runLab, run, tree, wanted, anyOf(token, run.token, cancelAll.token), seed);
      }
    } finally {
      run.end();
      ran.fire();
    }
  }

  async function runOne(runLab: LabRunner, run: vscode.TestRun, tree: LabTree, wanted: ReadonlySet<vscode.TestItem>, token: vscode.CancellationToken, seed: string | undefined): Promise<void> {
    const { id } = tree.root;
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
    const involved = [...open().view.trees.values()].filter((tree) => wantedTests(tree, request).size > 0);
    const last = involved.flatMap(({ root }) => results.get(root.id)?.seed ?? []).at(-1);
    const seed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Replay a Failing Seed'),
      prompt: vscode.l10n.t('A failing simulation names its seed. With that seed alone the same things happen again, and the output shows all of them.'),
      value: last ?? '',
      validateInput: (text) => (/^\d+$/.test(text.trim()) ? undefined : vscode.l10n.t('A seed is a whole number, such as 17.')),
    });
    if (seed !== undefined) await runAll(request, token, seed.trim());
  }

  const aloud = (work: Promise<unknown>): void => { work.catch((cause: unknown) => { studio.log.error('The labs cannot be listed', cause); }); };
  /** The icons beside the tests are wanted as soon as a file of a lab is looked at; until then nothing is read. */
  const look = (editors: readonly vscode.TextEditor[]): void => {
    for (const { document } of editors) aloud(labs.notice(document.uri).then((inLab) => (inLab ? sync() : undefined)));
  };
  if (labs.any()) open();
  look(vscode.window.visibleTextEditors);
  const owned = vscode.Disposable.from(ran, labs.onDidChange(() => { aloud(sync()); }), vscode.window.onDidChangeVisibleTextEditors(look));

  return {
    async run(started) {
      await sync();
      const id = started.folder.toString();
      const { view } = open();
      const tree = view.trees.get(id);
      if (!tree) return undefined;
      results.delete(id);
      await runAll(new vscode.TestRunRequest([tree.root], undefined, view.profile), cancelAll.token);
      return results.get(id);
    },
    lastRun: (folder) => results.get(folder.toString()),
    isRunning: (folder) => running.has(folder.toString()),
    onDidRun: ran.event,
    dispose() {
      // A test that never ends must not outlive the window.
      cancelAll.cancel();
      cancelAll.dispose();
      owned.dispose();
      testing?.view.dispose();
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
