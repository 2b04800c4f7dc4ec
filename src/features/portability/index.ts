import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createBulkChanges } from './bulkChange';
import { createCertificate } from './certificate';
import { exportProgress } from './exporting';
import { importProgress } from './importing';
import { resetProgress } from './resetting';

/** Progress belongs to the learner: out as a file, in by merging, back to the start, and onto a certificate. */
export function register(studio: Studio): vscode.Disposable {
  const changes = createBulkChanges(studio);
  const pathId = (argument: unknown): string | undefined => (typeof argument === 'string' ? argument : undefined);
  return vscode.Disposable.from(
    registerCommand(studio, COMMANDS.exportProgress, () => exportProgress(studio)),
    registerCommand(studio, COMMANDS.importProgress, () => importProgress(studio, changes)),
    registerCommand(studio, COMMANDS.resetProgress, (path) => resetProgress(studio, changes, pathId(path))),
    registerCommand(studio, COMMANDS.undoProgressChange, () => changes.undo()),
    registerCommand(studio, COMMANDS.createCertificate, (path) => createCertificate(studio, pathId(path))),
  );
}
