/**
 * Stands between our modules and VS Code's API in the bundle of the extension. Each `import * as vscode` would become a
 * `require` of its own and a copy of the whole API, and each use a path of two names; from here, every part that is
 * used has one short name. A part that is missing in the list fails the build (`import-is-undefined` in options.mjs).
 */
export const {
  CancellationTokenSource, CodeAction, CodeActionKind, commands, ConfigurationTarget, Diagnostic, DiagnosticSeverity, Disposable, env, EventEmitter,
  FileSystemError, FilePermission, FileType, Hover, l10n, languages, Location, MarkdownString, Position, QuickInputButtons, QuickPickItemKind, Range,
  RelativePattern, StatusBarAlignment, TabInputText, TabInputWebview, TestMessage, TestRunProfileKind, TestRunRequest, tests, ThemeColor, ThemeIcon,
  TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, Uri, ViewColumn, window, workspace, WorkspaceEdit,
} = require('vscode');
