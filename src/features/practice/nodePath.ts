import * as vscode from 'vscode';
import { SETTINGS } from '../../ids';
import type { NodeProcesses } from './nodeProcess';

/** A Node.js that can run the tests of labs. */
export interface NodeProgram {
  readonly program: string;
  /** What it needs in its environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Such as "v22.3.0". */
  readonly version: string;
}

/** The oldest version whose test runner has all that is used here. */
const OLDEST = 20;
/** A version is said at once; what takes longer is no Node. */
const LONGEST_ANSWER_MS = 10_000;

/** Finds a Node for the labs and remembers it for this window; the setting is asked each time. */
export function createNodeFinder(processes: NodeProcesses): () => Promise<NodeProgram> {
  const known = new Map<string, NodeProgram>();
  return async () => {
    const written = vscode.workspace.getConfiguration().get<unknown>(SETTINGS.labsNodePath);
    const configured = typeof written === 'string' ? written.trim() : '';
    const found = known.get(configured) ?? (configured === '' ? await findAutomatically(processes) : await tryProgram(processes, configured, {}));
    if (found !== undefined) {
      known.set(configured, found);
      return found;
    }
    throw new Error(configured === ''
      ? vscode.l10n.t('No Node.js was found to run the tests with. Install Node.js {0} or newer, or name one in the setting "{1}".', OLDEST, SETTINGS.labsNodePath)
      : vscode.l10n.t('"{0}" does not run as Node.js {1} or newer. Correct the setting "{2}", or leave it empty to have a Node.js found.', configured, OLDEST, SETTINGS.labsNodePath));
  };
}

async function findAutomatically(processes: NodeProcesses): Promise<NodeProgram | undefined> {
  return (await tryProgram(processes, 'node', {})) ?? tryProgram(processes, processes.runtime, { ELECTRON_RUN_AS_NODE: '1' });
}

async function tryProgram(processes: NodeProcesses, program: string, env: NodeProgram['env']): Promise<NodeProgram | undefined> {
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const running = processes.start(program, ['--version'], { env: { ...env, NODE_OPTIONS: undefined }, onText: (text) => { said += text; } });
    timer = setTimeout(() => { running.kill(); }, LONGEST_ANSWER_MS);
    await running.ended;
  } catch {
    return undefined; // There is no such program.
  } finally {
    clearTimeout(timer);
  }
  const [version, major] = /^v(\d+)\.\d+\.\d+/.exec(said.trim()) ?? [];
  return version !== undefined && Number(major) >= OLDEST ? { program, env, version } : undefined;
}
