import * as vscode from 'vscode';
import * as v from 'valibot';
import { createSearch } from '../../src/core';
import { CalculatorSchema } from '../../src/core/library/calculatorSchema';
import { watchLastEditor, type LastEditor } from '../../src/features/calculators/insert';
import { createKeptInputs } from '../../src/features/calculators/keptInputs';
import { LONGEST_LINK } from '../../src/features/calculators/longestLink';
import { readRows } from '../../src/features/calculators/rows';
import { attach, attachmentOf } from '../../src/features/decisions/attach';
import { searchItems } from '../../src/features/search/items';
import { COMMANDS, EXTENSION_ID, SETTINGS, STATE_KEYS } from '../../src/ids';
import { createLibraryStore } from '../../src/studio/libraryStore';
import type { Log } from '../../src/studio/log';
import { createParsing } from '../../src/studio/parsing';
import { createTeamLibrary } from '../../src/studio/team/teamLibrary';
import { assert } from './support/assert';
import { extension } from './support/host';
import { MemoryFiles } from './support/memoryFiles';
import { activeTab, api, closeAll, openTabs, until } from './support/studio';

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined, dispose: () => undefined };
const soon = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 300); });

async function titleOf(id: string): Promise<string> {
  const found = (await (await api()).library()).calculators.find((calculator) => calculator.id === id);
  if (!found) throw new Error(`No calculator "${id}"`);
  return found.title;
}

describe('A calculator', () => {
  before(api);
  afterEach(closeAll);

  it('opens by its id, by its own command and by a node of the tree, once each, several beside each other', async () => {
    await run(COMMANDS.openCalculator, 'quorum');
    await activeTab(await titleOf('quorum'));
    await run(COMMANDS.openAvailabilityCalculator);
    await activeTab(await titleOf('availability'));
    await run(COMMANDS.openCalculator, { calculatorId: 'quorum' }, 'n=5');
    await activeTab(await titleOf('quorum'));
    assert.deepEqual(openTabs().sort(), [await titleOf('availability'), await titleOf('quorum')].sort());
    for (const [command, id] of [[COMMANDS.openCapacityCalculator, 'capacity'], [COMMANDS.openLatencyCalculator, 'latency'], [COMMANDS.openCostCalculator, 'cost']] as const) {
      await run(command);
      await activeTab(await titleOf(id));
    }
    assert.equal(openTabs().length, 5);
  });

  it('opens nothing for an id that does not exist, for what is no id, and for inputs that are too long', async () => {
    for (const args of [['nothing'], [7], [{ calculatorId: 7 }], ['quorum', 7], ['quorum', `n=${'9'.repeat(LONGEST_LINK)}`]]) await run(COMMANDS.openCalculator, ...args);
    await soon();
    assert.deepEqual(openTabs(), []);
  });

  it('has its words beside the library', async () => {
    const store = createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log)));
    const words = await store.calculator('availability');
    assert.equal(words.title, await titleOf('availability'));
    // A page that cannot read them stays empty.
    for (const { id } of (await (await api()).library()).calculators) assert.ok(v.is(CalculatorSchema, await store.calculator(id)), id);
    await assert.rejects(store.calculator('nothing'), /Reinstall the extension/);
    store.dispose();
  });

  it('is found by what people call it', async () => {
    const library = await (await api()).library();
    const items = searchItems(createSearch(library), 'nines');
    const found = items.find(({ target }) => target?.type === 'calculator');
    assert.deepEqual(found?.target, { type: 'calculator', id: 'availability' });
    assert.match(found?.description ?? '', /nines/);
    assert.equal(searchItems(createSearch(library), '').filter(({ target }) => target?.type === 'calculator').length, library.calculators.length);
  });

  it('is offered only by entries that exist', async () => {
    const library = await (await api()).library();
    assert.ok(library.calculators.length > 0);
    for (const { id, entries } of library.calculators) for (const entry of entries) assert.ok(library.get(entry.id), `${id}: ${entry.id}`);
  });
});

describe('A link to a calculator', () => {
  const CONFIRMED = 'extensions.confirmedUriHandlerExtensionIds';
  const open = (rest: string): Thenable<unknown> => run('vscode.open', vscode.Uri.parse(`${vscode.env.uriScheme}://${EXTENSION_ID}${rest}`));
  before(async () => {
    await api();
    await vscode.workspace.getConfiguration().update(CONFIRMED, [EXTENSION_ID], vscode.ConfigurationTarget.Global);
  });
  after(() => vscode.workspace.getConfiguration().update(CONFIRMED, undefined, vscode.ConfigurationTarget.Global));
  afterEach(closeAll);

  it('opens it', async () => {
    await open('/calculator/quorum?n=3&r=2');
    await activeTab(await titleOf('quorum'));
    await open('/calculator/rate-limiting');
    await activeTab(await titleOf('rate-limiting'));
  });

  it('opens nothing when there is no such calculator', async () => {
    for (const rest of ['/calculator/nothing?n=3', '/calculator/', '/calculator/../quorum', `/calculator/quorum?n=${'9'.repeat(LONGEST_LINK)}`]) await open(rest);
    await soon();
    assert.deepEqual(openTabs(), []);
  });
});

