import * as vscode from 'vscode';
import { TEAM_KINDS } from '../../src/core';
import { compileTeamEntries } from '../../src/core/team';
import { pathOf } from '../../src/features/team/newEntry';
import { starterEntry } from '../../src/features/team/starter';
import { COMMANDS } from '../../src/ids';
import { assert } from './support/assert';
import { activeTab, api, closeAll, hoverAt, until } from './support/studio';

const folder = (): vscode.WorkspaceFolder => vscode.workspace.workspaceFolders?.[0] ?? assert.fail('the tests need a folder');
const fileOf = (path: string): vscode.Uri => vscode.Uri.joinPath(folder().uri, '.systems-studio', 'library', ...path.split('/'));
/** Through edits of the workspace, as the Explorer does: the test server has no file watcher of its own. */
async function edit(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  change(workspaceEdit);
  assert.ok(await vscode.workspace.applyEdit(workspaceEdit), 'the edit was made');
}
const write = (path: string, text: string): Promise<void> => edit((each) => { each.createFile(fileOf(path), { overwrite: true, contents: new TextEncoder().encode(text) }); });
const remove = (path: string): Promise<void> => edit((each) => { each.deleteFile(fileOf(path), { recursive: true }); });
const move = (from: vscode.Uri, to: vscode.Uri): Promise<void> => edit((each) => { each.renameFile(from, to); });

const PATTERN = 'patterns/resilience/quiet-queue.md';
const patternText = (title = 'Quiet Queue'): string =>
  starterEntry({ kind: 'pattern', title, category: 'resilience' }, '2026-11-21').replace('code: []', 'code: [quiet queue]');

