import * as vscode from 'vscode';
import { DECISION_FOLDERS, DEFAULT_DECISION_FOLDER, normaliseFolder, RECORD_STATUSES, recordTitle, type DecisionFolder } from '../../core';
import type { Answer, Prompts, Step } from './flow';
import { recordLabel, statusLabel, statusMeaning, statusText } from './words';

const MAX_TITLE = 120;
const SUGGESTED_FOLDERS = 3;

interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** The questions as native input boxes and quick picks, with a step count and a way back. */
export const nativePrompts: Prompts = {
  async workspaceFolder(folders) {
    const items = folders.map((folder) => ({ label: folder.name, description: folder.uri.path, folder }));
    const chosen = await vscode.window.showQuickPick(items, { title: title(), placeHolder: vscode.l10n.t('In which folder of the workspace does the decision belong?'), ignoreFocusOut: true });
    return chosen?.folder;
  },
  title: (before, step) => input({
    step,
    value: before,
    prompt: vscode.l10n.t('Say in one line what is decided. The name of the file follows from it.'),
    placeholder: vscode.l10n.t('For example: Use a saga for orders'),
    validate: titleProblem,
  }).then((answer) => (answer === 'back' || answer === undefined ? answer : { value: recordTitle(answer.value) })),
  status: (before, step) => pick(step, vscode.l10n.t('What is the status of the decision?'), RECORD_STATUSES.map((status) => (
    { label: statusLabel(status), description: statusMeaning(status), value: status }
  )), ({ value }) => value === before),
  async supersedes(folders, step) {
    const none: Choice<{ readonly chosen?: { folder: (typeof folders)[number]; file: (typeof folders)[number]['records'][number] } }> = {
      label: vscode.l10n.t('No'), description: vscode.l10n.t('the decision stands on its own'), value: {},
    };
    const items = folders.flatMap((folder) => folder.records.map((file) => ({
      label: recordLabel(file), description: folders.length > 1 ? `${statusText(file)} · ${folder.path}` : statusText(file), value: { chosen: { folder, file } },
    })));
    const answer = await pick(step, vscode.l10n.t('Does it supersede an earlier record? That record will be marked.'), [none, ...items]);
    return answer === 'back' || answer === undefined ? answer : { value: answer.value.chosen };
  },
  directory: askDirectory,
};

function title(): string {
  return vscode.l10n.t('Record a Decision');
}

function titleProblem(value: string): string | undefined {
  const written = recordTitle(value);
  if (written === '') return vscode.l10n.t('Write a title, such as "Use a saga for orders".');
  return written.length > MAX_TITLE ? vscode.l10n.t('Use at most {0} characters; the details belong into the record.', MAX_TITLE) : undefined;
}

/** With several folders in use one of them; otherwise a first one, which the convention suggests. */
async function askDirectory(found: readonly DecisionFolder[], step: Step): Promise<Answer<string>> {
  const inUse = found.some(({ records }) => records > 0);
  const existing = found.map(({ path, records }): Choice<string> => (
    { label: path, description: records > 0 ? vscode.l10n.t('records: {0}', records) : vscode.l10n.t('exists, without records'), value: path }
  ));
  const suggested = inUse ? [] : DECISION_FOLDERS.slice(0, SUGGESTED_FOLDERS).filter((path) => !found.some((folder) => folder.path === path))
    .map((path): Choice<string> => ({ label: path, ...(path === DEFAULT_DECISION_FOLDER && { description: vscode.l10n.t('usual') }), value: path }));
  const other: Choice<string> = { label: vscode.l10n.t('Another folder…'), value: '', alwaysShow: true };
  for (;;) {
    const answer = await pick(step, vscode.l10n.t('In which folder do the decision records live?'), [...existing, ...suggested, other]);
    if (answer === 'back' || answer === undefined || answer.value !== '') return answer;
    const path = await input({
      step,
      value: DEFAULT_DECISION_FOLDER,
      prompt: vscode.l10n.t('A path inside the workspace folder; what is missing of it will be made.'),
      placeholder: DEFAULT_DECISION_FOLDER,
      validate: (value) => (normaliseFolder(value) === undefined ? vscode.l10n.t('Write a relative path that stays inside the workspace folder, such as "{0}".', DEFAULT_DECISION_FOLDER) : undefined),
    });
    if (path !== 'back') return path && { value: normaliseFolder(path.value) ?? DEFAULT_DECISION_FOLDER };
  }
}

interface Input {
  readonly step: Step;
  readonly value: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** What is wrong and how to mend it; undefined when nothing is. */
  readonly validate: (value: string) => string | undefined;
}

function input({ step, value, prompt, placeholder, validate }: Input): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.value = value;
  box.prompt = prompt;
  box.placeholder = placeholder;
  box.onDidChangeValue(() => { box.validationMessage = undefined; });
  return show(box, step, () => {
    const problem = validate(box.value);
    box.validationMessage = problem;
    return problem === undefined ? box.value : undefined;
  });
}

function pick<T>(step: Step, placeholder: string, items: readonly Choice<T>[], isActive?: (item: Choice<T>) => boolean): Promise<Answer<T>> {
  const list = vscode.window.createQuickPick<Choice<T>>();
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.items = items;
  if (isActive) list.activeItems = items.filter(isActive);
  return show(list, step, () => list.activeItems[0]?.value);
}

/** @param accept the value, or undefined while there is none to accept */
function show<T>(box: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>, { number, total }: Step, accept: () => T | undefined): Promise<Answer<T>> {
  return new Promise((resolve) => {
    box.title = title();
    // A single question needs no count.
    if (total > 1) {
      box.step = number;
      box.totalSteps = total;
    }
    // Looking something up in the editor must not throw the answers away.
    box.ignoreFocusOut = true;
    box.buttons = number > 1 ? [vscode.QuickInputButtons.Back] : [];
    let settled = false;
    const settle = (answer: Answer<T>): void => {
      if (settled) return;
      settled = true;
      resolve(answer);
      box.dispose();
    };
    box.onDidAccept(() => {
      const value = accept();
      if (value !== undefined) settle({ value });
    });
    box.onDidTriggerButton(() => { settle('back'); });
    box.onDidHide(() => { settle(undefined); });
    box.show();
  });
}
