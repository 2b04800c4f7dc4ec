import * as vscode from 'vscode';
import { checksOf, endOf, type Library } from '../../src/core';
import { markOf } from '../../src/features/emergency/document';
import { createNotes, type IncidentNotes } from '../../src/features/emergency/notes';
import { requirePlaybook } from '../../src/features/emergency/panel';
import { emergencyItems, pickEmergency } from '../../src/features/emergency/picker';
import { createIncidentStore, type IncidentStore } from '../../src/features/emergency/store';
import { isoWithZone, sinceStart, timeOfDay } from '../../src/features/emergency/times';
import { COMMANDS, STATE_KEYS } from '../../src/ids';
import type { Log } from '../../src/studio/log';
import type { Studio } from '../../src/studio/studio';
import { assert } from './support/assert';
import { activeTab, api, closeAll, openTabs, until } from './support/studio';
import { memoryFiles } from './support/memoryFiles';

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
let start = Date.UTC(2026, 10, 21, 13, 3, 5);

function memento(values = new Map<string, unknown>()): vscode.Memento & { readonly values: Map<string, unknown> } {
  return {
    values,
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T): T => (values.has(key) ? values.get(key) : fallback) as T,
    update: (key: string, value: unknown) => {
      values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

function quietLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return { lines, info: (line) => { lines.push(line); }, warn: (line) => { lines.push(line); }, error: (line) => { lines.push(line); }, show: () => undefined, dispose: () => undefined };
}

describe('Our System Is on Fire', () => {
  let library: Library;
  before(async () => { library = await (await api()).library(); });
  afterEach(closeAll);

  it('opens the page of a playbook by its id, painted when the command is done', async function () {
    const times: number[] = [];
    for (const [id, title] of [['queue-backlog', 'Queue Backlog'], ['latency-spike', 'Latency Spike'], ['queue-backlog', 'Queue Backlog']] as const) {
      await closeAll();
      const begun = performance.now();
      await run(COMMANDS.onFire, id);
      times.push(Math.round(performance.now() - begun));
      await activeTab(`Incident: ${title}`);
    }
    assert.deepEqual(openTabs(), ['Incident: Queue Backlog']);
    // The console of a host is not shown; the title of a test is. Budget: 500 ms.
    if (this.test) this.test.title += `: ${times.join(', ')} ms`;
  });

  it('says what to do about an id that no playbook has, and opens nothing', async () => {
    for (const id of ['no-such-playbook', 'circuit-breaker', '']) {
      await run(COMMANDS.onFire, id);
      assert.deepEqual(openTabs(), []);
      assert.throws(() => requirePlaybook(library, id), new RegExp(`no playbook "${id}".*choose what you see`));
    }
  });

  it('asks for the symptom when a row of a view is handed over instead of an id, and does nothing when cancelled', async () => {
    const running = run(COMMANDS.onFire, { entryId: 'circuit-breaker' });
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    await run('workbench.action.closeQuickOpen');
    await running;
    assert.deepEqual(openTabs(), []);
    const picking = pickEmergency(library, undefined, start);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    await run('workbench.action.closeQuickOpen');
    assert.equal(await picking, undefined);
  });
});

describe('The rows of the symptom picker', () => {
  let library: Library;
  before(async () => { library = await (await api()).library(); });

  it('name the symptom that was typed, its playbook and the time of the first relief', () => {
    const [row] = emergencyItems(library, 'dead letter', undefined, start);
    assert.equal(row?.label, 'Dead letter queue fills');
    assert.equal(row?.description, 'Queue Backlog · first relief in 10–30 minutes');
    assert.match(row?.detail ?? '', /Consumer lag rises/);
    assert.equal(emergencyItems(library, '', undefined, start).length, library.all('playbook').length);
  });

  it('begin with the incident under way, until something is typed or it has ended', async () => {
    const store = createIncidentStore(memento(), quietLog(), () => start);
    await store.follow('hot-partition');
    const labels = (text: string, minutes: number): string => emergencyItems(library, text, store.current(), start + minutes * 60_000)[0]?.label ?? '';
    assert.equal(labels('', 12), 'Continue: Hot Partition, 12 min');
    assert.equal(labels('', 125), 'Continue: Hot Partition, 2 h 5 min');
    assert.equal(labels('queue', 12), 'Queue grows although consumers run');
    await store.change({ type: 'end' });
    assert.doesNotMatch(labels('', 12), /Continue/);
    store.dispose();
  });

  it('lead on when nothing fits', () => {
    const rows = emergencyItems(library, 'qxzvbn', undefined, start);
    assert.deepEqual(rows.map(({ choice }) => choice.type), ['list', 'search']);
    assert.match(rows[0]?.label ?? '', /No playbook is for "qxzvbn"/);
    assert.ok(library.get('emergency-playbooks'), 'the list of all playbooks is an entry');
  });
});

describe('The store of the incident', () => {
  it('survives the window: clock, checks and notes', async () => {
    const state = memento();
    let now = start;
    const store = createIncidentStore(state, quietLog(), () => now);
    await store.follow('queue-backlog');
    now += 65_000;
    await store.change({ type: 'check', playbook: 'queue-backlog', step: 'a', text: 'A.' });
    await store.setNotes(start, { uri: 'untitled:Untitled-9', written: 2 });
    const again = createIncidentStore(memento(state.values), quietLog(), () => now);
    assert.deepEqual(again.current(), store.current());
    const incident = again.current();
    assert.deepEqual(incident && [...checksOf(incident, 'queue-backlog')], [['a', start + 65_000]]);
  });

  it('goes on with the same clock for another playbook, and begins anew after the end', async () => {
    let now = start;
    const store = createIncidentStore(memento(), quietLog(), () => now);
    await store.follow('queue-backlog');
    now += 1_000;
    await store.follow('hot-partition');
    assert.equal(store.current()?.events[0]?.time, start);
    await store.change({ type: 'end' });
    now += 1_000;
    await store.follow('hot-partition');
    const incident = store.current();
    assert.equal(incident?.events[0]?.time, start + 2_000);
    assert.equal(incident && endOf(incident), null);
  });

  it('drops what cannot be read, with a line in the log, and writes nothing by reading', () => {
    const state = memento(new Map([[STATE_KEYS.incident, { version: 1, events: 'many' }]]));
    const log = quietLog();
    const store = createIncidentStore(state, log);
    assert.equal(store.current(), undefined);
    assert.equal(log.lines.length, 1);
    assert.match(log.lines[0] ?? '', /dropped: events/);
  });

  it('says so when storing fails, and keeps the incident until the window closes', async () => {
    const state = memento();
    const full = { ...state, update: () => Promise.reject(new Error('disk full')) };
    const store = createIncidentStore(full, quietLog());
    await assert.rejects(store.follow('queue-backlog'), /could not be stored \(disk full\)/);
    assert.ok(store.current());
  });
});

describe('The times of an incident', () => {
  it('are read as they were written, with their zone', () => {
    assert.equal(Date.parse(isoWithZone(start)), start);
    assert.match(isoWithZone(start), /^2026-11-2\dT\d\d:\d\d:05[+-]\d\d:\d\d$/);
    assert.ok(isoWithZone(start).includes(timeOfDay(start)));
    assert.equal(sinceStart(130_999), '+02:10');
    assert.equal(sinceStart(3_600_000), '+01:00:00');
  });
});

describe('Incident notes', () => {
  const files = memoryFiles('studio-notes');
  let store: IncidentStore;
  let notes: IncidentNotes;
  let now: number;
  let log: ReturnType<typeof quietLog>;

  beforeEach(async () => {
    const studio = await api();
    log = quietLog();
    // Notes are told apart by their start, and documents of the test before may still be open.
    start += 86_400_000;
    now = start;
    store = createIncidentStore(memento(), log, () => now);
    notes = createNotes({ library: () => studio.library(), log } as unknown as Studio, store);
    await store.follow('queue-backlog');
  });
  afterEach(async () => {
    notes.dispose();
    store.dispose();
    // Unsaved documents would ask before they close.
    for (let tabs = 0; tabs < 10 && vscode.window.activeTextEditor; tabs++) await run('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await until('all documents to be closed', () => !vscode.window.activeTextEditor);
  });
  after(() => { files.dispose(); });

  async function check(step: string, seconds: number, type: 'check' | 'uncheck' = 'check'): Promise<void> {
    now = start + seconds * 1000;
    await store.change({ type, playbook: 'queue-backlog', step, text: `Do ${step}.` });
    await notes.settled();
  }
  async function opened(): Promise<vscode.TextDocument> {
    await notes.open();
    await notes.settled();
    const incident = store.current() ?? assert.fail('no incident');
    const isNotes = ({ uri, isClosed }: vscode.TextDocument): boolean => !isClosed && uri.toString() === incident.notes?.uri;
    const document = await until('the notes', () => vscode.workspace.textDocuments.find((each) => isNotes(each) && each.getText().includes(markOf(incident))));
    await until('the notes in front', () => vscode.window.activeTextEditor?.document === document);
    return document;
  }
  const line = (seconds: number, text: string): string => `- ${timeOfDay(start + seconds * 1000)} (${sinceStart(seconds * 1000)}) ${text}`;
  async function edit(document: vscode.TextDocument, change: (text: string) => string): Promise<void> {
    const edits = new vscode.WorkspaceEdit();
    const text = document.getText();
    edits.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), change(text));
    assert.ok(await vscode.workspace.applyEdit(edits));
  }

  it('begin with what has been checked, and take each further step as a line', async () => {
    await check('one', 61);
    const document = await opened();
    assert.equal(document.isUntitled, true);
    assert.equal(document.languageId, 'markdown');
    assert.equal(document.lineAt((vscode.window.activeTextEditor?.selection.active.line ?? 0) - 2).text, '## Impact', 'the cursor is where one writes first');
    await check('two', 130);
    await check('one', 131, 'uncheck');
    await store.follow('hot-partition');
    await store.change({ type: 'end' });
    await notes.settled();
    const text = document.getText();
    assert.match(text, /^# Incident notes: Queue Backlog\n\n- Started: .*\n- Playbook: \[Queue Backlog\]\(.*\/entry\/queue-backlog\)\n\n## Impact\n\n\n\n## Timeline\n\n/);
    assert.match(text, /\n\n## Decisions\n\n## Follow-ups\n$/);
    assert.ok(text.includes(markOf(store.current() ?? assert.fail('no incident'))));
    const lines = text.split('\n').filter((each) => /^- \d\d:/.test(each));
    assert.deepEqual(lines, [
      line(0, 'Incident started with the playbook "Queue Backlog".'),
      line(61, 'Do one.'),
      line(130, 'Do two.'),
      line(131, 'Taken back: Do one.'),
      line(131, 'Playbook changed to "Hot Partition".'),
      line(131, 'Incident ended.'),
    ]);
  });

  it('are found again after they were edited, the heading moved or removed', async () => {
    const document = await opened();
    await edit(document, (text) => `${text.replace('## Timeline\n', '')}\n### timeline\n\nMoved.\n\n### End\n`);
    await check('one', 5);
    assert.ok(document.getText().includes(`### timeline\n\nMoved.\n${line(5, 'Do one.')}\n\n### End`), document.getText());
    await edit(document, () => 'Only this is left.\n## A Timeline of sorts\n');
    await check('two', 6);
    assert.equal(document.getText(), `Only this is left.\n## A Timeline of sorts\n${line(6, 'Do two.')}\n`);
  });

  it('are followed into the file that they were saved to, also when it is closed', async () => {
    const untitled = await opened();
    await check('one', 5);
    const uri = files.put('/notes.md', '');
    const file = await vscode.workspace.openTextDocument(uri);
    await edit(file, () => untitled.getText());
    assert.ok(await file.save());
    await vscode.window.showTextDocument(untitled);
    await run('workbench.action.revertAndCloseActiveEditor');
    await check('two', 6);
    assert.ok(file.getText().includes(line(6, 'Do two.')), file.getText());
    await vscode.window.showTextDocument(file);
    assert.ok(await file.save());
    await run('workbench.action.closeActiveEditor');
    await check('three', 7);
    const again = await vscode.workspace.openTextDocument(uri);
    assert.ok(again.getText().includes(`${line(6, 'Do two.')}\n${line(7, 'Do three.')}`), again.getText());
    assert.equal(store.current()?.notes?.uri, uri.toString());
    await vscode.window.showTextDocument(again);
  });

  it('are let go when they were closed, and new ones contain everything', async () => {
    await opened();
    await check('one', 5);
    await run('workbench.action.revertAndCloseActiveEditor');
    // The address is given to the next document, which is none of ours.
    const other = await vscode.workspace.openTextDocument({ content: 'Mine.' });
    await vscode.window.showTextDocument(other);
    await check('two', 6);
    assert.equal(store.current()?.notes, null);
    assert.equal(other.getText(), 'Mine.');
    await run('workbench.action.revertAndCloseActiveEditor');
    const document = await opened();
    assert.ok(document.getText().includes(`${line(5, 'Do one.')}\n${line(6, 'Do two.')}\n`), document.getText());
  });

  it('are new although VS Code gives them the address of notes that were closed a moment ago', async () => {
    await opened();
    await check('one', 5);
    await run('workbench.action.revertAndCloseActiveEditor');
    await store.setNotes(start, null);
    const document = await opened();
    assert.ok(document.getText().includes(line(5, 'Do one.')), document.getText());
  });

  it('lose nothing while their file takes no edits or is gone', async () => {
    const uri = files.put('/gone.md', '');
    await store.setNotes(start, { uri: uri.toString(), written: 1 });
    files.remove('/gone.md');
    await check('one', 5);
    assert.equal(store.current()?.notes, null);
    assert.ok((await opened()).getText().includes(line(5, 'Do one.')));
  });

  it('come to the front when they are there already', async () => {
    const document = await opened();
    await run('workbench.action.files.newUntitledFile');
    assert.equal((await opened()).uri.toString(), document.uri.toString());
    await run('workbench.action.revertAndCloseActiveEditor');
  });
});