describe('Inputs of a calculator', () => {
  const memento = (values: Map<string, unknown>): vscode.Memento => ({
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T): T => (values.has(key) ? values.get(key) : fallback) as T,
    update: (key, value: unknown) => {
      if (value === undefined) values.delete(key);
      else values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  });

  it('are kept by calculator, and forgotten when they are the example again', async () => {
    const values = new Map<string, unknown>();
    const kept = createKeptInputs(memento(values), log);
    const typed = { replicas: '5', measured: [['1', '2']], system: { type: 'component', name: 'A', availability: '99 %' } };
    assert.equal(kept.of('quorum'), null);
    assert.equal(await kept.keep('quorum', typed), true);
    assert.deepEqual(kept.of('quorum'), typed);
    assert.equal(kept.of('capacity'), null);
    await kept.keep('quorum', null);
    assert.deepEqual([...values.keys()], []);
  });

  it('are left out with a line in the log when they are damaged, and not kept when they are too large', async () => {
    const lines: string[] = [];
    const values = new Map<string, unknown>([[`${STATE_KEYS.calculatorInputs}.quorum`, { replicas: 5 }], [`${STATE_KEYS.calculatorInputs}.cost`, 'x']]);
    const kept = createKeptInputs(memento(values), { ...log, dispose: () => undefined, warn: (line) => { lines.push(line); } });
    assert.equal(kept.of('quorum'), null);
    assert.equal(kept.of('cost'), null);
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /"quorum"/);
    await kept.keep('cache', { a: '1' });
    assert.equal(await kept.keep('cache', { a: 'x'.repeat(70_000) }), false);
    assert.deepEqual(kept.of('cache'), { a: '1' });
  });
});

