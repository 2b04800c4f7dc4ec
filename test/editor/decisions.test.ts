import * as vscode from 'vscode';
import { DECISION_FOLDERS, emptyDraft, parseRecord, type DecisionDraft } from '../../src/core';
import { draftOf } from '../../src/features/decisions/draftOf';
import { record, type Outcome, type Prompts, type Recording } from '../../src/features/decisions/flow';
import { locateRecords } from '../../src/features/decisions/locate';
import { createRecordStore, readFolders } from '../../src/features/decisions/store';
import { createTemplates, type Templates } from '../../src/features/decisions/template';
import { COMMANDS, SETTINGS } from '../../src/ids';
import type { Log } from '../../src/studio/log';
import { assert } from './support/assert';
import { MemoryFiles } from './support/memoryFiles';
import { activeTab, api, closeAll, until } from './support/studio';

const SCHEME = 'studio-records';
const draft: DecisionDraft = { ...emptyDraft, title: 'Use sagas', context: ['Orders fail half way. ![x](https://example.com/x.png)'] };
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined, dispose: () => undefined };
const MADR = '---\r\nstatus: accepted\r\ndate: 2026-01-05\r\n---\r\n\r\n# Use two-phase commit\r\n\r\n## Context and Problem Statement\r\n\r\nText.\r\n';
const NYGARD = '# 1. Use two-phase commit\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n';

/** Answers to all questions; one that is missing means that the person leaves there. */
interface Script {
  /** Index among the workspace folders. */
  readonly folder?: number;
  /** The draft's, unless told. */
  readonly title?: string | undefined;
  readonly status?: 'proposed' | 'accepted';
  /** Number of the record, or 0 for none. */
  readonly supersedes?: number;
  readonly directory?: string;
}

