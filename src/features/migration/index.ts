import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { plan } from './plan';

/** "Plan a Migration": the questions and their result. Nothing is kept, and nothing is written but what is asked for. */
export function register(studio: Studio): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(studio, COMMANDS.planMigration, (argument) => plan(studio, argument)),
    registerCommand(studio, COMMANDS.planThisMigration, (argument) => plan(studio, argument)),
  );
}