describe('What a calculator hands over', () => {
  let files: MemoryFiles;
  let scheme = '';
  let registered: vscode.Disposable;
  let editor: LastEditor;
  let number = 0;
  const text = '## Result\n\nA.\n';
  const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path });
  const write = (path: string, content: string): void => { files.put(path, content); };

  before(api);
  beforeEach(async () => {
    await closeAll();
    files = new MemoryFiles();
    scheme = `studio-calculators-${++number}`;
    registered = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    editor = watchLastEditor();
  });
  afterEach(async () => {
    editor.dispose();
    await run('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    registered.dispose();
  });

  it('goes to the selection of the last editor, and one step takes it back', async () => {
    write('/a.md', 'Before.\n\nhere\n\nAfter.\n');
    const document = await vscode.workspace.openTextDocument(at('/a.md'));
    const shown = await vscode.window.showTextDocument(document);
    shown.selection = new vscode.Selection(2, 0, 2, 4);
    await until('the editor to be noticed', () => vscode.window.activeTextEditor?.document === document);
    await run(COMMANDS.openCalculator, 'quorum');
    await activeTab(await titleOf('quorum'));
    assert.equal(await editor.insert(text), 'a.md');
    assert.equal(document.getText(), 'Before.\n\n## Result\n\nA.\n\n\nAfter.\n');
    await run('undo');
    await until('the step to be taken back', () => document.getText() === 'Before.\n\nhere\n\nAfter.\n');
  });

  it('stands on lines of its own within a line', async () => {
    write('/b.md', 'one two');
    const shown = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('/b.md')));
    shown.selection = new vscode.Selection(0, 4, 0, 4);
    await until('the editor to be noticed', () => vscode.window.activeTextEditor === shown);
    await editor.insert('T\n');
    assert.equal(shown.document.getText(), 'one \n\nT\n\ntwo');
  });

  it('becomes a document of its own where none is open', async () => {
    await editor.insert(text);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.equal(document?.languageId, 'markdown');
    assert.equal(document?.getText(), text);
  });

  it('leaves a document alone that is read-only, and says so', async () => {
    registered.dispose();
    registered = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true, isReadonly: true });
    write('/c.md', 'mine');
    const document = await vscode.workspace.openTextDocument(at('/c.md'));
    await vscode.window.showTextDocument(document);
    await until('the editor to be noticed', () => vscode.window.activeTextEditor?.document === document);
    await assert.rejects(editor.insert(text), /"c.md" cannot be changed: it is read-only/);
    assert.equal(document.getText(), 'mine');
    await assert.rejects(attach(at('/c.md'), text), /it is read-only.*on the clipboard/);
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  it('is attached to a record as it stands in the editor, saved or not, and one step takes it back', async () => {
    write('/0001-a.md', '# T\n\n## More Information\n\nText.\n');
    const document = await vscode.workspace.openTextDocument(at('/0001-a.md'));
    const shown = await vscode.window.showTextDocument(document);
    await shown.edit((edit) => { edit.insert(new vscode.Position(4, 0), 'Typed. '); });
    assert.equal(await run(COMMANDS.attachToRecord, { title: 'R', markdown: text }, at('/0001-a.md').toString()), '0001-a.md');
    assert.equal(document.getText(), '# T\n\n## More Information\n\nTyped. Text.\n\n### Result\n\nA.\n');
    assert.equal(document.isDirty, true);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 6);
    await run('undo');
    await until('the step to be taken back', () => document.getText() === '# T\n\n## More Information\n\nTyped. Text.\n');
  });

  it('is not lost when the record is no longer there', async () => {
    await assert.rejects(attach(at('/0002-gone.md'), text), /"0002-gone.md": it is no longer there.*on the clipboard/);
    assert.equal(await vscode.env.clipboard.readText(), text);
    for (const argument of [undefined, 'text', { title: 'T' }, { title: 'T', markdown: '' }]) assert.throws(() => attachmentOf(argument), /nothing to attach/);
  });

  it('reads rows from text in UTF-8 that is not too large', async () => {
    write('/rows.csv', '\uFEFFa;b\n1;2\n');
    assert.deepEqual(await readRows(at('/rows.csv')), { name: 'rows.csv', text: 'a;b\n1;2\n' });
    files.files.set('/utf16.csv', new Uint8Array([0xff, 0xfe, 0x61, 0x00]));
    await assert.rejects(readRows(at('/utf16.csv')), /"utf16.csv" is not text in UTF-8/);
    write('/large.csv', '1\n'.repeat(500_001));
    await assert.rejects(readRows(at('/large.csv')), /larger than 1 MB/);
  });
});

describe('The hover on an availability', () => {
  before(api);
  after(closeAll);

  async function hoverOn(figure: string, content: string, language = 'markdown'): Promise<string> {
    const document = await vscode.workspace.openTextDocument({ content, language });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(content.indexOf(figure) + 1));
    return hovers.flatMap(({ contents }) => contents.map((each) => ('value' in Object(each) ? (each as { value: string }).value : (each as string)))).filter((text) => text.includes(COMMANDS.openCalculator)).join('\n');
  }

  for (const [figure, content, language] of [
    ['99.95 %', 'We promise 99.95 % to our customers.', 'markdown'],
    ['99.95%', 'availability: 99.95%\n', 'yaml'],
    ['99.95', '{ "slo": { "objective": 99.95 } }', 'json'],
    ['99.95 %', 'Uptime of 99.95 % a month', 'plaintext'],
  ] as const) {
    it(`says what ${figure} means in ${language}`, async () => {
      const text = await hoverOn(figure, content, language);
      assert.match(text, /\*\*99\.95 % available\*\*: 21 min 55 s of downtime a month, 4 h 23 min a year/);
      assert.match(text, /5 min 2 s.*21 min 36 s/);
      assert.match(text, /command:systemsStudio\.openCalculator\?%5B%22availability%22%2C%22availability%3D99\.95%20%25%22%5D/);
    });
  }

  it('knows nines by their number', async () => {
    assert.match(await hoverOn('four nines', 'The contract asks for four nines.'), /99\.99 % available/);
  });

  it('keeps quiet on other figures, in code, and when it is switched off', async () => {
    assert.equal(await hoverOn('p99', 'p99 = 250ms with a fan-out of 100'), '');
    assert.equal(await hoverOn('99.9', 'The 99.9th percentile of latency'), '');
    assert.equal(await hoverOn('95', 'A hit ratio of 95 %'), '');
    assert.equal(await hoverOn('99.95 %', '// availability of 99.95 %', 'typescript'), '');
    await vscode.workspace.getConfiguration().update(SETTINGS.hoverAvailability, false, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await hoverOn('99.95 %', 'We promise 99.95 % to our customers.'), '');
    } finally {
      await vscode.workspace.getConfiguration().update(SETTINGS.hoverAvailability, undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
