import * as vscode from 'vscode';
import type { CommandId } from '../ids';
import { describeError } from './log';
import { reportProblem } from './problem';
import type { Studio } from './studio';

/**
 * Registers a command whose failure is told to the person in words, with the log one click away.
 *
 * @param run gets the arguments as they come: from a tree, a hover's command link, another extension
 */
export function registerCommand(
  studio: Studio,
  command: CommandId,
  run: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
    try {
      return await run(...args);
    } catch (cause) {
      reportProblem(studio.log, describeError(cause), cause);
      return undefined;
    }
  });
}

/** The id in a command's argument: an id, or anything with an `entryId` or `id`, such as a tree node. */
export function entryIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('entryId' in argument && typeof argument.entryId === 'string') return argument.entryId;
  if ('id' in argument && typeof argument.id === 'string') return argument.id;
  return undefined;
}
