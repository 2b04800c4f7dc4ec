import * as vscode from 'vscode';
import type { Log } from '../../src/studio/log';
import { createParsing } from '../../src/studio/parsing';
import { assert } from './support/assert';
import { extension } from './support/host';
import { MemoryFiles } from './support/memoryFiles';

const SCHEME = 'studio-parsing';
const FILE = '/dist/parsing.js';
const MESSAGE = /^A part of .* cannot be loaded\. Reinstall the extension; nothing of yours is lost/;

describe('The parsers, a bundle of their own', () => {
  let files: MemoryFiles;
  let registration: vscode.Disposable;
  let shipped: string;
  let logged: string[];
  const log = { error: (message: string, cause?: unknown) => { logged.push(`${message}: ${String(cause)}`); } } as Log;
  const installed = (): ReturnType<typeof createParsing> => createParsing(vscode.Uri.from({ scheme: SCHEME, path: '/' }), log);

  before(async () => {
    shipped = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension().extensionUri, 'dist', 'parsing.js')));
  });
  beforeEach(() => {
    files = new MemoryFiles();
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files);
    logged = [];
  });
  afterEach(() => { registration.dispose(); });

  it('are loaded as they are shipped, and once', async () => {
    files.put(FILE, shipped);
    const parsing = installed();
    const [first, second] = await Promise.all([parsing(), parsing()]);
    assert.equal(first, second);
    files.files.clear();
    assert.equal(await parsing(), first, 'not read again');
    assert.deepEqual(first.emergencySteps('## First five minutes\n\n1. Look at `p99`.').map(({ text }) => text), ['Look at `p99`.']);
    const { problems } = first.readTeamEntry({ file: 'a', path: 'guides/a.md', workspace: 'w', text: '---\ntitle: On: Call\n---\n' });
    assert.ok(problems.some(({ message, line }) => line === 2 && message.startsWith('not valid YAML')), JSON.stringify(problems));
    assert.deepEqual(logged, []);
  });

  it('say what to do when the file is missing, and load once it is back', async () => {
    const parsing = installed();
    await assert.rejects(parsing, MESSAGE);
    assert.match(logged.join('\n'), /^Cannot load dist\/parsing\.js: .*\/dist\/parsing\.js/);
    files.put(FILE, shipped);
    assert.equal(typeof (await parsing()).toPortableMarkdown, 'function');
  });

  it('say so too when the file is damaged, and change nothing by what is left of it', async () => {
    const damages: Readonly<Record<string, string>> = {
      'cut off': shipped.slice(0, shipped.length / 2),
      empty: '',
      'a page of a proxy': '<!DOCTYPE html><title>Sign in</title>',
      'of another version': shipped.replaceAll('readTeamEntry', 'readTeamEntries'),
      'asking for the editor': `require("vscode");${shipped}`,
    };
    for (const [damage, text] of Object.entries(damages)) {
      const parsing = installed();
      files.put(FILE, text);
      await parsing().then(() => assert.fail(`${damage}: no error`), (error: unknown) => { assert.match((error as Error).message, MESSAGE, damage); });
      files.put(FILE, shipped);
      assert.equal(typeof (await parsing()).readTeamEntry, 'function', damage);
    }
    assert.equal(logged.length, Object.keys(damages).length);
    assert.match(logged.join('\n'), /It has no readTeamEntry/);
  });
});
