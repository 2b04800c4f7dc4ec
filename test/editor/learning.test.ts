import * as v from 'valibot';
import * as vscode from 'vscode';
import { attemptKey, change, changeItem, changeOf, CURRENT_PATH_KEY, dayNumber, dayOf, DONE, emptyProgress, isItemDone, learnKey, loadLibrary, mondayOf, pathProgress, startPlan, storedPlan, type Library, type ProgressDocument } from '../../src/core';
import { choosePath } from '../../src/features/learning/choose';
import { learningContent } from '../../src/features/learning/content';
import { learningLabels } from '../../src/features/learning/labels';
import { stepRow } from '../../src/features/learning/next';
import { childNodes, rootNodes, type LearningNode } from '../../src/features/learning/nodes';
import { openingOf } from '../../src/features/learning/open';
import { createPaceChoice } from '../../src/features/learning/paces';
import { linkPaths } from '../../src/features/learning/pathContent';
import { rowOf } from '../../src/features/learning/rows';
import type { Standing } from '../../src/features/learning/standing';
import { createStatusBar } from '../../src/features/learning/statusBar';
import { applyChecks } from '../../src/features/learning/tree';
import { COMMANDS, SETTINGS } from '../../src/ids';
import { today } from '../../src/studio/assessmentStore';
import { createProgressStore, type ProgressStore } from '../../src/studio/progressStore';
import type { Log } from '../../src/studio/log';
import type { Studio } from '../../src/studio/studio';
import { ToLearningSchema } from '../../src/webviews/protocol';
import { item, makeLibrary, path, pattern } from '../core/support/makeLibrary';
import { assert } from './support/assert';
import { extension } from './support/host';
import { scriptQuickPicks, type QuickPickScript } from './support/quickPicks';
import { activeTab, api, closeAll, until } from './support/studio';

const stamp = { now: 1000, replica: 'a' };
const library: Library = makeLibrary({
  entries: [pattern({ id: 'saga' })],
  labs: [{ id: 'saga-lab', title: 'Saga Lab', summary: 'A saga.', entry: 'saga', level: 'beginner', minutes: 90 }],
  quizzes: [{ entry: 'saga', questions: ['one', 'two', 'three'] }],
  paths: [
    path('foundations', [
      [item('read-saga', { entry: 'saga', minutes: 30 }), item('check-saga', { type: 'quiz', quizzes: ['saga'], minutes: 20 })],
      [item('lab-saga', { type: 'lab', lab: 'saga-lab', minutes: 90 }), item('build-it', { type: 'project', hasBrief: true, minutes: 100 })],
    ], { paces: [{ id: 'steady', weeks: 2, hoursPerWeek: 2 }, { id: 'intensive', weeks: 1, hoursPerWeek: 4 }] }),
    path('advanced', [[item('more', { type: 'exercise', hasBrief: true })]], { order: 2, prerequisites: ['You have done Foundations, or know as much.'] }),
    path('costs', [[item('count', { type: 'exercise', hasBrief: true })]], { order: 3, group: 'topic' }),
  ],
});
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined, dispose: () => undefined };

function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T): T => (values.has(key) ? values.get(key) : fallback) as T,
    update: (key: string, value: unknown) => { values.set(key, value); return Promise.resolve(); },
  };
}

function studioWith(): { studio: Studio; progress: ProgressStore; paces: ReturnType<typeof createPaceChoice> } {
  const globalState = memento();
  const progress = createProgressStore(globalState, log);
  const studio = { log, progress, library: () => Promise.resolve(library), context: { globalState } } as unknown as Studio;
  return { studio, progress, paces: createPaceChoice(studio) };
}

function standing(document: ProgressDocument, more: Partial<Standing['context']> = {}): Standing {
  return { library, document, assessment: undefined, context: { now: Date.now(), today: '2026-11-25', paceOf: () => undefined, due: [], attemptsOf: () => [], ...more } };
}
const following = (id: string, document = emptyProgress): ProgressDocument => change(document, CURRENT_PATH_KEY, id, stamp);
function the<T>(found: T | undefined | null): T {
  if (found === undefined || found === null) throw new Error('it is not there');
  return found;
}
const pathOf = (id: string) => the(library.paths.find((each) => each.id === id));
/** The node of the path that is followed. */
function currentOf(nodes: readonly LearningNode[]): Extract<LearningNode, { type: 'current' }> {
  const [first] = nodes;
  if (first?.type !== 'current') throw new Error('no path is followed');
  return first;
}
const rowsOf = (nodes: readonly LearningNode[], document: ProgressDocument) => nodes.map((node) => rowOf(node, document));

