import * as vscode from 'vscode';
import { placeInStack, seedIn, type LabEvent, type LabTestResult } from '../../core';
import type { RunEnd } from './runner';
import { addTest, fileAt, type LabTree, type LabTreeFile } from './testItems';

/** How a run of one lab went. */
export interface LabSummary {
  readonly passed: number;
  /** Failed, or not run to the end. */
  readonly failed: number;
  readonly total: number;
  /** All tests of the lab were asked for, as they were given, and not for one seed. */
  readonly full: boolean;
  readonly end: RunEnd;
  /** The seed that a failure named last. */
  readonly seed?: string;
}

export interface RunReport {
  readonly onEvent: (event: LabEvent) => void;
  /** Settles the tests that have no result, and sums up. */
  readonly finish: (end: RunEnd) => LabSummary;
}

/** Writes what happens in a run of one lab's tests into VS Code's results. */
export function reportRun(controller: vscode.TestController, run: vscode.TestRun, tree: LabTree, wanted: ReadonlySet<vscode.TestItem>, full: boolean, silenceMs: number): RunReport {
  const pending = new Set(wanted);
  let passed = 0;
  let failed = 0;
  let seed: string | undefined;
  /** What a file printed: its only words when it cannot even be loaded. */
  const printed = new Map<LabTreeFile | undefined, string>();

  pending.forEach((item) => { run.enqueued(item); });
  startNext();

  /** Results come in the order of the tests, so the first without one is under way. */
  function startNext(): void {
    const [next] = pending;
    if (next) run.started(next);
  }

  function result(event: LabTestResult): void {
    const file = fileAt(tree, event.file);
    if (!file) return;
    const known = file.tests.get(event.name);
    if (known === undefined && !full) return;
    const item = known ?? addTest(controller, file, event.name);
    if (known !== undefined && !pending.delete(item)) return;
    if (event.passed) {
      passed += 1;
      run.passed(item, event.duration);
    } else {
      failed += 1;
      seed = seedIn(event.message) ?? seed;
      const message = messageOf(event, file, item);
      if (event.assertion) run.failed(item, message, event.duration);
      else run.errored(item, message, event.duration);
    }
    startNext();
  }

  function fileFailed(file: LabTreeFile | undefined, message: string): void {
    const words = (printed.get(file) ?? '').trim();
    const text = new vscode.TestMessage(vscode.l10n.t('"{0}" did not run to its end.\n\n{1}', file?.item.label ?? '', words === '' ? message : words));
    for (const item of file?.tests.values() ?? []) {
      if (!pending.delete(item)) continue;
      failed += 1;
      run.errored(item, text);
    }
    startNext();
  }

  return {
    onEvent: (event) => {
      if (event.type === 'output') {
        const file = fileAt(tree, event.file);
        printed.set(file, (printed.get(file) ?? '') + event.text);
        run.appendOutput(event.text.replace(/\r?\n/g, '\r\n'));
      } else if (event.type === 'file-failed') fileFailed(fileAt(tree, event.file), event.message);
      else result(event);
    },
    finish: (end) => {
      const [first, ...others] = pending;
      if (first && end !== 'cancelled') {
        failed += pending.size;
        const why = end === 'silent'
          ? vscode.l10n.t('Nothing happened for {0} seconds, so the run was ended. Is there an endless loop, or something that is awaited and never comes?', Math.round(silenceMs / 1000))
          : notRun((printed.get(undefined) ?? '').trim());
        run.errored(first, new vscode.TestMessage(why));
        others.forEach((item) => { if (end === 'silent') run.skipped(item); else run.errored(item, new vscode.TestMessage(why)); });
      } else pending.forEach((item) => { run.skipped(item); });
      return { passed, failed, total: passed + failed + (end === 'cancelled' ? pending.size : 0), full, end, ...(seed !== undefined && { seed }) };
    },
  };
}

function notRun(printed: string): string {
  return [vscode.l10n.t('No test of this name was run. The tests of the lab decide only as they were given; start the lab again to get them back.'), printed].filter((text) => text !== '').join('\n\n');
}

function messageOf({ message, stack, expected, actual }: LabTestResult, file: LabTreeFile, item: vscode.TestItem): vscode.TestMessage {
  const compared = expected !== undefined && actual !== undefined;
  // Node draws the difference into the message; the editor shows it better.
  const text = compared ? (message.split(/\n(?:\n|\+ actual)/)[0] ?? message) : message;
  const shown = compared ? vscode.TestMessage.diff(text, expected, actual) : new vscode.TestMessage(text);
  const place = placeInStack(stack, file.item.label);
  if (place) shown.location = new vscode.Location(file.uri, new vscode.Position(place.line, place.column));
  else if (item.range) shown.location = new vscode.Location(file.uri, item.range);
  return shown;
}

/** All tests of the lab were run, as they were given, and are green. */
export function isGreen({ full, end, failed, passed }: LabSummary): boolean {
  return full && end === 'ended' && failed === 0 && passed > 0;
}
