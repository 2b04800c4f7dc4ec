import * as vscode from 'vscode';
import { extendLibrary, type EntryBody, type Library, type TeamDraft, type TeamEntries, type TeamProblem } from '../../core';
import type { Log } from '../log';
import type { LoadParsing } from '../parsing';
import { isTeamEntry } from './files';
import { runInSlices } from './slices';
import { createTeamSources, teamFile } from './sources';
import { watchTeamFiles } from './watch';

/** What a team's files were found to be wrong about, and the entries that a team adds. */
export interface TeamLibrary extends vscode.Disposable {
  /**
   * The library with the entries of the workspace's teams. Begins to read them with the first call, and waits a moment
   * for them; when they take longer they come with `onDidChange`. Never rejects: at worst there are none.
   */
  join(builtIn: Library): Promise<Library>;
  /** The text of a team's entry; undefined when the id is not that of one. */
  body(entryId: string): Promise<EntryBody | undefined>;
  /** Reads everything again. */
  rescan(): void;
  /** Problems by file, for open documents those of the text as it stands in the editor. */
  readonly problems: readonly TeamProblem[];
  /** The library is another one. */
  readonly onDidChange: vscode.Event<void>;
  readonly onDidChangeProblems: vscode.Event<void>;
}

/** How long a caller waits for the first reading. A tree that shows at once and again later would be worse for a few files. */
const FIRST_WAIT_MS = 400;

/** @param parsing asked with the first entry of a team */
export function createTeamLibrary(log: Log, parsing: LoadParsing): TeamLibrary {
  const changed = new vscode.EventEmitter<void>();
  const problemsChanged = new vscode.EventEmitter<void>();
  const sources = createTeamSources();
  let watch: vscode.Disposable | undefined;
  let first: Promise<void> | undefined;
  let builtIn: Library | undefined;
  let joined: { readonly builtIn: Library; readonly library: Library; readonly team: TeamEntries } | undefined;
  let problems: readonly TeamProblem[] = [];
  /** Open documents that differ from their files. */
  const unsaved = new Map<string, TeamDraft>();
  let disposed = false;
  let queue: Promise<void> = Promise.resolve();

  /** One reading at a time, in the order of asking; a failure leaves things as they were. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((cause: unknown) => { log.error('Cannot read the entries of the workspace', cause); });
    return queue;
  }

  const loadReader = async () => (await parsing()).readTeamEntry;

  async function read(look: () => Promise<boolean>): Promise<void> {
    if ((await look()) && !disposed) await publish();
  }

  async function publish(): Promise<void> {
    if (builtIn === undefined) return;
    const { joinTeamEntries } = await parsing();
    const base = builtIn;
    const team = await runInSlices(joinTeamEntries(sources.drafts, base));
    if (disposed) return;
    joined = { builtIn: base, library: extendLibrary(base, team.entries), team };
    changed.fire();
    await publishProblems();
  }

  async function publishProblems(): Promise<void> {
    if (builtIn === undefined) return;
    if (unsaved.size === 0) problems = joined?.team.problems ?? [];
    else {
      const { joinTeamEntries } = await parsing();
      const drafts = [...sources.drafts.filter(({ file }) => !unsaved.has(file)), ...unsaved.values()];
      problems = (await runInSlices(joinTeamEntries(drafts, builtIn))).problems;
    }
    if (!disposed) problemsChanged.fire();
  }

  /** What a person types is checked as it stands; the library waits until it is saved. */
  async function checkDocument(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const file = document.isDirty && !document.isClosed ? teamFile(document.uri, document.getText()) : undefined;
    if (file === undefined && !unsaved.delete(key)) return;
    if (file !== undefined) unsaved.set(key, (await loadReader())(file));
    await publishProblems();
  }

  function start(): Promise<void> {
    watch = watchTeamFiles({
      scan: () => { void enqueue(() => read(() => sources.scan(loadReader))); },
      update: (uris) => { void enqueue(() => read(() => sources.update(uris, loadReader))); },
      check: (document) => { void enqueue(() => checkDocument(document)); },
    });
    return enqueue(async () => {
      await read(() => sources.scan(loadReader));
      for (const document of vscode.workspace.textDocuments) if (document.isDirty && isTeamEntry(document.uri)) await checkDocument(document);
    });
  }

  return {
    async join(library) {
      const renewed = builtIn !== undefined && builtIn !== library;
      builtIn = library;
      if (first === undefined) {
        const reading = start();
        first = Promise.race([reading, new Promise<void>((resolve) => { setTimeout(resolve, FIRST_WAIT_MS); })]);
      } else if (renewed) void enqueue(publish);
      await first;
      return joined?.builtIn === library ? joined.library : library;
    },
    async body(entryId) {
      const body = joined?.team.bodies.get(entryId);
      const entry = joined?.library.get(entryId);
      if (body === undefined || entry?.kind !== 'company' || joined === undefined) return body;
      // The list of a company's case studies is generated, as on the library's own pages.
      const { library } = joined;
      const { companyMarkdown } = await parsing();
      return { ...body, markdown: `${body.markdown}\n${companyMarkdown(library, entry)}` };
    },
    rescan: () => { if (first !== undefined) void enqueue(() => read(() => sources.scan(loadReader))); },
    get problems() { return problems; },
    onDidChange: changed.event,
    onDidChangeProblems: problemsChanged.event,
    dispose() {
      disposed = true;
      vscode.Disposable.from(changed, problemsChanged, ...(watch ? [watch] : [])).dispose();
    },
  };
}
