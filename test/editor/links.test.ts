import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../src/ids';
import { assert } from './support/assert';
import { activeTab, api, closeAll, openTabs } from './support/studio';

/** VS Code asks before an extension handles a link; this setting says that the person has agreed. */
const CONFIRMED = 'extensions.confirmedUriHandlerExtensionIds';

function open(path: string): Thenable<unknown> {
  return vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(`${vscode.env.uriScheme}://${EXTENSION_ID}${path}`));
}

describe('A link from outside', () => {
  before(async () => {
    await api();
    await vscode.workspace.getConfiguration().update(CONFIRMED, [EXTENSION_ID], vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    await vscode.workspace.getConfiguration().update(CONFIRMED, undefined, vscode.ConfigurationTarget.Global);
  });
  afterEach(closeAll);

  it('opens the entry', async () => {
    await open('/entry/saga');
    await activeTab('Saga');
  });

  it('opens the entry at a section', async () => {
    await open('/entry/saga#failure-modes');
    await activeTab('Saga');
  });

  it('opens nothing when it is malformed or names an unknown entry', async () => {
    for (const path of ['/entry/no-such-entry', '/entry/../../etc', '/entry/', '/other/saga', '']) await open(path);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    assert.deepEqual(openTabs(), []);
  });
});
