import * as vscode from 'vscode';
import type { TeamProblem } from '../../core';
import { COMMANDS } from '../../ids';
import type { Studio } from '../../studio/studio';
import { isTeamEntry } from '../../studio/team/files';

/** Shown before each message in the Problems view. A name, which is the same in every language. */
export const SOURCE = 'Systems Studio';

/** Shows what is wrong with the workspace's entries, in the Problems view and at the lines of open files. */
export function showProblems(studio: Studio): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const publish = (): void => {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const problem of studio.team.problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), toDiagnostic(problem)]);
    collection.clear();
    collection.set([...byFile].map(([file, diagnostics]) => [vscode.Uri.parse(file, true), diagnostics]));
  };
  // An entry that somebody opens is to be checked even when no view has asked for the library yet.
  const notice = (document: vscode.TextDocument): void => {
    if (isTeamEntry(document.uri)) studio.library().catch(() => undefined); // The store has logged the cause.
  };
  vscode.workspace.textDocuments.forEach(notice);
  return vscode.Disposable.from(
    collection,
    studio.team.onDidChangeProblems(publish),
    vscode.workspace.onDidOpenTextDocument(notice),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown', pattern: '**/.systems-studio/library/**' },
      { provideCodeActions: (_document, _range, { diagnostics }) => formatActions(diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function toDiagnostic({ line, message, severity }: TeamProblem): vscode.Diagnostic {
  // To the end of the line, whatever its length: the editor ends a range where its line ends.
  const range = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(range, asSentence(message), level);
  diagnostic.source = SOURCE;
  return diagnostic;
}

function asSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`;
}

function formatActions(diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const ours = diagnostics.filter(({ source }) => source === SOURCE);
  if (ours.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Open the entry format'), vscode.CodeActionKind.QuickFix);
  action.command = { command: COMMANDS.openEntryFormat, title: action.title };
  action.diagnostics = ours;
  return [action];
}
