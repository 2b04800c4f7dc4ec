import * as vscode from 'vscode';
import { CALCULATOR_IDS } from '../../core/calculators/definition';
import { COMMANDS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import { addressOfCalculator, addressOfEntry } from '../../studio/entryAddress';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';

/** Links from outside (`vscode://…/entry/<id>`, `vscode://…/calculator/<id>?…`), and what can be copied to share an entry. */
export function register(studio: Studio): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        const target = parseLink(uri);
        if (target) {
          await vscode.commands.executeCommand(COMMANDS.openEntry, target.entry, target.section);
          return;
        }
        const [, calculator] = /^\/calculator\/([a-z-]+)\/?$/.exec(uri.path) ?? [];
        if (calculator !== undefined && (CALCULATOR_IDS as readonly string[]).includes(calculator)) {
          // VS Code has decoded the query once; the page reads it with and without that.
          await vscode.commands.executeCommand(COMMANDS.openCalculator, calculator, uri.query);
          return;
        }
        // The address itself goes to the log only: whoever made the link must not put words into our messages.
        reportProblem(studio.log, vscode.l10n.t('The link is not understood. A link to an entry looks like {0}, and one to a calculator like {1}.', addressOfEntry('circuit-breaker'), `${addressOfCalculator('quorum')}?n=3&r=2&w=2`), uri.toString());
      },
    }),
    registerCommand(studio, COMMANDS.copyLink, async (argument) => {
      const id = entryIdOf(argument);
      if (id === undefined) return;
      await vscode.env.clipboard.writeText(addressOfEntry(id));
    }),
    registerCommand(studio, COMMANDS.copyAsMarkdown, async (argument) => {
      const library = await studio.library();
      const entry = library.get(entryIdOf(argument) ?? '');
      if (!entry) return;
      const { toPortableMarkdown } = await studio.parsing();
      await vscode.env.clipboard.writeText(toPortableMarkdown(entry, await studio.body(entry.id), addressOfEntry));
    }),
  );
}

/** `/entry/<id>` with an optional `#section`; anything else is not ours. */
function parseLink(uri: vscode.Uri): { entry: string; section: string | undefined } | undefined {
  const match = /^\/entry\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/.exec(uri.path);
  if (!match?.[1]) return undefined;
  return { entry: match[1], section: uri.fragment === '' ? undefined : uri.fragment };
}
