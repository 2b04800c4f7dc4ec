import * as vscode from 'vscode';
import { change, changeItem, DONE, emptyProgress, isDone, LAB_MARKER, labKey, type Lab, type ProgressDocument } from '../../src/core';
import { briefContent, briefStatus } from '../../src/features/practice/briefContent';
import { createLabRunner, type LabStudio } from '../../src/features/practice/labRunner';
import { createNodeFinder } from '../../src/features/practice/nodePath';
import { nodeProcesses } from '../../src/features/practice/nodeProcess';
import { findObstacle } from '../../src/features/practice/obstacle';
import { createStartedLabs } from '../../src/features/practice/startedLabs';
import { findAssignment } from '../../src/features/practice/subject';
import { createLabTree, placeTests, type LabTree } from '../../src/features/practice/testItems';
import { isGreen, type LabSummary } from '../../src/features/practice/testRun';
import { writeLab } from '../../src/features/practice/writeLab';
import { COMMANDS, SETTINGS, STATE_KEYS } from '../../src/ids';
import { createLibraryStore } from '../../src/studio/libraryStore';
import type { Log } from '../../src/studio/log';
import { createParsing } from '../../src/studio/parsing';
import { createProgressStore } from '../../src/studio/progressStore';
import { createTeamLibrary } from '../../src/studio/team/teamLibrary';
import { assert } from './support/assert';
import { extension, isWeb, itNotInWeb } from './support/host';
import { MemoryFiles } from './support/memoryFiles';
import { activeTab, api, closeAll, until } from './support/studio';

const LAB = 'circuit-breaker-lab';
const TITLE = 'A circuit breaker that recovers';
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined, dispose: () => undefined };