describe('Recording a decision', () => {
  let files: MemoryFiles;
  let templates: Templates;
  let registered: vscode.Disposable;
  let asked: string[];
  let authority = 0;
  let folder: vscode.WorkspaceFolder;

  before(api);
  beforeEach(() => {
    files = new MemoryFiles();
    templates = createTemplates();
    // Each test has a scheme of its own: VS Code remembers documents by their address.
    const scheme = `${SCHEME}-${++authority}`;
    registered = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    folder = { uri: vscode.Uri.from({ scheme, path: '/' }), name: 'memory', index: 0 };
    asked = [];
  });
  afterEach(async () => {
    await closeAll();
    templates.dispose();
    registered.dispose();
  });

  function prompts(script: Script): Prompts {
    const say = <T>(question: string, value: T | undefined): Promise<{ readonly value: T } | undefined> => {
      asked.push(question);
      return Promise.resolve(value === undefined ? undefined : { value });
    };
    return {
      workspaceFolder: (folders) => { asked.push('folder'); return Promise.resolve(folders[script.folder ?? -1]); },
      title: (before) => {
        assert.equal(before, draft.title, 'what the draft is called is offered');
        return say('title', script.title);
      },
      status: () => say('status', script.status),
      supersedes: async (folders) => {
        asked.push('supersedes');
        if (script.supersedes === undefined) return undefined;
        await Promise.resolve();
        for (const each of folders) {
          const file = each.records.find((candidate) => candidate.record.number === script.supersedes);
          if (file) return { value: { folder: each, file } };
        }
        return { value: undefined };
      },
      directory: () => say('directory', script.directory),
    };
  }
  function start(script: Script, more: Partial<Recording> = {}, folders: readonly vscode.WorkspaceFolder[] = [folder]): Promise<Outcome> {
    return record({ draft, today: '2026-11-21', ...more }, { prompts: prompts({ title: draft.title, ...script }), templates, folders, log });
  }
  const pathOf = (outcome: Outcome): string => (outcome.type === 'written' ? outcome.uri.path : outcome.type);

  for (const known of DECISION_FOLDERS) {
    it(`goes on in ${known}`, async () => {
      files.put(`/${known}/007-old.md`, NYGARD.replace('Accepted', 'Deprecated'));
      files.put(`/${known}/README.md`, '');
      assert.equal(pathOf(await start({ status: 'accepted' })), `/${known}/008-use-sagas.md`);
      assert.deepEqual(asked, ['title', 'status']);
      const written = parseRecord(files.text(`/${known}/008-use-sagas.md`) ?? '', '008-use-sagas.md');
      assert.deepEqual([written.title, written.status, written.number, written.date], ['Use sagas', 'accepted', 8, '2026-11-21']);
    });
  }

  it('goes where adr-tools says, even before there is a record', async () => {
    files.put('/.adr-dir', 'architecture/log\n');
    files.put('/docs/adr/0001-a.md', NYGARD);
    assert.equal(pathOf(await start({ status: 'proposed' })), '/architecture/log/0001-use-sagas.md');
  });

  it('asks where, when several folders or none have records', async () => {
    files.put('/README.md', '');
    assert.equal(pathOf(await start({ status: 'proposed', directory: 'docs/adr' })), '/docs/adr/0001-use-sagas.md');
    assert.deepEqual(asked, ['title', 'status', 'directory']);
    files.put('/adr/0004-a.md', NYGARD.replace('Accepted', 'Rejected'));
    files.put('/docs/adr/0001-use-sagas.md', NYGARD.replace('Accepted', 'Rejected'));
    assert.deepEqual((await locateRecords(folder)).found, [{ path: 'docs/adr', records: 1 }, { path: 'adr', records: 1 }]);
    assert.equal(pathOf(await start({ status: 'proposed', directory: 'adr' })), '/adr/0005-use-sagas.md');
  });

  it('asks for the workspace folder when there are several', async () => {
    const other = { ...folder, name: 'other', index: 1, uri: vscode.Uri.joinPath(folder.uri, 'other') };
    files.put('/other/adr/0001-a.md', '# A');
    assert.equal(pathOf(await start({ folder: 1, status: 'proposed' }, {}, [folder, other])), '/other/adr/0002-use-sagas.md');
    assert.deepEqual(asked, ['folder', 'title', 'status']);
  });

  it('changes nothing when the person leaves, at any question', async () => {
    files.put('/adr/0001-a.md', NYGARD);
    files.put('/docs/adr/0001-b.md', NYGARD);
    const before = files.paths();
    const answers = { title: 'T', status: 'proposed', supersedes: 0, directory: 'adr' } as const;
    for (const [index, question] of (['title', 'status', 'supersedes', 'directory'] as const).entries()) {
      asked = [];
      const script = Object.fromEntries(Object.entries(answers).slice(0, index)) as Script;
      assert.equal((await start({ title: undefined, ...script })).type, 'cancelled');
      assert.equal(asked.at(-1), question);
      assert.deepEqual(files.paths(), before);
    }
    asked = [];
    assert.equal((await start(answers, {}, [folder, folder])).type, 'cancelled');
    assert.deepEqual(asked, ['folder']);
    assert.equal(files.text('/adr/0001-a.md'), NYGARD);
  });

  it('never takes a name that is in use', async () => {
    files.put('/adr/0001-a.md', '# A');
    // Somebody else creates the same file between the listing and the writing.
    const list = files.readDirectory.bind(files);
    let listed = 0;
    files.readDirectory = (uri) => {
      const names = list(uri);
      if (uri.path === '/adr' && ++listed === 3) files.put('/adr/0002-use-sagas.md', '# Theirs');
      return names;
    };
    assert.equal(pathOf(await start({ status: 'accepted' })), '/adr/0003-use-sagas.md');
    assert.equal(files.text('/adr/0002-use-sagas.md'), '# Theirs');
  });

  for (const [form, text, changed] of [
    ['front matter with Windows line breaks and a byte order mark', `\uFEFF${MADR}`, `\uFEFF${MADR.replace('accepted', 'superseded by [ADR-0002](0002-use-sagas.md)')}`],
    ['a "Status" section', NYGARD, NYGARD.replace('Accepted', 'Superseded by [2. Use sagas](0002-use-sagas.md)')],
  ] as const) {
    it(`supersedes a record with ${form}, and changes nothing else in it`, async () => {
      files.put('/adr/0001-two-phase.md', text);
      assert.equal(pathOf(await start({ status: 'accepted', supersedes: 1 })), '/adr/0002-use-sagas.md');
      assert.equal(files.text('/adr/0001-two-phase.md'), changed);
      assert.match(files.text('/adr/0002-use-sagas.md') ?? '', /\nSupersedes \[ADR-0001: Use two-phase commit\]\(0001-two-phase\.md\)\.\n/);
    });
  }

  it('changes an open record as it stands in the editor, and leaves the saving to the person', async () => {
    // In a browser VS Code saves by itself after a second.
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    files.put('/adr/0001-two-phase.md', NYGARD);
    const uri = vscode.Uri.joinPath(folder.uri, 'adr/0001-two-phase.md');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => { edit.insert(new vscode.Position(0, 0), '<!-- mine -->\n\n'); });
    const [records] = await readFolders(folder, log);
    const [file] = records?.records ?? [];
    if (!records || !file) throw new Error('the record was not found');
    const given = await start({ status: 'accepted' }, { supersedes: { folder: records, file } });
    assert.deepEqual([pathOf(given), asked], ['/adr/0002-use-sagas.md', ['title', 'status']]);
    assert.equal(editor.document.getText(), `<!-- mine -->\n\n${NYGARD.replace('Accepted', 'Superseded by [2. Use sagas](0002-use-sagas.md)')}`);
    assert.ok(editor.document.isDirty);
    assert.equal(files.text('/adr/0001-two-phase.md'), NYGARD);
    await editor.document.save();
    await vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global);
  });

  it('gives the text back when it cannot be written', async () => {
    files.put('/adr/0001-two-phase.md', NYGARD);
    files.refuses = true;
    const failed = await start({ status: 'accepted', supersedes: 1 });
    assert.ok(failed.type === 'unwritten' && failed.why === 'failed' && failed.text.includes('# Use sagas'), JSON.stringify(failed));
    assert.equal(files.text('/adr/0001-two-phase.md'), NYGARD);
    const nowhere = await start({ status: 'accepted' }, {}, []);
    assert.ok(nowhere.type === 'unwritten' && nowhere.why === 'no folder' && nowhere.text.includes('# Use sagas'));
  });

  it('gives the text back where everything is read-only', async () => {
    const scheme = `${SCHEME}-fixed`;
    const fixed = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true });
    try {
      files.put('/adr/0001-a.md', NYGARD);
      await until('the editor to know the file system', () => vscode.workspace.fs.isWritableFileSystem(scheme) === false);
      const outcome = await start({ status: 'accepted' }, {}, [{ ...folder, uri: vscode.Uri.from({ scheme, path: '/' }) }]);
      assert.ok(outcome.type === 'unwritten' && outcome.why === 'read-only', JSON.stringify(outcome));
      assert.deepEqual(asked, ['title', 'status']);
    } finally {
      fixed.dispose();
    }
  });

  it('is listed anew after a change on disk, in folders that were there and in new ones', async () => {
    files.put('/README.md', '');
    files.put('/.adr-dir', 'log');
    const store = createRecordStore(log, () => [folder]);
    const listed = async (): Promise<string[]> => (await store.folders()).flatMap(({ records }) => records.map(({ name }) => name));
    const change = async (path: string, text: string): Promise<string[]> => {
      const changed = new Promise<void>((resolve) => { const once = store.onDidChange(() => { once.dispose(); resolve(); }); });
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, path), new TextEncoder().encode(text));
      await changed;
      return listed();
    };
    try {
      assert.deepEqual(await listed(), []);
      assert.deepEqual(await change('log/0001-a.md', NYGARD), ['0001-a.md']);
      assert.deepEqual(await change('log/0002-b.md', NYGARD), ['0002-b.md', '0001-a.md']);
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, '.adr-dir'));
      assert.deepEqual(await change('docs/adr/0001-c.md', NYGARD), ['0001-c.md']);
    } finally {
      store.dispose();
    }
  });

  it('follows the template of the team, and says what is wrong with it', async () => {
    const template = vscode.Uri.joinPath(folder.uri, '.systems-studio/adr-template.md');
    files.put('/adr/0001-a.md', '# A');
    files.put('/.systems-studio/adr-template.md', '# {{number}}: {{title}}\r\n\r\nState: {{status}}\r\n');
    await start({ status: 'accepted' });
    assert.equal(files.text('/adr/0002-use-sagas.md'), '# 0002: Use sagas\r\n\r\nState: accepted\r\n');
    files.put('/.systems-studio/adr-template.md', '# {{title}}\n\n{{owner}}\n');
    await start({ status: 'accepted' });
    assert.match(files.text('/adr/0003-use-sagas.md') ?? '', /## Context and Problem Statement/);
    const [problem] = vscode.languages.getDiagnostics(template);
    assert.match(problem?.message ?? '', /There is no placeholder \{\{owner\}\}\. Use one of: \{\{title\}\}/);
    assert.equal(problem?.range.start.line, 2);
    files.put('/.systems-studio/adr-template.md', '# {{title}}\n');
    assert.equal(pathOf(await start({ status: 'accepted', supersedes: 0 })), '/adr/0004-use-sagas.md');
    assert.deepEqual(vscode.languages.getDiagnostics(template), []);
  });

  it('starts from a pattern with its alternatives, and from a law with its context', async () => {
    const library = await (await api()).library();
    const of = (id: string): DecisionDraft => {
      const entry = library.get(id);
      if (!entry) throw new Error(id);
      return draftOf(library, entry, [{ id: 'a', author: 'A', title: 'T', year: 2020, url: 'https://example.com/', kind: 'post' }]);
    };
    const breaker = of('circuit-breaker');
    assert.equal(breaker.title, 'Use Circuit Breaker');
    assert.equal(breaker.options[breaker.chosen ?? -1]?.entry, 'circuit-breaker');
    assert.ok(breaker.options.length >= 2 && breaker.consequences.good.every((text) => !/^[A-Z][a-z]|\.$/.test(text)));
    assert.deepEqual(breaker.links.map(({ title }) => title), ['Circuit Breaker', 'A: T (2020)']);
    const law = of('correlated-failure');
    assert.deepEqual([law.title, law.options, law.chosen ?? 'none'], ['', [], 'none']);
    assert.ok(law.context.length > 0);
  });
});

