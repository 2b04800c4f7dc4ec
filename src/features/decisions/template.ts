import * as vscode from 'vscode';
import { checkTemplate, TEMPLATE_PLACEHOLDERS, type TemplateProblem } from '../../core';
import { readText } from './text';
import { templateProblemText } from './words';

const PATH = '.systems-studio/adr-template.md';

/** The team's own form of a record. */
export interface Templates extends vscode.Disposable {
  /**
   * The template of a workspace folder; undefined when there is none, or when it has problems: those are shown in the
   * file, and the person is told that the standard form is used.
   */
  load(folder: vscode.WorkspaceFolder): Promise<string | undefined>;
}

export function createTemplates(): Templates {
  const diagnostics = vscode.languages.createDiagnosticCollection('systemsStudio.decisions');

  function check(uri: vscode.Uri, text: string): readonly TemplateProblem[] {
    const problems = checkTemplate(text);
    diagnostics.set(uri, problems.map((problem) => {
      const range = new vscode.Range(problem.line - 1, problem.start, problem.line - 1, problem.end);
      const diagnostic = new vscode.Diagnostic(range, templateProblemText(problem, Object.keys(TEMPLATE_PLACEHOLDERS)), vscode.DiagnosticSeverity.Error);
      diagnostic.source = vscode.l10n.t('Systems Studio');
      return diagnostic;
    }));
    return problems;
  }

  /** A file of this name may also be opened where it is no template of ours, which does no harm. */
  function checkDocument(document: vscode.TextDocument): void {
    if (document.uri.path.endsWith(`/${PATH}`)) check(document.uri, document.getText());
  }

  const owned = vscode.Disposable.from(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument(checkDocument),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { checkDocument(document); }),
    vscode.workspace.onDidDeleteFiles(({ files }) => { for (const uri of files) diagnostics.delete(uri); }),
  );
  return {
    async load(folder) {
      const uri = vscode.Uri.joinPath(folder.uri, PATH);
      const text = await readText(uri);
      if (text === undefined) {
        diagnostics.delete(uri);
        return undefined;
      }
      const [first] = check(uri, text);
      if (!first) return text;
      tell(uri, first);
      return undefined;
    },
    dispose: () => { owned.dispose(); },
  };
}

function tell(uri: vscode.Uri, problem: TemplateProblem): void {
  const open = vscode.l10n.t('Open the Template');
  const message = vscode.l10n.t('{0}:{1}: {2} The standard form is used for now.', PATH, problem.line, templateProblemText(problem, Object.keys(TEMPLATE_PLACEHOLDERS)));
  void vscode.window.showWarningMessage(message, open).then(async (choice) => {
    if (choice !== open) return;
    const position = new vscode.Position(problem.line - 1, problem.start);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position.translate(0, problem.end - problem.start)) });
  });
}
