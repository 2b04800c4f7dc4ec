import * as vscode from 'vscode';
import * as v from 'valibot';
import { LAB_MARKER, parseLabMarker } from '../../core';
import { STATE_KEYS } from '../../ids';
import { describeError, type Log } from '../../studio/log';

/** A lab in a folder of the learner's. */
export interface StartedLab {
  readonly lab: string;
  readonly folder: vscode.Uri;
}

/** The labs that were started on this machine, and those that are in the workspace. */
export interface StartedLabs extends vscode.Disposable {
  /** Those whose folder is there, the latest first. */
  all(): Promise<readonly StartedLab[]>;
  /** Where a lab was started last; undefined when it was not, or when its folder is gone. */
  find(labId: string): Promise<StartedLab | undefined>;
  remember(started: StartedLab): Promise<void>;
  /** Looks again. */
  refresh(): void;
  readonly onDidChange: vscode.Event<void>;
}

const StoredSchema = v.array(v.object({ lab: v.string(), folder: v.string() }));
/** More are not remembered, and not looked for. */
const MOST = 50;

export function createStartedLabs(state: vscode.Memento, log: Log): StartedLabs {
  const changed = new vscode.EventEmitter<void>();
  let loading: Promise<readonly StartedLab[]> | undefined;

  function remembered(): readonly StartedLab[] {
    const stored = v.safeParse(StoredSchema, state.get<unknown>(STATE_KEYS.startedLabs) ?? []);
    if (!stored.success) log.warn(`The list of started labs is left out, because it cannot be read: ${stored.issues[0].message}`);
    return stored.success ? stored.output.map(({ lab, folder }) => ({ lab, folder: vscode.Uri.parse(folder) })) : [];
  }

  async function load(): Promise<readonly StartedLab[]> {
    const before = remembered();
    const known = new Set(before.map(({ folder }) => folder.toString()));
    const found = (await findMarkers(log)).filter((folder) => !known.has(folder.toString()));
    const folders = [...before.map(({ folder }) => folder), ...found];
    const labs = await Promise.all(folders.map(async (folder) => ({ folder, lab: await readMarker(folder) })));
    return labs.flatMap(({ folder, lab }) => (lab === undefined ? [] : [{ folder, lab }]));
  }

  function refresh(): void {
    loading = undefined;
    changed.fire();
  }

  const all = (): Promise<readonly StartedLab[]> => (loading ??= load());
  const listener = vscode.workspace.onDidChangeWorkspaceFolders(refresh);
  return {
    all,
    find: async (labId) => (await all()).find(({ lab }) => lab === labId),
    async remember({ lab, folder }) {
      const others = remembered().filter((other) => other.folder.toString() !== folder.toString());
      await state.update(STATE_KEYS.startedLabs, [{ lab, folder }, ...others].slice(0, MOST).map((each) => ({ lab: each.lab, folder: each.folder.toString() })));
      refresh();
    },
    refresh,
    onDidChange: changed.event,
    dispose: () => { vscode.Disposable.from(changed, listener).dispose(); },
  };
}

/** Folders of the workspace that have a marker. */
async function findMarkers(log: Log): Promise<readonly vscode.Uri[]> {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  try {
    const markers = roots.length === 0 ? [] : await vscode.workspace.findFiles(`**/${LAB_MARKER}`, '**/node_modules/**', MOST);
    const found = markers.map((marker) => vscode.Uri.joinPath(marker, '..'));
    const known = new Set(found.map((folder) => folder.toString()));
    return [...found, ...roots.filter((root) => !known.has(root.toString()))];
  } catch (cause) {
    log.warn(`The workspace cannot be searched for labs: ${describeError(cause)}`);
    return roots;
  }
}

async function readMarker(folder: vscode.Uri): Promise<string | undefined> {
  try {
    return parseLabMarker(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, LAB_MARKER))));
  } catch {
    return undefined; // The folder is gone, or out of reach for the moment.
  }
}
