import * as vscode from 'vscode';
import { COMMANDS, EXTENSION_ID } from '../../src/ids';
import { assert } from './support/assert';
import { activeTab, api, closeAll, openTabs } from './support/studio';

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);

describe('The page', () => {
  before(api);
  afterEach(closeAll);

  it('opens an entry by id, and reuses its tab for the next', async () => {
    await run(COMMANDS.openEntry, 'circuit-breaker');
    await activeTab('Circuit Breaker');
    await run(COMMANDS.openEntry, 'saga');
    await activeTab('Saga');
    assert.equal(openTabs().length, 1);
  });

  it('goes back and forward', async () => {
    await run(COMMANDS.openEntry, 'circuit-breaker');
    await activeTab('Circuit Breaker');
    await run(COMMANDS.openEntry, 'bulkhead');
    await activeTab('Bulkhead');
    await run(COMMANDS.pageBack);
    await activeTab('Circuit Breaker');
    await run(COMMANDS.pageForward);
    await activeTab('Bulkhead');
  });

  it('opens a second page to the side', async () => {
    await run(COMMANDS.openEntry, 'circuit-breaker');
    await activeTab('Circuit Breaker');
    await run(COMMANDS.openEntryToSide, 'bulkhead');
    await activeTab('Bulkhead');
    assert.deepEqual(openTabs().sort(), ['Bulkhead', 'Circuit Breaker']);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it('opens nothing for an unknown id, and survives a page that is closed while it loads', async () => {
    await run(COMMANDS.openEntry, 'no-such-entry');
    assert.deepEqual(openTabs(), []);
    const opening = run(COMMANDS.openEntry, 'circuit-breaker');
    await closeAll();
    await opening;
    await closeAll();
    await run(COMMANDS.openEntry, 'bulkhead');
    await activeTab('Bulkhead');
  });

  it('copies a link and the text as Markdown', async () => {
    await run(COMMANDS.copyLink, 'circuit-breaker');
    assert.equal(await vscode.env.clipboard.readText(), `${vscode.env.uriScheme}://${EXTENSION_ID}/entry/circuit-breaker`);
    await run(COMMANDS.copyAsMarkdown, 'circuit-breaker');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^# Circuit Breaker\n/);
    assert.match(text, /## How it works/);
    assert.match(text, /\[\^nygard-2018\]: /);
  });
});
