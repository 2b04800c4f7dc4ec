import type * as vscode from 'vscode';
import { LAB_REPORTER, parseLabEvent, testNamePattern, type LabEvent } from '../../core';
import type { NodeProgram } from './nodePath';
import type { NodeProcesses } from './nodeProcess';

/** Which tests of a lab to run. */
export interface TestOrder {
  /** Full path of the lab's folder. */
  readonly folder: string;
  /** Test files, relative to the folder. */
  readonly files: readonly string[];
  /** Only the tests of these names; all of the files without it. */
  readonly names?: readonly string[];
  /** Only the simulation of this seed. */
  readonly seed?: string;
}

/** How a run ended; `silent` when nothing was said for too long, as in an endless loop. */
export type RunEnd = 'ended' | 'cancelled' | 'silent';

/** Tests of labs have no real timers: who says nothing for a minute does not end. */
export const LONGEST_SILENCE_MS = 60_000;

/**
 * Runs tests with `node --test` and hands over what happens, as it happens.
 * Rejects when the program cannot be started.
 */
export async function runTests(
  processes: NodeProcesses,
  node: NodeProgram,
  order: TestOrder,
  onEvent: (event: LabEvent) => void,
  token: vscode.CancellationToken,
  longestSilenceMs = LONGEST_SILENCE_MS,
): Promise<RunEnd> {
  let end: RunEnd = 'ended';
  let unfinished = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = (line: string): void => {
    if (line === '') return;
    onEvent(parseLabEvent(line) ?? { type: 'output', file: '', text: `${line}\n` });
  };
  const running = processes.start(node.program, argumentsOf(order), {
    cwd: order.folder,
    env: { ...node.env, ...cleanEnvironment, SEED: order.seed },
    onText(text, from) {
      waitAnew();
      if (from === 'stderr') {
        onEvent({ type: 'output', file: '', text });
        return;
      }
      const lines = (unfinished + text).split('\n');
      unfinished = lines.pop() ?? '';
      lines.forEach(read);
    },
  });
  const stop = (why: RunEnd): void => {
    end = why;
    running.kill();
  };
  function waitAnew(): void {
    clearTimeout(timer);
    timer = setTimeout(() => { stop('silent'); }, longestSilenceMs);
  }

  waitAnew();
  const cancelling = token.onCancellationRequested(() => { stop('cancelled'); });
  if (token.isCancellationRequested) stop('cancelled');
  try {
    await running.ended;
    read(unfinished);
    return end;
  } finally {
    clearTimeout(timer);
    cancelling.dispose();
  }
}

/** The reporter as an address of its own: no file has to be written for it. */
const REPORTER = `data:text/javascript,${encodeURIComponent(LAB_REPORTER)}`;

function argumentsOf({ files, names }: TestOrder): readonly string[] {
  return ['--test', `--test-reporter=${REPORTER}`, ...(names ? [`--test-name-pattern=${testNamePattern(names)}`] : []), ...files];
}

/** What the editor was started with is no part of a lab: options, colours, and that the editor itself may be under test. */
const cleanEnvironment = { NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined, NODE_V8_COVERAGE: undefined, FORCE_COLOR: undefined, NO_COLOR: '1' };
