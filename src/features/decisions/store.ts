import * as vscode from 'vscode';
import { DECISION_FOLDERS, numberOfFile, padNumber, parseRecord, type DecisionRecord } from '../../core';
import { SETTINGS } from '../../ids';
import { describeError, type Log } from '../../studio/log';
import { listFiles, locateRecords, recordFolders } from './locate';

/** A record on disk. */
export interface RecordFile {
  readonly uri: vscode.Uri;
  /** The file's name. */
  readonly name: string;
  /** As the file's name has it, such as "0003". */
  readonly number: string;
  readonly record: DecisionRecord;
}

export interface RecordFolder {
  readonly workspaceFolder: vscode.WorkspaceFolder;
  readonly uri: vscode.Uri;
  /** Relative to the workspace folder. */
  readonly path: string;
  /** The newest first. */
  readonly records: readonly RecordFile[];
}

/** The records of the workspace, read on first need and again after a change on disk. */
export interface RecordStore extends vscode.Disposable {
  folders(): Promise<readonly RecordFolder[]>;
  /** Forgets what was read. */
  refresh(): void;
  readonly onDidChange: vscode.Event<void>;
}

/** A checkout touches many files at once. */
const QUIET_MS = 200;

/** @param workspaceFolders those of the window; injected by tests */
export function createRecordStore(log: Log, workspaceFolders: () => readonly vscode.WorkspaceFolder[] = () => vscode.workspace.workspaceFolders ?? []): RecordStore {
  const changed = new vscode.EventEmitter<void>();
  let loading: Promise<readonly RecordFolder[]> | undefined;
  let watchers: vscode.Disposable | undefined;
  let watched = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refresh(): void {
    loading = undefined;
    changed.fire();
  }
  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET_MS);
  }

  async function load(): Promise<readonly RecordFolder[]> {
    const folders: RecordFolder[] = [];
    for (const workspaceFolder of workspaceFolders()) {
      folders.push(...(await readFolders(workspaceFolder, log)));
    }
    watch(folders);
    return folders;
  }

  /** The known places, where records may appear, and the folders that are in use, whatever their names. */
  function watch(folders: readonly RecordFolder[]): void {
    const patterns = [
      ...workspaceFolders().map((folder) => new vscode.RelativePattern(folder, `{.adr-dir,${DECISION_FOLDERS.map((path) => `${path}/*.md`).join()}}`)),
      ...folders.filter(({ path }) => !(DECISION_FOLDERS as readonly string[]).includes(path)).map(({ uri }) => new vscode.RelativePattern(uri, '*.md')),
    ];
    const key = patterns.map(({ baseUri, pattern }) => `${baseUri.toString()} ${pattern}`).join('\n');
    if (key === watched) return;
    watched = key;
    watchers?.dispose();
    watchers = vscode.Disposable.from(...patterns.flatMap((pattern) => {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      return [watcher, watcher.onDidCreate(refreshSoon), watcher.onDidChange(refreshSoon), watcher.onDidDelete(refreshSoon)];
    }));
  }

  /** Some file systems cannot be watched; what is done in the editor itself is known all the same. */
  function noteChange(uris: readonly vscode.Uri[]): void {
    if (loading && uris.some((uri) => numberOfFile(uri.path.split('/').at(-1) ?? '') !== undefined)) refreshSoon();
  }

  const owned = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidSaveTextDocument(({ uri }) => { noteChange([uri]); }),
    vscode.workspace.onDidCreateFiles(({ files }) => { noteChange(files); }),
    vscode.workspace.onDidDeleteFiles(({ files }) => { noteChange(files); }),
    vscode.workspace.onDidRenameFiles(({ files }) => { noteChange(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])); }),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(SETTINGS.decisionsFolder)) refresh(); }),
  );
  return {
    folders: () => (loading ??= load()),
    refresh,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      watchers?.dispose();
      owned.dispose();
    },
  };
}

/** The folders of one workspace folder in which records are, or will be. */
export async function readFolders(workspaceFolder: vscode.WorkspaceFolder, log: Log): Promise<readonly RecordFolder[]> {
  const paths = recordFolders(await locateRecords(workspaceFolder));
  return Promise.all(paths.map(async (path) => {
    const uri = vscode.Uri.joinPath(workspaceFolder.uri, path);
    return { workspaceFolder, uri, path, records: await readRecords(uri, log) };
  }));
}

async function readRecords(folder: vscode.Uri, log: Log): Promise<readonly RecordFile[]> {
  const names = (await listFiles(folder)).filter((name) => numberOfFile(name) !== undefined);
  const records = await Promise.all(names.map((name) => readRecord(vscode.Uri.joinPath(folder, name), name, log)));
  return records
    .filter((record) => record !== undefined)
    .sort((a, b) => (b.record.number ?? 0) - (a.record.number ?? 0) || (a.name < b.name ? -1 : 1));
}

async function readRecord(uri: vscode.Uri, name: string, log: Log): Promise<RecordFile | undefined> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return { uri, name, number: padNumber(numberOfFile(name) ?? 0, [name]), record: parseRecord(text, name) };
  } catch (cause) {
    log.warn(`Cannot read the record ${uri.toString()}: ${describeError(cause)}`);
    return undefined;
  }
}