/** Of the window's own workspace: the copy of the sample, which a run may change. */
describe('The command "Record a Decision"', () => {
  const folder = (): vscode.WorkspaceFolder => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    if (!first) throw new Error('The tests run in a workspace');
    return first;
  };
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder().uri, path);

  /** Accepts whatever is asked until the command is done. */
  async function accepting(command: Thenable<unknown>): Promise<unknown> {
    let done = false;
    const result = Promise.resolve(command).finally(() => { done = true; });
    const isDone = (): boolean => done;
    while (!isDone()) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => { setTimeout(resolve, 150); });
    }
    return result;
  }

  before(api);
  afterEach(async () => {
    await vscode.workspace.getConfiguration(undefined, folder().uri).update(SETTINGS.decisionsFolder, undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await closeAll();
  });
  after(async () => { await vscode.workspace.fs.delete(at('records'), { recursive: true }); });

  it('writes into the folder of the setting and opens the record', async () => {
    await vscode.workspace.getConfiguration(undefined, folder().uri).update(SETTINGS.decisionsFolder, 'records', vscode.ConfigurationTarget.WorkspaceFolder);
    const uri = await accepting(vscode.commands.executeCommand(COMMANDS.recordDecision, draft));
    assert.equal(String(uri), at('records/0001-use-sagas.md').toString());
    await activeTab('0001-use-sagas.md');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(at('records/0001-use-sagas.md')));
    assert.deepEqual(parseRecord(text).status, 'proposed');
  });

  it('asks once where records live, and keeps the answer in the settings of the workspace', async () => {
    await vscode.workspace.fs.writeFile(at('adr/0001-a.md'), new TextEncoder().encode('# A\n'));
    const templates = createTemplates();
    let asked = 0;
    const refuse = (): Promise<undefined> => Promise.resolve(undefined);
    const prompts: Prompts = {
      workspaceFolder: refuse,
      title: (before) => Promise.resolve({ value: before }),
      status: () => Promise.resolve({ value: 'proposed' }),
      supersedes: () => Promise.resolve({ value: undefined }),
      directory: () => { asked++; return Promise.resolve({ value: 'adr' }); },
    };
    try {
      for (const name of ['0002-use-sagas.md', '0003-use-sagas.md']) {
        const outcome = await record({ draft, today: '2026-11-21' }, { prompts, templates, folders: [folder()], log });
        assert.equal(outcome.type === 'written' ? outcome.uri.toString() : outcome.type, at(`adr/${name}`).toString());
      }
      assert.equal(asked, 1);
      assert.equal(vscode.workspace.getConfiguration(undefined, folder().uri).get(SETTINGS.decisionsFolder), 'adr');
    } finally {
      templates.dispose();
      await vscode.workspace.fs.delete(at('adr'), { recursive: true });
    }
  });

  it('hovers on links to other records and to entries, and is silent in other files', async () => {
    await vscode.workspace.getConfiguration(undefined, folder().uri).update(SETTINGS.decisionsFolder, 'records', vscode.ConfigurationTarget.WorkspaceFolder);
    const text = 'See [this](0001-use-sagas.md), ADR-1 and [that](vscode://systems-studio.distributed-systems-studio/entry/saga).\n';
    const put = (path: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    await put('records/0002-next.md');
    await put('records/notes.md');
    const hover = async (path: string, word: string): Promise<string> => {
      const document = await vscode.workspace.openTextDocument(at(path));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(text.indexOf(word) + 1));
      return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
    };
    assert.match(await hover('records/0002-next.md', 'this'), /\*\*0001 Use sagas\*\*[\s\S]*proposed[\s\S]*Orders fail half way\./);
    assert.doesNotMatch(await hover('records/0002-next.md', 'this'), /!\[/, 'no image is fetched');
    assert.match(await hover('records/0002-next.md', 'ADR-1'), /0001 Use sagas[\s\S]*\[Open\]\(.*0001-use-sagas\.md\)/);
    assert.match(await hover('records/0002-next.md', 'that'), /\*\*Saga pattern, silver tier\*\*/);
    for (const word of ['this', 'ADR-1', 'that']) assert.equal(await hover('records/notes.md', word), '');
  });

  it('refuses what is no draft, and asks nothing then', async () => {
    const before = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    for (const wrong of [{ title: 'T' }, 42, 'no-such-entry']) assert.equal(await vscode.commands.executeCommand(COMMANDS.recordDecision, wrong), undefined);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, before);
  });

  it('knows the page that is in front', async () => {
    await vscode.commands.executeCommand(COMMANDS.openEntry, 'bulkhead');
    await activeTab('Bulkhead');
    assert.equal(await vscode.commands.executeCommand(COMMANDS.activeEntry), 'bulkhead');
    await closeAll();
    await until('no active page', () => vscode.window.tabGroups.activeTabGroup.activeTab === undefined);
    assert.equal(await vscode.commands.executeCommand(COMMANDS.activeEntry), undefined);
  });
});
