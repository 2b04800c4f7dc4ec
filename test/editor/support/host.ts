import * as vscode from 'vscode';

export const extensionId = 'systems-studio.distributed-systems-studio';

/** Whether the suites run in the web extension host: a browser worker, where Node's `process` does not exist. */
export function isWeb(): boolean {
  return typeof process === 'undefined';
}

/** The extension under test; fails with a sentence when the host did not load it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  if (!found) throw new Error(`The host has not loaded ${extensionId}; see its log under out/logs`);
  return found;
}

/** Like `it`, in the Node host alone. The reason is for whoever wonders why the web count is lower. */
export function itNotInWeb(reason: string, title: string, test: Mocha.AsyncFunc): void {
  if (isWeb()) it.skip(`${title} (not in the web host: ${reason})`);
  else it(title, test);
}
