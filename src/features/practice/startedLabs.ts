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
  /** Whether any is known without looking for it. */
  any(): boolean;
  /** Whether a file of code is in a lab; one that was not known is from then on. */
  notice(file: vscode.Uri): Promise<boolean>;
  /** Looks again. */
  refresh(): void;
  readonly onDidChange: vscode.Event<void>;
}

const StoredSchema = v.array(v.object({ lab: v.string(), folder: v.string() }));
/** More are not remembered, and not looked for. */
const MOST = 50;
const DEEPEST = 3;

export function createStartedLabs(state: vscode.Memento, log: Log): StartedLabs {
  const changed = new vscode.EventEmitter<void>();
  /** Folders that were looked into for a file of theirs, and whether they are labs. */
  const noticed = new Map<string, { readonly folder: vscode.Uri; readonly lab: string | undefined }>();
  let loading: Promise<readonly StartedLab[]> | undefined;

  function remembered(): readonly StartedLab[] {
    const stored = v.safeParse(StoredSchema, state.get<unknown>(STATE_KEYS.startedLabs) ?? []);
    if (!stored.success) log.warn(`The list of started labs is left out, because it cannot be read: ${stored.issues[0].message}`);
    return stored.success ? stored.output.map(({ lab, folder }) => ({ lab, folder: vscode.Uri.parse(folder) })) : [];
  }

  async function load(): Promise<readonly StartedLab[]> {
    const before = remembered();
    const seen = [...noticed.values()].filter(({ lab }) => lab !== undefined);
    const folders = unique([...before, ...seen].map(({ folder }) => folder), await findMarkers(log));
    const labs = await Promise.all(folders.map(async (folder) => ({ folder, lab: await readMarker(folder) })));
    return labs.flatMap(({ folder, lab }) => (lab === undefined ? [] : [{ folder, lab }]));
  }

  /** Labs have their code at most this many folders deep; only so many folders above a file are looked into. */
  async function labAround(file: vscode.Uri): Promise<vscode.Uri | undefined> {
    let folder = vscode.Uri.joinPath(file, '..');
    for (let depth = 0; depth < DEEPEST && folder.path.length > 1; depth += 1, folder = vscode.Uri.joinPath(folder, '..')) {
      const key = folder.toString();
      const lab = noticed.has(key) ? noticed.get(key)?.lab : await readMarker(folder);
      noticed.set(key, { folder, lab });
      if (lab !== undefined) return folder;
    }
    return undefined;
  }

  function refresh(): void {
    noticed.clear();
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
    any: () => remembered().length > 0,
    async notice(file) {
      if (!file.path.endsWith('.js')) return false;
      const folder = await labAround(file);
      if (folder && loading && !(await loading).some((each) => each.folder.toString() === folder.toString())) loading = undefined;
      return folder !== undefined;
    },
    refresh,
    onDidChange: changed.event,
    dispose: () => { vscode.Disposable.from(changed, listener).dispose(); },
  };
}

/** Folders of the workspace that may have a marker. */
async function findMarkers(log: Log): Promise<readonly vscode.Uri[]> {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  try {
    const markers = roots.length === 0 ? [] : await vscode.workspace.findFiles(`**/${LAB_MARKER}`, '**/node_modules/**', MOST);
    return unique(markers.map((marker) => vscode.Uri.joinPath(marker, '..')), roots);
  } catch (cause) {
    log.warn(`The workspace cannot be searched for labs: ${describeError(cause)}`);
    return roots;
  }
}

function unique(...lists: readonly (readonly vscode.Uri[])[]): readonly vscode.Uri[] {
  return [...new Map(lists.flat().map((uri) => [uri.toString(), uri])).values()];
}

async function readMarker(folder: vscode.Uri): Promise<string | undefined> {
  try {
    return parseLabMarker(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, LAB_MARKER))));
  } catch {
    return undefined; // The folder is gone, or out of reach for the moment.
  }
}
