import * as vscode from 'vscode';
import { changedTests, labKey } from '../../core';
import { describeError } from '../../studio/log';
import type { Studio } from '../../studio/studio';
import { createNodeFinder } from './nodePath';
import { nodeProcesses } from './nodeProcess';
import { findObstacle } from './obstacle';
import { LONGEST_SILENCE_MS, runTests } from './runner';
import { isBelow, readText, type LabTree } from './testItems';
import { isGreen, reportRun, type LabSummary } from './testRun';

/** As much of the studio as running labs takes. */
export type LabStudio = Pick<Studio, 'library' | 'lab' | 'progress' | 'log'>;

export interface LabRun {
  readonly run: vscode.TestRun;
  readonly tree: LabTree;
  readonly wanted: ReadonlySet<vscode.TestItem>;
  readonly seed: string | undefined;
}
/** Runs tests of one lab and writes what happens into the results; undefined when they could not run, which the results say. */
export type LabRunner = (request: LabRun, token: vscode.CancellationToken) => Promise<LabSummary | undefined>;

export function createLabRunner(studio: LabStudio, controller: vscode.TestController, longestSilenceMs = LONGEST_SILENCE_MS): LabRunner {
  const processes = nodeProcesses();
  const findNode = processes && createNodeFinder(processes);

  return async ({ run, tree, wanted, seed }, token) => {
    const { folder } = tree.started;
    const refuse = (why: string): void => { run.errored(tree.root, new vscode.TestMessage(why)); };
    const obstacle = findObstacle(folder);
    if (obstacle || !processes || !findNode) {
      refuse(obstacle?.text ?? '');
      return undefined;
    }
    try {
      await saveOpenFiles(folder);
      const node = await findNode();
      const files = [...tree.files].filter(([, { tests }]) => [...tests.values()].some((test) => wanted.has(test)));
      const everything = [...tree.files.values()].every(({ tests }) => [...tests.values()].every((test) => wanted.has(test)));
      const names = files.flatMap(([, { tests }]) => [...tests].filter(([, test]) => wanted.has(test)).map(([name]) => name));
      const order = { folder: folder.fsPath, files: files.map(([file]) => file), ...(!everything && { names }), ...(seed !== undefined && { seed }) };
      const report = reportRun(controller, run, tree, wanted, everything && seed === undefined, longestSilenceMs);
      const summary = report.finish(await runTests(processes, node, order, report.onEvent, token, longestSilenceMs));
      return isGreen(summary) ? await complete(studio, run, tree, summary) : summary;
    } catch (cause) {
      studio.log.error(`The tests of "${tree.lab.id}" cannot be run`, cause);
      refuse(describeError(cause));
      return undefined;
    }
  };
}

/** Green tests complete the lab, once and for all: what fails later takes nothing back. */
async function complete(studio: LabStudio, run: vscode.TestRun, tree: LabTree, summary: LabSummary): Promise<LabSummary> {
  const changed = changedTests(tree.lab.files, await textsOf(tree));
  const say = (text: string): void => { run.appendOutput(`${text}\r\n`); };
  if (changed.length > 0) {
    say(vscode.l10n.t('All tests are green, but they are not those of the lab: {0} differs. Put the original back to complete the lab.', changed.join(', ')));
    return { ...summary, full: false };
  }
  await studio.progress.set(labKey(tree.lab.id), true);
  say(vscode.l10n.t('All tests of "{0}" are green. The lab is done.', tree.root.label));
  return summary;
}

async function textsOf({ lab, started }: LabTree): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { path } of lab.files) {
    const text = await readText(vscode.Uri.joinPath(started.folder, path));
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** Tests run what is on the disk, and a learner means what is on the screen. */
async function saveOpenFiles(folder: vscode.Uri): Promise<void> {
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && isBelow(uri, folder));
  await Promise.all(dirty.map((document) => document.save()));
}