describe('The Learning view', () => {
  it('is empty at first, so that its welcome content shows', () => {
    assert.deepEqual(rootNodes(standing(emptyProgress)), []);
    assert.ok(rootNodes(standing(change(emptyProgress, learnKey('saga'), DONE, stamp))).length > 0);
  });

  it('shows the chosen path with the items of its week, each of which opens the right thing', () => {
    const document = changeItem(following('foundations'), 'foundations', item('read-saga', { entry: 'saga' }), true, stamp);
    const nodes = rootNodes(standing(document));
    const [current, rest] = [currentOf(nodes), nodes.slice(1)];
    assert.equal(rowOf(current, document).description, 'Week 1 of 2 · 12 %');
    const items = rowsOf(childNodes(current, document), document);
    assert.deepEqual(items.map(({ label }) => label), ['Read Saga', 'Check Saga']);
    assert.deepEqual(items.map(({ checkboxState }) => (checkboxState as { state: number }).state), [1, 0]);
    assert.deepEqual(items.map(({ command }) => [command?.command, ...((command?.arguments ?? []) as string[])]), [
      [COMMANDS.openEntry, 'saga'],
      ['systemsStudio.takeQuiz', 'foundations', 'check-saga'],
    ]);
    assert.deepEqual(rest.map(({ type }) => type), ['milestones', 'allPaths', 'takeAssessment']);
  });

  it('opens a lab and a project by their brief', () => {
    const [, , lab, project] = pathOf('foundations').weeks.flatMap(({ items }) => items);
    for (const each of [the(lab), the(project)]) {
      assert.deepEqual([openingOf('foundations', each).command, openingOf('foundations', each).arguments], ['systemsStudio.openBrief', ['foundations', each.id]]);
    }
  });

  it('says where the plan stands', () => {
    const hint = (start: string, todayIs = '2026-11-25'): unknown => {
      const document = startPlan(following('foundations'), 'foundations', start, stamp);
      return rowOf(currentOf(rootNodes(standing(document, { today: todayIs }))), document).description;
    };
    assert.equal(hint('2026-11-23'), 'Week 1 of 2 · 0 % · 5 days left');
    assert.equal(hint('2026-11-23', '2026-11-29'), 'Week 1 of 2 · 0 % · last day of the week');
    assert.equal(hint('2026-11-16'), 'Week 1 of 2 · 0 % · 1 week behind');
    assert.equal(hint('2026-11-02'), 'Week 1 of 2 · 0 % · 2 weeks behind');
    assert.match(String(hint('2026-11-30')), /· starts .*30/);
  });

  it('shows a failed check, and reviews only when some are due', () => {
    const document = change(following('foundations'), attemptKey('foundations.check-saga', 'x'), '3/5', stamp);
    const nodes = rootNodes(standing(document, { due: [{ due: 1 }, { due: 2 }] }));
    const second = the(nodes[1]);
    assert.equal(rowsOf(childNodes(currentOf(nodes), document), document)[1]?.description, 'Quiz · 20 min · 3/5, not passed');
    assert.equal(rowOf(second, document).label, 'Reviews: 2 due');
  });

  it('groups all paths, and keeps rows of the same item apart', () => {
    const document = following('foundations');
    const nodes = rootNodes(standing(document));
    const groups = nodes.filter(({ type }) => type === 'allPaths').flatMap((node) => childNodes(node, document));
    assert.deepEqual(rowsOf(groups, document).map(({ label }) => label), ['Roles', 'Topics']);
    const all = (node: LearningNode): readonly LearningNode[] => [node, ...childNodes(node, document).flatMap(all)];
    const ids = rowsOf(nodes.flatMap(all), document).flatMap(({ id }) => (id === undefined ? [] : [id]));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('stores what is checked, items and declared milestones alike', async () => {
    const { studio, progress } = studioWith();
    const document = following('foundations');
    const nodes = rootNodes(standing(document)).flatMap((node) => childNodes(node, document));
    const changes = nodes
      .filter((node) => (node.type === 'item' && node.progress.item.id === 'check-saga') || (node.type === 'milestone' && node.milestone.basis === 'declared'))
      .map((node) => [node, vscode.TreeItemCheckboxState.Checked] as const);
    assert.equal(changes.length, 2);
    await applyChecks(studio, changes);
    assert.equal(pathProgress(progress.document(), pathOf('foundations')).done, 1);
    assert.equal(Object.keys(progress.document().items).filter((key) => key.startsWith('declared:')).length, 1);
  });
});

describe('Choosing a learning path', () => {
  let picks: QuickPickScript;
  beforeEach(() => { picks = scriptQuickPicks(); });
  afterEach(() => { picks.dispose(); });

  it('asks for path, pace and start, and keeps all three', async () => {
    const { studio, progress, paces } = studioWith();
    const chosen = choosePath(studio, paces, undefined);
    const first = await picks.next();
    assert.deepEqual(first.items.map(({ label }) => label), ['Roles', 'Foundations', 'Advanced', 'Topics', 'Costs']);
    first.accept('Foundations');
    const second = await picks.next();
    assert.deepEqual([second.step, second.totalSteps], [2, 3]);
    second.accept('Intensive: 1 week of 4 hours');
    (await picks.next()).accept('Next Monday');
    assert.equal((await chosen)?.id, 'foundations');
    assert.equal(changeOf(progress.document(), CURRENT_PATH_KEY)?.state, 'foundations');
    assert.equal(paces.of(pathOf('foundations')), 'intensive');
    assert.equal(storedPlan(progress.document(), 'foundations')?.start, dayOf(mondayOf(dayNumber(today()) ?? 0) + 7));
  });

  it('writes nothing when it is cancelled at any step', async () => {
    const { studio, progress, paces } = studioWith();
    for (const answers of [[], ['Foundations'], ['Foundations', 'Intensive: 1 week of 4 hours']]) {
      const chosen = choosePath(studio, paces, undefined);
      for (const answer of answers) (await picks.next()).accept(answer);
      (await picks.next()).hide();
      assert.equal(await chosen, undefined);
    }
    assert.deepEqual(progress.document(), emptyProgress);
    assert.equal(paces.of(pathOf('foundations')), undefined);
  });

  it('skips what it knows: the path that it was called for, and a pace where there is one', async () => {
    const { studio, progress, paces } = studioWith();
    const chosen = choosePath(studio, paces, 'advanced');
    const only = await picks.next();
    assert.deepEqual([only.step, only.totalSteps, only.items[0]?.label], [1, 1, 'Today']);
    only.accept('Without dates');
    assert.equal((await chosen)?.id, 'advanced');
    assert.equal(storedPlan(progress.document(), 'advanced'), undefined);
  });

  it('keeps a plan that is there, unless it is told otherwise', async () => {
    const { studio, progress, paces } = studioWith();
    await progress.update((document, now) => startPlan(document, 'advanced', '2026-11-02', now));
    const kept = choosePath(studio, paces, 'advanced');
    (await picks.next()).accept('Keep the plan as it is');
    await kept;
    assert.equal(storedPlan(progress.document(), 'advanced')?.start, '2026-11-02');
    const cleared = choosePath(studio, paces, 'advanced');
    (await picks.next()).accept('Without dates');
    await cleared;
    assert.equal(storedPlan(progress.document(), 'advanced'), undefined);
  });
});

describe('The status bar item of learning', () => {
  const { createStatusBarItem } = vscode.window;
  const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration();
  afterEach(async () => {
    Object.assign(vscode.window, { createStatusBarItem });
    await configuration().update(SETTINGS.statusBarEnabled, undefined, vscode.ConfigurationTarget.Global);
  });

  it('is there once a path is followed, says where it stands, and goes by the setting', async () => {
    const shown = new Set<{ text: string; command: vscode.Command | undefined }>();
    Object.assign(vscode.window, {
      createStatusBarItem: () => {
        const item = { text: '', command: undefined, show: () => { shown.add(item); }, dispose: () => { shown.delete(item); } };
        return item;
      },
    });
    const nothing = new vscode.EventEmitter<void>();
    const { studio, progress, paces } = studioWith();
    const bar = createStatusBar({ ...studio, onDidReload: nothing.event, dispose: () => undefined }, paces, nothing.event);
    await progress.set(learnKey('saga'), true);
    assert.equal(shown.size, 0);
    await progress.update((document, now) => change(document, CURRENT_PATH_KEY, 'foundations', now));
    const item = await until('the item', () => [...shown][0]);
    assert.equal(item.text, '$(mortar-board) Week 1 · 0 %');
    assert.equal(item.command?.command, COMMANDS.openLearning);
    await configuration().update(SETTINGS.statusBarEnabled, false, vscode.ConfigurationTarget.Global);
    await until('the item to go', () => shown.size === 0);
    await configuration().update(SETTINGS.statusBarEnabled, true, vscode.ConfigurationTarget.Global);
    await until('the item to come back', () => shown.size === 1);
    bar.dispose();
    assert.equal(shown.size, 0);
  });
});

describe('The learning page', () => {
  const message = (document: ProgressDocument, id?: string) => ({
    type: 'show', content: learningContent(standing(document), id === undefined ? undefined : pathOf(id)), labels: learningLabels(), reveal: null,
  });

  it('is given all paths, or one, in the form that it checks', () => {
    for (const id of [undefined, ...library.paths.map((each) => each.id)]) v.parse(ToLearningSchema, message(following('foundations'), id));
    const overview = message(following('foundations')).content.overview;
    assert.deepEqual(overview?.groups.map(({ title, paths }) => [title, ...paths.map(({ title: name, action, followed }) => `${name}: ${action}${followed ? ', followed' : ''}`)]), [
      ['Roles', 'Foundations: Start, followed', 'Advanced: Start'],
      ['Topics', 'Costs: Start'],
    ]);
  });

  it('says in words how far behind the plan is, and which weeks can move', () => {
    const document = startPlan(following('foundations'), 'foundations', '2026-11-16', stamp);
    const { plan, weeks } = the(message(document, 'foundations').content.path);
    assert.match(plan.text, /Week 1 has ended with open items\./);
    assert.deepEqual(weeks.map(({ state, movable }) => [state, movable]), [['behind', true], ['this week', true]]);
    const read = message(changeItem(changeItem(document, 'foundations', item('read-saga', { entry: 'saga' }), true, stamp), 'foundations', item('check-saga', { type: 'quiz', quizzes: ['saga'] }), true, stamp), 'foundations');
    assert.deepEqual(read.content.path?.weeks.map(({ state, movable }) => [state, movable]), [[null, false], ['this week', true]]);
  });

  it('links the titles of other paths in prerequisites, as whole words', () => {
    assert.deepEqual(linkPaths('You have done Foundations, or know as much.', library.paths), [
      { text: 'You have done ', path: null }, { text: 'Foundations', path: 'foundations' }, { text: ', or know as much.', path: null },
    ]);
    assert.deepEqual(linkPaths('Costsaving', library.paths), [{ text: 'Costsaving', path: null }]);
  });

  it('gives a reason for every kind of step', () => {
    const first = the(pathOf('foundations').weeks[0]?.items[0]);
    const common = { path: pathOf('advanced'), finished: pathOf('foundations') };
    const rows = [
      stepRow({ kind: 'reviews', count: 1, overdueDays: 8 }, library),
      stepRow({ kind: 'weak-spot', entry: 'saga', right: 3, total: 5, daysAgo: 1 }, library),
      stepRow({ kind: 'item', path: pathOf('foundations'), item: first, week: 1, weeks: 2, begun: false, behind: 2, ahead: false }, library),
      stepRow({ kind: 'start', path: pathOf('foundations'), item: first }, library),
      stepRow({ kind: 'choose-path' }, library),
      stepRow({ kind: 'next-path', ...common, because: 'common', common: 0.5 }, library),
      stepRow({ kind: 'all-done' }, library),
    ];
    for (const { title, reason, run } of rows) assert.ok(title !== '' && reason.endsWith('.') && run.command.startsWith('systemsStudio.'), title);
    assert.match(rows[1]?.reason ?? '', /1 day ago/);
    assert.match(rows[2]?.reason ?? '', /Your plan is 2 weeks behind\./);
    assert.match(rows[5]?.reason ?? '', /50 % of Advanced/);
  });
});

describe('The commands of learning', () => {
  before(async () => { await api(); });
  afterEach(closeAll);

  it('open the page without a path and with one', async () => {
    await vscode.commands.executeCommand(COMMANDS.openLearning);
    await activeTab('Learning');
    await vscode.commands.executeCommand(COMMANDS.openLearning, 'foundations', 'correlated-failure');
    await activeTab('Learning');
  });

  it('are all there', async () => {
    const present = new Set(await vscode.commands.getCommands(true));
    for (const command of [COMMANDS.continueLearning, COMMANDS.whatNext, COMMANDS.choosePath]) assert.ok(present.has(command), command);
  });

  it('open an example to hover over, which the hover knows', async () => {
    await vscode.commands.executeCommand(COMMANDS.openHoverExample);
    const { document } = the(vscode.window.activeTextEditor);
    assert.ok(document.isUntitled);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(document.getText().indexOf('CircuitBreaker') + 2));
    assert.ok(hovers.length > 0);
  });

  it('find the real library’s first path', async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension().extensionUri, 'dist', 'library.json'));
    const real = loadLibrary(JSON.parse(new TextDecoder().decode(bytes)));
    const first = the(real.paths[0]);
    const document = following(first.id);
    const current = currentOf(rootNodes({ ...standing(document), library: real }));
    assert.ok(childNodes(current, document).length > 0);
    assert.equal(isItemDone(document, first.id, the(current.week.items[0]).item), false);
  });
});
