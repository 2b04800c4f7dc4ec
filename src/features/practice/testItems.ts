import * as vscode from 'vscode';
import { labFileAt, lineOfTest, type Lab } from '../../core';
import type { StartedLab } from './startedLabs';

/** The tree of one started lab in the Testing view: the lab, its test files, their tests. */
export interface LabTree {
  readonly started: StartedLab;
  readonly lab: Lab;
  readonly root: vscode.TestItem;
  /** By file, then by name, in the lab's order; tests that the learner has added come last. */
  readonly files: ReadonlyMap<string, LabTreeFile>;
}
export interface LabTreeFile {
  readonly item: vscode.TestItem;
  readonly uri: vscode.Uri;
  readonly tests: Map<string, vscode.TestItem>;
}

/** Makes the items. The lines of the tests are not known before `placeTests`. */
export function createLabTree(controller: vscode.TestController, title: string, started: StartedLab, lab: Lab): LabTree {
  const id = started.folder.toString();
  const root = controller.createTestItem(id, title, started.folder);
  root.description = started.folder.path.split('/').at(-1) ?? '';
  const files = new Map(lab.tests.map(({ file, names }): [string, LabTreeFile] => {
    const uri = vscode.Uri.joinPath(started.folder, file);
    const item = controller.createTestItem(`${id}#${file}`, file, uri);
    const tests = new Map(names.map((name, index) => [name, createTest(controller, item, name, index)]));
    root.children.add(item);
    return [file, { item, uri, tests }];
  }));
  return { started, lab, root, files };
}

/** The item of a test that the lab does not know: the learner has written it. */
export function addTest(controller: vscode.TestController, file: LabTreeFile, name: string): vscode.TestItem {
  const item = createTest(controller, file.item, name, file.tests.size);
  file.tests.set(name, item);
  return item;
}

/** Gives each test its line in the file as it stands, so that it has an icon beside it. */
export async function placeTests({ files }: LabTree, only?: vscode.Uri): Promise<void> {
  for (const { uri, item, tests } of files.values()) {
    if (only && only.toString() !== uri.toString()) continue;
    const text = await readText(uri);
    if (text !== undefined) item.range = new vscode.Range(0, 0, 0, 0);
    for (const [name, test] of tests) {
      const line = text === undefined ? undefined : lineOfTest(text, name);
      test.range = line === undefined ? undefined : new vscode.Range(line, 0, line, 0);
    }
  }
}

/** The file of the tree that a path of the test runner means. */
export function fileAt({ files }: LabTree, path: string): LabTreeFile | undefined {
  return files.get(labFileAt(path, [...files.keys()]) ?? '');
}

/** The text of a file on disk; undefined when it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Whether a file is in a folder, however deep. */
export function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.toString().startsWith(`${folder.toString()}/`);
}

function createTest(controller: vscode.TestController, file: vscode.TestItem, name: string, index: number): vscode.TestItem {
  const item = controller.createTestItem(`${file.id}#${name}`, name, file.uri);
  // The order of the file is that of the lab: what comes first is to be mended first.
  item.sortText = String(index).padStart(3, '0');
  file.children.add(item);
  return item;
}
