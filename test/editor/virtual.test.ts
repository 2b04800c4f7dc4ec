import * as vscode from 'vscode';
import { COMMANDS } from '../../src/ids';
import { assert } from './support/assert';
import { activeTab, api, closeAll, hoverAt } from './support/studio';

/** A read-only file system in memory: what a virtual workspace offers, with no path on any disk. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(private readonly files: ReadonlyMap<string, string>) {}
  watch(): vscode.Disposable { return new vscode.Disposable(() => undefined); }
  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.files.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
  }
  readFile(uri: vscode.Uri): Uint8Array { return new TextEncoder().encode(this.files.get(uri.path) ?? ''); }
  readDirectory(): [string, vscode.FileType][] { return []; }
  createDirectory(): void { throw vscode.FileSystemError.NoPermissions(); }
  writeFile(): void { throw vscode.FileSystemError.NoPermissions(); }
  delete(): void { throw vscode.FileSystemError.NoPermissions(); }
  rename(): void { throw vscode.FileSystemError.NoPermissions(); }
}

describe('A file that is on no disk', () => {
  let files: vscode.Disposable;
  before(async () => {
    await api();
    const provider = new MemoryFiles(new Map([['/notes.md', 'We use a circuit breaker.\n']]));
    files = vscode.workspace.registerFileSystemProvider('studio-memory', provider, { isReadonly: true });
  });
  after(async () => {
    await closeAll();
    files.dispose();
  });

  it('has hovers and leads to the page', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('studio-memory:/notes.md'));
    assert.match(await hoverAt(document, document.getText().indexOf('breaker')), /Circuit Breaker/);
    await vscode.commands.executeCommand(COMMANDS.openEntry, 'circuit-breaker');
    await activeTab('Circuit Breaker');
  });
});

describe('Search Library', () => {
  before(api);
  afterEach(closeAll);

  it('takes a query as its argument', async () => {
    await vscode.commands.executeCommand(COMMANDS.search, 'compensating transactoin');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await activeTab('Saga');
  });
});
