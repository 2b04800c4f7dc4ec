import * as vscode from 'vscode';
import type { Log } from './log';

/**
 * Tells a person what went wrong and what to do, with the log one click away, and writes the cause into the log.
 * For failures that follow from something a person did; background failures only go to the log.
 *
 * @param message what is wrong and what to do, translated
 * @param cause the underlying error, for the log only
 */
export function reportProblem(log: Log, message: string, cause?: unknown): void {
  log.error(message, cause);
  const showLog = vscode.l10n.t('Show Log');
  // VS Code makes links of "[text](command:…)" in a notification, and part of a message may come from outside.
  void vscode.window.showErrorMessage(message.replaceAll('](', '] ('), showLog).then((choice) => {
    if (choice === showLog) log.show();
  });
}
