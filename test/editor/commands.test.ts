import * as vscode from 'vscode';
import { COMMANDS } from '../../src/ids';
import { assert } from './support/assert';
import { activeTab, api, closeAll } from './support/studio';

describe('The commands', () => {
  it('are all registered', async () => {
    await api();
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const command of Object.values(COMMANDS)) assert.ok(registered.has(command), command);
  });
});

describe('The documents that come with the extension', () => {
  afterEach(closeAll);

  it('open in a preview: what is new, and how to take part', async () => {
    await api();
    await vscode.commands.executeCommand(COMMANDS.showWhatsNew);
    await activeTab('Preview CHANGELOG.md');
    await vscode.commands.executeCommand(COMMANDS.openContributingGuide);
    await activeTab('Preview CONTRIBUTING.md');
  });
});

describe('The API', () => {
  it('gives the library, search, mentions and recommendations', async () => {
    const studio = await api();
    assert.equal(studio.version, 1);
    const library = await studio.library();
    assert.ok(library.get('circuit-breaker'));
    assert.equal((await studio.search('circiut braker'))[0]?.entry.id, 'circuit-breaker');
    const [mention] = await studio.findMentions('const breaker = new CircuitBreaker();', 'typescript');
    assert.equal(mention?.entry.id, 'circuit-breaker');
    assert.deepEqual([mention?.start, mention?.end], [20, 34]);
    const [first] = await studio.recommend({ hurts: ['cascading-failures'] });
    assert.equal(first?.entry.id, 'circuit-breaker');
    assert.ok((first?.reasons.length ?? 0) > 0);
  });
});
