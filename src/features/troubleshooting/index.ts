import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';

/** What helps when something is broken: the log, and reading the library anew. */
export function register(studio: Studio): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(studio, COMMANDS.showLog, () => { studio.log.show(); }),
    registerCommand(studio, COMMANDS.reloadLibrary, () => { studio.reload(); }),
  );
}