interface RunAnswer { readonly summary: LabSummary | undefined; readonly done: boolean; readonly obstacle: string | undefined }
const run = <T>(command: string, ...args: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(command, ...args);
const runLab = (): Thenable<RunAnswer> => run<RunAnswer>(COMMANDS.runLab, LAB);

function memento(values = new Map<string, unknown>()): vscode.Memento {
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T): T => (values.has(key) ? values.get(key) : fallback) as T,
    update: (key: string, value: unknown) => {
      values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A folder of the workspace for one suite; a file in it stands for what a person has there already. */
function scratch(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The host has opened no folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

describe('Labs', () => {
  const parent = scratch('labs of mine');
  let store: ReturnType<typeof createLibraryStore>;
  let lab: Lab;
  before(async () => {
    await api();
    store = createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log)));
    lab = await store.lab(LAB);
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(parent, { recursive: true });
  });

  it('are written into a folder of their own, never over what is there, and open with the brief beside', async function () {
    this.timeout(60_000); // The first file of a language starts what the editor has for it.
    await writeText(vscode.Uri.joinPath(parent, LAB, 'src/circuitBreaker.js'), 'mine');
    const folder = vscode.Uri.parse(await run<string>(COMMANDS.startLab, LAB, parent.toString()));
    assert.equal(folder.path, `${parent.path}/${LAB}-2`);
    assert.equal(await readText(vscode.Uri.joinPath(parent, LAB, 'src/circuitBreaker.js')), 'mine');
    assert.deepEqual(JSON.parse(await readText(vscode.Uri.joinPath(folder, LAB_MARKER))), { lab: LAB });
    for (const { path, text } of lab.files) assert.equal(await readText(vscode.Uri.joinPath(folder, path)), text, path);
    await activeTab(TITLE);
    const columns = vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label));
    assert.deepEqual(columns, [['circuitBreaker.test.js', 'circuitBreaker.js'], [TITLE]]);
  });

  it('say why their tests cannot run, or fail until somebody has written the code', async () => {
    const answer = await runLab();
    if (isWeb()) {
      assert.equal(answer.summary, undefined);
      assert.match(answer.obstacle ?? '', /a browser runs no programs/);
      return;
    }
    assert.equal(answer.obstacle, undefined);
    assert.ok(answer.summary && answer.summary.failed > 0 && answer.summary.passed > 0, JSON.stringify(answer.summary));
    assert.equal(answer.summary?.total, lab.tests.flatMap(({ names }) => names).length);
    assert.match(answer.summary?.seed ?? '', /^\d+$/);
    assert.equal(answer.done, false);
  });

  itNotInWeb('no program runs in a browser', 'are done when all tests are green, and stay done', async () => {
    const folder = vscode.Uri.joinPath(parent, `${LAB}-2`);
    for (const { path, text } of lab.solution) await writeText(vscode.Uri.joinPath(folder, path), text);
    const green = await runLab();
    assert.deepEqual({ ...green.summary, passed: 0 }, { passed: 0, failed: 0, total: green.summary?.passed, full: true, end: 'ended' });
    assert.equal(green.done, true);
    await writeText(vscode.Uri.joinPath(folder, 'src/circuitBreaker.js'), 'class {');
    const broken = await runLab();
    assert.equal(broken.summary?.passed, 0, 'a file that cannot be loaded fails each of its tests');
    assert.equal(broken.summary?.failed, broken.summary?.total);
    assert.equal(broken.done, true);
  });

  it('cannot be started where nothing can be written, and say so', async () => {
    const registration = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider('studio-sealed', new MemoryFiles(), { isReadonly: true }),
      vscode.workspace.registerFileSystemProvider('studio-full', Object.assign(new MemoryFiles(), { refuses: true })),
    );
    try {
      await assert.rejects(writeLab(vscode.Uri.parse('studio-sealed:/'), lab), /read-only.*pick a folder that you can write to/);
      await assert.rejects(writeLab(vscode.Uri.parse('studio-full:/'), lab), /cannot be written/);
    } finally {
      registration.dispose();
    }
  });

  it('that are half written when the disk is full leave nothing behind', async () => {
    const files = new MemoryFiles();
    let written = 0;
    const write = files.writeFile.bind(files);
    files.writeFile = (uri, content) => {
      written += 1;
      if (written > 2) throw vscode.FileSystemError.Unavailable('no space');
      write(uri, content);
    };
    files.delete = (uri) => { for (const path of files.paths()) if (path.startsWith(`${uri.path}/`)) files.files.delete(path); };
    const registration = vscode.workspace.registerFileSystemProvider('studio-small', files);
    try {
      files.put('/other/file.txt', 'mine');
      await assert.rejects(writeLab(vscode.Uri.parse('studio-small:/other'), lab), /no space/);
      assert.deepEqual(files.paths(), ['/other/file.txt']);
    } finally {
      registration.dispose();
    }
  });

  it('are remembered as long as their folder is there, whatever storage says', async () => {
    const values = new Map<string, unknown>([[STATE_KEYS.startedLabs, 'damaged']]);
    const labs = createStartedLabs(memento(values), log);
    const own = vscode.Uri.joinPath(parent, 'remembered');
    await writeText(vscode.Uri.joinPath(own, LAB_MARKER), JSON.stringify({ lab: LAB }));
    await labs.remember({ lab: LAB, folder: own });
    assert.equal((await labs.find(LAB))?.folder.toString(), own.toString());
    assert.equal((await createStartedLabs(memento(values), log).find(LAB))?.folder.toString(), own.toString(), 'in another window');
    const stranger = createStartedLabs(memento(), log);
    assert.deepEqual([stranger.any(), await stranger.notice(vscode.Uri.joinPath(parent, 'package.js')), await stranger.notice(vscode.Uri.joinPath(own, 'test/a.test.js'))], [false, false, true]);
    assert.ok((await stranger.all()).some(({ folder }) => folder.toString() === own.toString()), 'a lab is known by a file of its own');
    await vscode.workspace.fs.delete(own, { recursive: true });
    labs.refresh();
    assert.notEqual((await labs.find(LAB))?.folder.toString(), own.toString());
    stranger.dispose();
    labs.dispose();
  });

  it('say what is in the way of their tests', () => {
    const text = (folder: string, host: { processes: boolean; trusted: boolean }): string => findObstacle(vscode.Uri.parse(folder), host)?.text ?? '';
    assert.match(text('file:///a', { processes: false, trusted: true }), /desktop VS Code or in a remote window/);
    assert.match(text('vscode-remote://ssh/a', { processes: true, trusted: true }), /node --test/);
    assert.match(text('vscode-vfs://github/a', { processes: true, trusted: true }), /on no disk/);
    assert.match(text('file:///a', { processes: true, trusted: false }), /Trust it/);
    assert.equal(findObstacle(vscode.Uri.parse('file:///a'), { processes: true, trusted: true }), undefined);
  });

  describe('in the Testing view', () => {
    let controller: vscode.TestController;
    let studio: LabStudio;
    let tree: LabTree;
    const own = scratch('labs under test');
    before(async function () {
      if (isWeb()) this.skip();
      controller = vscode.tests.createTestController('practice-tests', 'Practice');
      studio = { library: () => store.library(), lab: (id) => store.lab(id), progress: createProgressStore(memento(), log), log };
      const { folder } = await writeLab(own, lab);
      tree = createLabTree(controller, TITLE, { lab: LAB, folder }, lab);
      controller.items.add(tree.root);
      await placeTests(tree);
    });
    after(async () => {
      if (isWeb()) return;
      controller.dispose();
      await vscode.workspace.fs.delete(own, { recursive: true });
    });

    const all = (): Set<vscode.TestItem> => new Set([...tree.files.values()].flatMap(({ tests }) => [...tests.values()]));
    const put = (path: string, text: string): Promise<void> => writeText(vscode.Uri.joinPath(tree.started.folder, path), text);
    async function runTests(wanted: ReadonlySet<vscode.TestItem>, options: { silenceMs?: number; token?: vscode.CancellationToken; seed?: string } = {}): Promise<LabSummary | undefined> {
      const results = controller.createTestRun(new vscode.TestRunRequest([...wanted]), 'test', false);
      const token = options.token ?? new vscode.CancellationTokenSource().token;
      try {
        return await createLabRunner(studio, controller, options.silenceMs)({ run: results, tree, wanted, seed: options.seed }, token);
      } finally {
        results.end();
      }
    }

    it('each test stands at its line', async () => {
      const [file] = tree.files.values();
      const text = file ? await readText(file.uri) : '';
      for (const [name, { range }] of file?.tests ?? []) assert.ok(text.split('\n')[range?.start.line ?? -1]?.includes(name.split('\'')[0] ?? ''), name);
    });

    it('one test runs alone', async () => {
      const [file] = tree.files.values();
      const [, second] = file?.tests.values() ?? [];
      const summary = await runTests(new Set(second ? [second] : []));
      assert.deepEqual({ ...summary }, { passed: 0, failed: 1, total: 1, full: false, end: 'ended' });
    });

    it('one seed runs alone, and completes nothing', async () => {
      for (const { path, text } of lab.solution) await put(path, text);
      const summary = await runTests(all(), { seed: '7' });
      assert.deepEqual([summary?.failed, summary?.full], [0, false]);
      assert.equal(studio.progress.isDone(labKey(LAB)), false);
    });

    it('green tests that are not those of the lab complete nothing', async () => {
      const path = 'test/support/seeds.js';
      const original = lab.files.find((file) => file.path === path)?.text ?? '';
      await put(path, `${original}\n// weaker\n`);
      const summary = await runTests(all());
      assert.deepEqual([summary?.failed, summary?.full], [0, false]);
      assert.equal(studio.progress.isDone(labKey(LAB)), false);
      await put(path, original);
      const honest = await runTests(all());
      assert.ok(honest && isGreen(honest), JSON.stringify(honest));
      assert.ok(isDone(studio.progress.document(), labKey(LAB)));
    });

    it('an endless loop ends, and so does a run that is cancelled', async () => {
      await put('src/circuitBreaker.js', 'export class CircuitOpenError extends Error {}\nexport class CircuitBreaker { get state() { return "closed"; } call() { for (;;); } }\n');
      const summary = await runTests(all(), { silenceMs: 1_500 });
      assert.deepEqual([summary?.end, summary?.passed], ['silent', 0]);
      const source = new vscode.CancellationTokenSource();
      const running = runTests(all(), { token: source.token });
      setTimeout(() => { source.cancel(); }, 500);
      assert.equal((await running)?.end, 'cancelled');
    });

    it('a Node that is none is named with what to do', async () => {
      const processes = nodeProcesses();
      if (!processes) throw new Error('This host runs programs');
      const find = createNodeFinder(processes);
      assert.match((await find()).version, /^v\d+\.\d+\.\d+$/);
      const settings = vscode.workspace.getConfiguration();
      await settings.update(SETTINGS.labsNodePath, '/nowhere/node', vscode.ConfigurationTarget.Global);
      try {
        await until('the setting', () => vscode.workspace.getConfiguration().get(SETTINGS.labsNodePath) === '/nowhere/node');
        await assert.rejects(find(), /"\/nowhere\/node" does not run as Node.js 20 or newer/);
      } finally {
        await settings.update(SETTINGS.labsNodePath, undefined, vscode.ConfigurationTarget.Global);
      }
    });
  });
});

