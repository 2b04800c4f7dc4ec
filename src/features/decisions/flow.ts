import * as vscode from 'vscode';
import { nextNumber, padNumber, type DecisionDraft, type DecisionFolder, type NewRecordStatus } from '../../core';
import { describeError, type Log } from '../../studio/log';
import { keepFolder, listFiles, locateRecords, recordFolders } from './locate';
import { readFolders, type RecordFile, type RecordFolder } from './store';
import type { Templates } from './template';
import { recordText, writeRecord, type NewRecord } from './write';

/** What a person says to a question; undefined when they leave. */
export type Answer<T> = { readonly value: T } | 'back' | undefined;
export interface Step {
  readonly number: number;
  readonly total: number;
}

/** The questions, so that the flow is the same whoever answers. */
export interface Prompts {
  workspaceFolder(folders: readonly vscode.WorkspaceFolder[]): Promise<vscode.WorkspaceFolder | undefined>;
  title(before: string, step: Step): Promise<Answer<string>>;
  status(before: NewRecordStatus, step: Step): Promise<Answer<NewRecordStatus>>;
  /** The value is undefined for "none". */
  supersedes(folders: readonly RecordFolder[], step: Step): Promise<Answer<{ readonly folder: RecordFolder; readonly file: RecordFile } | undefined>>;
  /** The value is a path relative to the workspace folder. */
  directory(found: readonly DecisionFolder[], step: Step): Promise<Answer<string>>;
}

export interface Recording {
  /** Its title is a suggestion. */
  readonly draft: DecisionDraft;
  /** The record whose place the new one takes, when that is why it is written. */
  readonly supersedes?: { readonly folder: RecordFolder; readonly file: RecordFile };
  /** ISO date. */
  readonly today: string;
}

export type Outcome =
  | { readonly type: 'cancelled' }
  | { readonly type: 'written'; readonly uri: vscode.Uri; readonly superseded: boolean }
  /** The record could not be kept where it belongs. */
  | { readonly type: 'unwritten'; readonly text: string; readonly why: 'no folder' | 'read-only' | 'failed'; readonly cause?: string };

interface Answers {
  title: string;
  status: NewRecordStatus;
  supersedes: { readonly folder: RecordFolder; readonly file: RecordFile } | undefined;
  directory: string | undefined;
}

/** Asks what is not known yet and writes the record. Whoever leaves at a question has changed nothing. */
export async function record(
  { draft, supersedes: given, today }: Recording,
  { prompts, templates, folders, log }: { readonly prompts: Prompts; readonly templates: Templates; readonly folders: readonly vscode.WorkspaceFolder[]; readonly log: Log },
): Promise<Outcome> {
  const workspaceFolder = given?.folder.workspaceFolder ?? (folders.length > 1 ? await prompts.workspaceFolder(folders) : folders[0]);
  if (folders.length > 0 && !workspaceFolder) return { type: 'cancelled' };
  const writable = workspaceFolder && vscode.workspace.fs.isWritableFileSystem(workspaceFolder.uri.scheme) !== false;
  const located = workspaceFolder ? await locateRecords(workspaceFolder) : { found: [] };
  const used = recordFolders(located);
  const candidates = workspaceFolder && writable ? (await readFolders(workspaceFolder, log)).map(inForce).filter(({ records }) => records.length > 0) : [];

  const answers: Answers = { title: draft.title, status: 'proposed', supersedes: given, directory: given?.folder.path };
  const questions: readonly Question[] = [
    question(true, (step) => prompts.title(answers.title, step), (value) => { answers.title = value; }),
    question(true, (step) => prompts.status(answers.status, step), (value) => { answers.status = value; }),
    question(!given && candidates.length > 0, (step) => prompts.supersedes(candidates, step), (value) => { answers.supersedes = value; }),
    question(
      () => writable === true && used.length !== 1 && answers.supersedes === undefined,
      (step) => prompts.directory(used.length > 1 ? located.found.filter(({ records }) => records > 0) : located.found, step),
      (value) => { answers.directory = value; },
    ),
  ];
  if (!(await askAll(questions))) return { type: 'cancelled' };

  const template = workspaceFolder && (await templates.load(workspaceFolder));
  const made: NewRecord = {
    draft: { ...draft, title: answers.title },
    status: answers.status,
    date: today,
    ...(answers.supersedes && { supersedes: answers.supersedes.file }),
    ...(template !== undefined && { template }),
  };
  const path = answers.supersedes?.folder.path ?? (used.length === 1 ? used[0] : answers.directory);
  const directory = workspaceFolder && path !== undefined ? vscode.Uri.joinPath(workspaceFolder.uri, path) : undefined;
  const unwritten = async (why: 'no folder' | 'read-only' | 'failed', cause?: string): Promise<Outcome> => {
    const names = directory ? await listFiles(directory) : [];
    return { type: 'unwritten', why, text: recordText(made, padNumber(nextNumber(names), names)), ...(cause !== undefined && { cause }) };
  };
  if (!workspaceFolder) return unwritten('no folder');
  if (!writable || !directory || path === undefined) return unwritten('read-only');
  try {
    const uri = await writeRecord(directory, made);
    if (!recordFolders(await locateRecords(workspaceFolder)).includes(path) || (answers.directory !== undefined && used.length > 1 && !given)) {
      // The record is written; a setting that cannot be kept costs a question next time and nothing else.
      await keepFolder(workspaceFolder, path).catch((cause: unknown) => { log.warn(`Cannot keep the folder of decision records: ${describeError(cause)}`); });
    }
    return { type: 'written', uri, superseded: answers.supersedes !== undefined };
  } catch (cause) {
    log.error('Cannot write the decision record', cause);
    return unwritten('failed', describeError(cause));
  }
}

/** Only what still holds can be superseded. */
function inForce(folder: RecordFolder): RecordFolder {
  return { ...folder, records: folder.records.filter(({ record: { status } }) => status === 'accepted' || status === 'proposed') };
}

interface Question {
  readonly needed: () => boolean;
  /** Asks, and takes the answer in. */
  readonly ask: (step: Step) => Promise<'next' | 'back' | 'left'>;
}

function question<T>(needed: boolean | (() => boolean), ask: (step: Step) => Promise<Answer<T>>, take: (value: T) => void): Question {
  return {
    needed: typeof needed === 'function' ? needed : () => needed,
    async ask(step) {
      const answer = await ask(step);
      if (answer === undefined) return 'left';
      if (answer === 'back') return 'back';
      take(answer.value);
      return 'next';
    },
  };
}

/** One question after the other, with a way back. Which ones are needed may depend on answers before. */
async function askAll(questions: readonly Question[]): Promise<boolean> {
  let index = 0;
  for (;;) {
    const needed = questions.filter((each) => each.needed());
    const current = needed[index];
    if (!current) return true;
    const result = await current.ask({ number: index + 1, total: needed.length });
    if (result === 'left') return false;
    index = Math.max(0, index + (result === 'back' ? -1 : 1));
  }
}