/** Waits until the library answers as wanted: changes arrive without a reload. */
async function libraryWith(what: string, holds: (title: (id: string) => string | undefined) => boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const library = await (await api()).library();
    if (holds((id) => library.get(id)?.title)) return;
    if (attempt === 150) assert.fail(`Waited for ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

const problemsOf = (path: string): vscode.Diagnostic[] => vscode.languages.getDiagnostics(fileOf(path)).filter(({ source }) => source === 'Systems Studio');
const errorsOf = (path: string): vscode.Diagnostic[] => problemsOf(path).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

describe('Entries of the workspace', () => {
  before(api);
  afterEach(closeAll);

  it('are in the library, marked with the name of the folder', async () => {
    await libraryWith('the sample entries', (titleOf) => titleOf('payment-hold') !== undefined && titleOf('charged-without-tickets') !== undefined);
    const studio = await api();
    const entry = (await studio.library()).get('payment-hold');
    assert.equal(entry?.workspace, folder().name);
    assert.equal((await studio.search('payment hold'))[0]?.entry.id, 'payment-hold');
    assert.ok((await studio.recommend({ hurts: ['lost-or-repeated-work'] })).some((each) => each.entry.id === 'payment-hold'));
    const document = await vscode.workspace.openTextDocument({ content: 'class PaymentHold {}', language: 'java' });
    assert.match(await hoverAt(document, 10), new RegExp(`Payment Hold pattern, silver tier, from ${folder().name.replace('-', '.*-')}`));
    assert.deepEqual(problemsOf('patterns/resilience/payment-hold.md').map(({ message }) => message), []);
    assert.deepEqual(problemsOf('playbooks/charged-without-tickets.md').map(({ message }) => message), []);
  });

  it('have pages like any other', async () => {
    await vscode.commands.executeCommand(COMMANDS.openEntry, 'payment-hold');
    await activeTab('Payment Hold');
    await vscode.commands.executeCommand(COMMANDS.copyAsMarkdown, 'payment-hold');
    assert.match(await vscode.env.clipboard.readText(), /^# Payment Hold\n/);
  });

  it('come, change, move and go with their files, without a reload', async () => {
    await write(PATTERN, patternText());
    await libraryWith('the new entry', (titleOf) => titleOf('quiet-queue') === 'Quiet Queue');
    const document = await vscode.workspace.openTextDocument({ content: 'class QuietQueue {}', language: 'java' });
    assert.match(await hoverAt(document, 10), /Quiet Queue/);
    await write(PATTERN, patternText('Silent Queue'));
    await libraryWith('the new title', (titleOf) => titleOf('quiet-queue') === 'Silent Queue');
    assert.equal((await (await api()).search('silent queue'))[0]?.entry.id, 'quiet-queue');
    await move(fileOf(PATTERN), fileOf('patterns/resilience/calm-queue.md'));
    await libraryWith('the new name', (titleOf) => titleOf('calm-queue') === 'Silent Queue' && titleOf('quiet-queue') === undefined);
    await remove('patterns/resilience/calm-queue.md');
    await libraryWith('the entry to go', (titleOf) => titleOf('calm-queue') === undefined);
    assert.equal(await hoverAt(document, 10), '');
  });

  it('go with their folder, and come back with it', async () => {
    await write('guides/deep/on-call.md', starterEntry({ kind: 'guide', title: 'On Call' }, '2026-11-21'));
    await libraryWith('the guide', (titleOf) => titleOf('on-call') === 'On Call');
    await move(fileOf('guides'), vscode.Uri.joinPath(folder().uri, 'guides-elsewhere'));
    await libraryWith('the guide to go', (titleOf) => titleOf('on-call') === undefined);
    await move(vscode.Uri.joinPath(folder().uri, 'guides-elsewhere'), fileOf('guides'));
    await libraryWith('the guide to come back', (titleOf) => titleOf('on-call') === 'On Call');
    await remove('guides');
    await libraryWith('the guide to go for good', (titleOf) => titleOf('on-call') === undefined);
  });

  it('with an error stay out, with a diagnostic at the line, while the rest goes on working', async () => {
    await write(PATTERN, patternText().replace('tier: silver', 'tier: platinum'));
    await until('the diagnostic', () => errorsOf(PATTERN).length > 0);
    const [error] = errorsOf(PATTERN);
    const line = patternText().split('\n').findIndex((text) => text.startsWith('tier:'));
    assert.equal(error?.range.start.line, line);
    assert.match(error?.message ?? '', /^"tier" is "platinum"; use one of "gold", "silver", "bronze"\.$/);
    await libraryWith('the others', (titleOf) => titleOf('quiet-queue') === undefined && titleOf('payment-hold') !== undefined);
    await write(PATTERN, patternText());
    await until('the diagnostic to go', () => errorsOf(PATTERN).length === 0);
    await libraryWith('the mended entry', (titleOf) => titleOf('quiet-queue') !== undefined);
    await remove(PATTERN);
    await until('all diagnostics to go', () => problemsOf(PATTERN).length === 0);
  });

  it('are checked as they are typed; the library waits for the file', async () => {
    await write(PATTERN, patternText());
    await libraryWith('the entry', (titleOf) => titleOf('quiet-queue') === 'Quiet Queue');
    const editor = await vscode.window.showTextDocument(fileOf(PATTERN));
    await editor.edit((edit) => { edit.insert(new vscode.Position(1, 0), 'colour: red\n'); });
    await until('the diagnostic of what was typed', () => errorsOf(PATTERN)[0]?.range.start.line === 1);
    assert.equal((await (await api()).library()).get('quiet-queue')?.title, 'Quiet Queue');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', fileOf(PATTERN), new vscode.Range(1, 0, 1, 5));
    assert.ok(actions.some(({ command }) => command?.command === COMMANDS.openEntryFormat));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the document to be as its file', () => !editor.document.isDirty);
    await until('the diagnostic of what was typed to go', () => errorsOf(PATTERN).length === 0);
    await editor.edit((edit) => { edit.insert(new vscode.Position(1, 0), 'colour: red\n'); });
    await until('the diagnostic again', () => errorsOf(PATTERN).length > 0);
    await editor.document.save();
    await libraryWith('the saved error to keep the entry out', (titleOf) => titleOf('quiet-queue') === undefined);
    assert.ok(errorsOf(PATTERN).length > 0);
    await closeAll();
    await remove(PATTERN);
    await until('all diagnostics to go', () => problemsOf(PATTERN).length === 0);
  });

  it('of a megabyte and more are not read', async () => {
    await write(PATTERN, `${patternText()}${'word '.repeat(210_000)}`);
    await until('the diagnostic', () => errorsOf(PATTERN).some(({ message }) => /1000000/.test(message)));
    await libraryWith('the others', (titleOf) => titleOf('quiet-queue') === undefined && titleOf('payment-hold') !== undefined);
    await remove(PATTERN);
    await until('the diagnostic to go', () => problemsOf(PATTERN).length === 0);
  });

  it('cannot bring a command or markup of their own into a hover', async () => {
    const title = 'Evil](command:workbench.action.quit) <b>$(zap)';
    await write(PATTERN, patternText().replace('title: "Quiet Queue"', `title: ${JSON.stringify(title)}`));
    await libraryWith('the entry', (titleOf) => titleOf('quiet-queue') === title);
    const document = await vscode.workspace.openTextDocument({ content: 'class QuietQueue {}', language: 'java' });
    const text = await hoverAt(document, 10);
    assert.doesNotMatch(text, /[^\\]\]\(command:workbench|<b>/);
    const commands = [...text.matchAll(/[^\\]\]\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
    assert.ok(commands.length > 0 && commands.every((command) => command.startsWith('systemsStudio.')), commands.join(', '));
    await remove(PATTERN);
    await libraryWith('the entry to go', (titleOf) => titleOf('quiet-queue') === undefined);
  });
});

describe('New Team Entry', () => {
  before(api);
  afterEach(closeAll);

  for (const kind of TEAM_KINDS) {
    it(`writes a ${kind} that joins with warnings at most`, async () => {
      const entry = { kind, title: 'A "New": Thing', ...(kind === 'pattern' ? { category: 'cost' as const } : {}), ...(kind === 'case-study' ? { domain: 'gaming' as const } : {}) };
      const { entries, problems } = compileTeamEntries([{ file: 'file', path: pathOf(entry), text: starterEntry(entry, '2026-11-21'), workspace: 'shop' }], await (await api()).library());
      assert.deepEqual(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message), []);
      assert.deepEqual(problems.filter(({ message }) => /section|heading|phase/i.test(message) && !/cites nothing|has no diagram|has no query|exercises/.test(message)).map(({ message }) => message), []);
      assert.deepEqual(entries.map(({ id, title }) => [id, title]), [['a-new-thing', 'A "New": Thing']]);
    });
  }

  it('opens the file, joins the library, and never overwrites', async () => {
    await vscode.commands.executeCommand(COMMANDS.newTeamEntry, { kind: 'playbook', title: 'Café Offline' });
    await activeTab('cafe-offline.md');
    await libraryWith('the playbook', (titleOf) => titleOf('cafe-offline') === 'Café Offline');
    await write('playbooks/cafe-offline.md', 'mine');
    await vscode.commands.executeCommand(COMMANDS.newTeamEntry, { kind: 'playbook', title: 'Café Offline' });
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf('playbooks/cafe-offline.md'))), 'mine');
    await closeAll();
    await remove('playbooks/cafe-offline.md');
    await libraryWith('the playbook to go', (titleOf) => titleOf('cafe-offline') === undefined);
  });

  it('writes nothing for a title that the library has', async () => {
    await vscode.commands.executeCommand(COMMANDS.newTeamEntry, { kind: 'guide', title: 'Circuit Breaker' });
    await assert.rejects(() => vscode.workspace.fs.stat(fileOf('guides/circuit-breaker.md')));
  });
});