describe('A brief', () => {
  it('of a lab tells green tests from what the learner only declares', async () => {
    const store = createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log)));
    const library = await store.library();
    const { place: _place, ...assignment } = await findAssignment(store, { type: 'lab', lab: LAB });
    const [path] = library.paths;
    if (!path) throw new Error('The library has no path');
    const item = { id: 'breaker', type: 'lab', title: TITLE, minutes: 120, lab: LAB, hasBrief: false } as const;
    const stamp = { now: 1, replica: 'a' };
    const situation = { started: undefined, running: false, last: undefined, obstacle: undefined };
    const told = (document: ProgressDocument): readonly unknown[] => {
      const { done, basis, canMark } = briefStatus(document, { ...assignment, place: { path, item } }, situation);
      return [done, canMark, /declared by you/i.test(basis), /All tests are green/.test(basis)];
    };
    assert.deepEqual(told(emptyProgress), [false, true, true, false], 'before: what marking would claim');
    const declared = changeItem(emptyProgress, path.id, item, true, stamp);
    assert.deepEqual(told(declared), [true, true, true, false]);
    assert.deepEqual(told(change(declared, labKey(LAB), DONE, stamp)), [true, true, false, true]);
    assert.equal(briefStatus(emptyProgress, assignment, situation).canMark, false, 'a lab of no path has no mark');
  });


  before(api);
  afterEach(closeAll);

  it('opens by path and item, and by lab', async () => {
    await run(COMMANDS.openBrief, 'foundations', 'laboratory');
    await activeTab('Set up your laboratory');
    await run(COMMANDS.openLab, LAB);
    await activeTab(TITLE);
  });

  it('leads to the calculators that its entry names, and to none without', async () => {
    const store = createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log)));
    const library = await store.library();
    const calculatorsOf = async (subject: Parameters<typeof findAssignment>[1]): Promise<readonly string[]> =>
      briefContent(library, subject, { hints: 0, discussion: false }, await findAssignment(store, subject)).calculators.map(({ id }) => id);
    const expected = (entry: string): string[] => library.calculators.filter(({ entries }) => entries.some(({ id }) => id === entry)).map(({ id }) => id);
    const model = await calculatorsOf({ type: 'item', path: 'architecture', item: 'capacity-model' });
    assert.deepEqual(model, expected('capacity-planning'));
    assert.ok(model.includes('capacity'));
    const lab = library.labs.find(({ entry }) => expected(entry).length > 0);
    assert.deepEqual(await calculatorsOf({ type: 'lab', lab: lab?.id ?? '' }), expected(lab?.entry ?? ''));
    assert.deepEqual(await calculatorsOf({ type: 'item', path: 'foundations', item: 'laboratory' }), []);
  });

  it('that does not exist is told apart from one that is only to be read', async () => {
    const store = createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log)));
    const library = await store.library();
    const path = library.paths.find(({ id }) => id === 'foundations');
    const reading = path?.weeks.flatMap(({ items }) => items).find(({ hasBrief, lab }) => !hasBrief && lab === undefined);
    await assert.rejects(findAssignment(store, { type: 'item', path: 'foundations', item: 'no-such-item' }), /no item "no-such-item"/);
    await assert.rejects(findAssignment(store, { type: 'item', path: 'foundations', item: reading?.id ?? '' }), /has no brief/);
    await assert.rejects(findAssignment(store, { type: 'lab', lab: 'no-such-lab' }), /There is no lab/);
  });
});
