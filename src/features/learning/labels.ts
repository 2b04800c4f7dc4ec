import * as vscode from 'vscode';

/** Words around the content; the page knows them by key. */
export function learningLabels(): Record<string, string> {
  return {
    learning: vscode.l10n.t('Learning'),
    allPaths: vscode.l10n.t('All paths'),
    next: vscode.l10n.t('What next?'),
    go: vscode.l10n.t('Go'),
    followed: vscode.l10n.t('your path'),
    done: vscode.l10n.t('done'),
    complete: vscode.l10n.t('All items are done.'),
    progress: vscode.l10n.t('Progress'),
    prerequisites: vscode.l10n.t('Helpful before you start'),
    plan: vscode.l10n.t('Plan'),
    pace: vscode.l10n.t('Pace'),
    start: vscode.l10n.t('Start'),
    clearDates: vscode.l10n.t('Without Dates'),
    move: vscode.l10n.t('Move by a Week'),
    moveFrom: vscode.l10n.t('Move by a week, and all later weeks with it: {0}', '{0}'),
    weeks: vscode.l10n.t('Weeks'),
    history: vscode.l10n.t('The last twelve weeks'),
    asTable: vscode.l10n.t('As a table'),
    week: vscode.l10n.t('Week from'),
    items: vscode.l10n.t('Items'),
    time: vscode.l10n.t('Estimated time'),
    quizzes: vscode.l10n.t('Quizzes passed'),
    answers: vscode.l10n.t('Questions answered'),
    milestones: vscode.l10n.t('Milestones'),
    yours: vscode.l10n.t('Your progress'),
    yoursText: vscode.l10n.t('It stays in this editor, and in Settings Sync if you use that. It is yours to take along.'),
    export: vscode.l10n.t('Export…'),
    import: vscode.l10n.t('Import…'),
    reset: vscode.l10n.t('Reset…'),
    certificate: vscode.l10n.t('Certificate…'),
  };
}
