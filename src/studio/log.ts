import * as vscode from 'vscode';

/** The extension's output channel. Created on the first line, so that activation stays cheap. */
export interface Log extends vscode.Disposable {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
  show(): void;
}

export function createLog(): Log {
  let channel: vscode.LogOutputChannel | undefined;
  const open = (): vscode.LogOutputChannel =>
    (channel ??= vscode.window.createOutputChannel('Distributed Systems Studio', { log: true }));
  return {
    info: (message) => { open().info(message); },
    warn: (message) => { open().warn(message); },
    error: (message, cause) => {
      open().error(cause === undefined ? message : `${message}: ${describeError(cause)}`);
    },
    show: () => { open().show(true); },
    dispose: () => channel?.dispose(),
  };
}

/** The message of whatever was thrown. */
export function describeError(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
