import * as vscode from 'vscode';
import * as v from 'valibot';
import { COMMANDS, type CommandId } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { watchLastEditor } from './insert';
import { LONGEST_LINK } from './longestLink';
import { createKeptInputs } from './keptInputs';
import { createCalculatorPages } from './panel';
import { pickCalculator } from './picker';

/** Those that people look for by their own names; the others are behind "Open Calculator". */
const NAMED: readonly (readonly [CommandId, string])[] = [
  [COMMANDS.openAvailabilityCalculator, 'availability'],
  [COMMANDS.openCapacityCalculator, 'capacity'],
  [COMMANDS.openLatencyCalculator, 'latency'],
  [COMMANDS.openCostCalculator, 'cost'],
];

/** The id of a calculator, and the inputs of a link; see `src/core/calculators/link.ts`. */
const ArgumentsSchema = v.object({ id: v.optional(v.nullable(v.string())), query: v.optional(v.nullable(v.string())) });

/** Calculators: opening them, keeping what is typed for this workspace, and what is done with their results. */
export function register(studio: Studio): vscode.Disposable {
  const kept = createKeptInputs(studio.context.workspaceState, studio.log);
  const editor = watchLastEditor();
  const pages = createCalculatorPages(studio, kept, editor);

  async function open(id?: string | null, query?: string | null): Promise<void> {
    const library = await studio.library();
    const chosen = id ?? (await pickCalculator(library, (calculator) => kept.of(calculator) !== null));
    if (chosen === undefined) return;
    const calculator = library.calculators.find((candidate) => candidate.id === chosen);
    if (!calculator) throw new Error(vscode.l10n.t('There is no calculator "{0}". Run "Open Calculator" to choose one.', chosen));
    const inputs = query ?? '';
    if (inputs.length > LONGEST_LINK) throw new Error(vscode.l10n.t('The inputs of the link are longer than {0} characters, so they were not used. Open the calculator, and load the rows of its tables from a file.', LONGEST_LINK));
    pages.open({ calculator: calculator.id, title: calculator.title, query: inputs === '' ? null : inputs });
  }

  return vscode.Disposable.from(
    pages,
    editor,
    // A node of the tree has its calculator's id.
    registerCommand(studio, COMMANDS.openCalculator, (id, query) => {
      const parsed = v.safeParse(ArgumentsSchema, { id: typeof id === 'object' && id !== null && 'calculatorId' in id ? id.calculatorId : id, query });
      if (!parsed.success) throw new Error(vscode.l10n.t('What was handed over names no calculator. Run "Open Calculator" from the Command Palette.'));
      return open(parsed.output.id, parsed.output.query);
    }),
    ...NAMED.map(([command, id]) => registerCommand(studio, command, () => open(id))),
  );
}
