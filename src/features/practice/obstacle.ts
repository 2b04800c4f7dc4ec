import * as vscode from 'vscode';
import { nodeProcesses } from './nodeProcess';

/** Why the tests of a lab cannot run here. */
export interface Obstacle {
  /** What is in the way and what to do, translated. */
  readonly text: string;
  /** Trusting the workspace would be enough. */
  readonly trust: boolean;
}

/**
 * @param folder of the started lab; without one, only what holds for every folder counts
 * @param host what the window can do; injected by tests
 */
export function findObstacle(folder?: vscode.Uri, host = { processes: nodeProcesses() !== undefined, trusted: vscode.workspace.isTrusted }): Obstacle | undefined {
  if (!host.processes) {
    return { trust: false, text: vscode.l10n.t('Tests cannot run in this window, because a browser runs no programs. Open the lab in desktop VS Code or in a remote window; everything else works here.') };
  }
  if (folder?.scheme === 'vscode-remote') {
    return { trust: false, text: vscode.l10n.t('The lab is on a remote machine, and this extension runs on yours. Open a terminal in the folder of the lab and run "node --test" there, or install the extension on the remote machine.') };
  }
  if (folder && folder.scheme !== 'file') {
    return { trust: false, text: vscode.l10n.t('The folder of the lab is on no disk, so no program can run in it. Start the lab again in a folder on a disk.') };
  }
  if (!host.trusted) {
    return { trust: true, text: vscode.l10n.t('Tests run only in a trusted workspace, because they run its code. Trust it, and they can run at once.') };
  }
  return undefined;
}
