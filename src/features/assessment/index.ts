import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { clearAssessment, takeAssessment } from './commands';

/** "Take the Assessment" and its result. Only a finished run is kept, and it replaces the one before. */
export function register(studio: Studio): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(studio, COMMANDS.takeAssessment, () => takeAssessment(studio)),
    registerCommand(studio, COMMANDS.clearAssessment, () => clearAssessment(studio)),
  );
}
