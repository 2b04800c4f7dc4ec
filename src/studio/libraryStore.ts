import * as vscode from 'vscode';
import * as v from 'valibot';
import {
  loadAssessment, loadBriefs, loadLab, loadLibrary, loadProblemWords, loadQuiz, EntryBodySchema,
  type AssessmentContent, type EntryBody, type Lab, type Library, type PathBriefs, type ProblemWords, type Quiz,
} from '../core';
import type { CalculatorWords } from '../core/library/calculatorSchema';
import { CONTEXT_KEYS } from '../ids';
import { describeError, type Log } from './log';
import type { TeamLibrary } from './team/teamLibrary';

/** Reads what the build wrote: the library once, on first need, and an entry's body when its page opens. */
export interface LibraryStore extends vscode.Disposable {
  /** The library with the entries of the workspace's teams. Rejects with a message for people when it is missing or broken; the next call tries again. */
  library(): Promise<Library>;
  /** The text of one entry. Rejects with a message for people. */
  body(entryId: string): Promise<EntryBody>;
  /** The questions of the assessment, read once, on first need. Rejects with a message for people. */
  questions(): Promise<AssessmentContent>;
  /** The briefs of one path's items. Rejects with a message for people, as the next three do. */
  briefs(pathId: string): Promise<PathBriefs>;
  /** The questions of the quiz of one entry. */
  quiz(entryId: string): Promise<Quiz>;
  /** The brief and the files of one lab. */
  lab(labId: string): Promise<Lab>;
  /** The words of one calculator. Only that they are an object is known: its page checks the rest. */
  calculator(id: string): Promise<CalculatorWords>;
  /** The words by which problems are known. Never rejects: without them, problems are known by their labels. */
  problemWords(): Promise<ProblemWords>;
  /** Forgets the library, so that the next call reads it again. */
  reload(): void;
  /** The library is another one: it was reloaded, or an entry of a team has changed. */
  readonly onDidReload: vscode.Event<void>;
}

export function createLibraryStore(extensionUri: vscode.Uri, log: Log, team: TeamLibrary): LibraryStore {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  let loading: Promise<Library> | undefined;
  let loadingQuestions: Promise<AssessmentContent> | undefined;
  const reloaded = new vscode.EventEmitter<void>();
  const listener = team.onDidChange(() => { reloaded.fire(); });
  const setFailed = (failed: boolean): void => {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.libraryFailed, failed);
  };

  async function load(): Promise<Library> {
    try {
      return loadLibrary(await readJson(vscode.Uri.joinPath(dist, 'library.json')));
    } catch (cause) {
      setFailed(true);
      log.error('Cannot read dist/library.json', cause);
      throw new Error(
        vscode.l10n.t('The library of Distributed Systems Studio cannot be read. Reinstall the extension; the log says what is wrong.'),
        { cause },
      );
    }
  }

  async function loadQuestions(): Promise<AssessmentContent> {
    try {
      return loadAssessment(await readJson(vscode.Uri.joinPath(dist, 'assessment.json')));
    } catch (cause) {
      log.error('Cannot read dist/assessment.json', cause);
      throw new Error(
        vscode.l10n.t('The questions of the assessment cannot be read. Reinstall the extension; a result that you have is kept.'),
        { cause },
      );
    }
  }

  /** A file of its own for one path, quiz or lab; they are small, and read when they are opened. */
  async function readPart<T>(folder: string, id: string, parse: (compiled: unknown) => T): Promise<T> {
    try {
      return parse(await readJson(vscode.Uri.joinPath(dist, folder, `${id}.json`)));
    } catch (cause) {
      log.error(`Cannot read dist/${folder}/${id}.json`, cause);
      throw new Error(
        vscode.l10n.t('"{0}" cannot be read ({1}). Reinstall the extension; nothing of yours is lost.', id, describeError(cause)),
        { cause },
      );
    }
  }

  return {
    briefs: (pathId) => readPart('paths', pathId, loadBriefs),
    quiz: (entryId) => readPart('quizzes', entryId, loadQuiz),
    lab: (labId) => readPart('labs', labId, loadLab),
    calculator: (id) => readPart('calculators', id, wordsIn),
    library() {
      loading ??= load();
      // A failure is not kept: after a repair, the next click works without a restart.
      loading.catch(() => { loading = undefined; });
      return loading.then((builtIn) => team.join(builtIn));
    },
    questions() {
      loadingQuestions ??= loadQuestions();
      loadingQuestions.catch(() => { loadingQuestions = undefined; });
      return loadingQuestions;
    },
    async problemWords() {
      try {
        return loadProblemWords(await readJson(vscode.Uri.joinPath(dist, 'problems.json')));
      } catch (cause) {
        log.error('Cannot read dist/problems.json', cause);
        return {};
      }
    },
    reload() {
      loading = undefined;
      loadingQuestions = undefined;
      setFailed(false);
      team.rescan();
      reloaded.fire();
    },
    onDidReload: reloaded.event,
    dispose: () => { vscode.Disposable.from(reloaded, listener).dispose(); },
    async body(entryId) {
      const own = await team.body(entryId);
      if (own !== undefined) return own;
      try {
        const raw = await readJson(vscode.Uri.joinPath(dist, 'entries', `${entryId}.json`));
        return v.parse(EntryBodySchema, raw);
      } catch (cause) {
        log.error(`Cannot read the text of "${entryId}"`, cause);
        throw new Error(
          vscode.l10n.t('The text of "{0}" cannot be read ({1}). Reinstall the extension; nothing of yours is lost.', entryId, describeError(cause)),
          { cause },
        );
      }
    },
  };
}

/** The file also says which calculator it is of, which is no part of the words. */
function wordsIn(compiled: unknown): CalculatorWords {
  const words = { ...v.parse(v.record(v.string(), v.unknown()), compiled) };
  delete words['id'];
  return words as unknown as CalculatorWords;
}

async function readJson(uri: vscode.Uri): Promise<unknown> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}
