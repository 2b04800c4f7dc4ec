/** Drafts of all team files + the library → the entries that join it, with every check that needs other entries. */
import { compareText } from '../../compareText';
import { checkNames, checkOrder } from '../compile/checks/names';
import { checkSameReferences } from '../compile/checks/references';
import { checkIds, checkRelationsOnce } from '../compile/checks/relations';
import { checkSummaries } from '../compile/checks/similar';
import type { DraftSummary } from '../compile/draft';
import type { Report, Severity } from '../compile/source';
import { tellingWords } from '../compile/terms';
import type { Entry, EntryBody, Library } from '../model';
import { normaliseName } from '../names';
import type { Kind } from '../vocabulary';
import type { TeamDraft, TeamProblem } from './draft';
import { checkTeamLinks } from './links';

export interface TeamEntries {
  /** Without errors, in the order of their files; ready for `extendLibrary`. */
  readonly entries: readonly Entry[];
  /** By id. */
  readonly bodies: ReadonlyMap<string, EntryBody>;
  /** By file, then line. */
  readonly problems: readonly TeamProblem[];
}

/**
 * Joins drafts in steps of a few milliseconds at most, for a thousand drafts, so that the caller can leave off between two. The order of the drafts
 * makes no difference.
 * @param library the built-in library, without entries of teams
 */
export function* joinTeamEntries(unsorted: readonly TeamDraft[], library: Library): Generator<void, TeamEntries> {
  const drafts = nameFiles([...unsorted].sort(byFile));
  const problems: TeamProblem[] = drafts.flatMap(({ draft }) => draft.problems);
  const failed = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const byName = new Map(drafts.map(({ summary, draft }) => [summary.file, draft.file]));
  const reportIn = (name: string, otherwise: Severity = 'warning'): Report => (line, message, severity = otherwise) => {
    const file = byName.get(name) ?? name;
    problems.push({ file, line, message, severity });
    if (severity === 'error') failed.add(file);
  };

  const team = claimIds(drafts, library, reportIn);
  const kinds = new Map<string, Kind>([...drafts.flatMap(({ draft: { id, kind } }) => (kind === undefined ? [] : [[id, kind] as const])), ...library.all().map(({ id, kind }) => [id, kind] as const)]);
  yield;
  for (const { draft, summary } of drafts) {
    checkIds(summary, kinds, reportIn(summary.file, 'error'));
    checkTeamLinks(draft, team, library, reportIn(summary.file));
    yield;
  }

  const joined = drafts.filter(({ draft }) => draft.entry !== undefined && !failed.has(draft.file));
  const summaries = joined.map(({ summary }) => summary);
  checkNames(summaries, reportIn, namesOf(library));
  yield;
  checkRelationsOnce(summaries, reportIn);
  yield;
  checkSameReferences(summaries, reportIn);
  yield;
  checkSummaries(summaries, reportIn);
  yield;
  checkOrder(summaries.flatMap(orderOf), reportIn);
  yield;

  const tell = tellingWords(joined.map(({ draft }) => draft.words));
  yield;
  const entries: Entry[] = [];
  const bodies = new Map<string, EntryBody>();
  for (const { draft: { entry, body, words } } of joined) {
    if (entry === undefined || body === undefined) continue;
    entries.push({ ...entry, terms: tell(words) });
    bodies.set(entry.id, body);
    yield;
  }
  const sorted = problems.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.message, b.message));
  return { entries, bodies, problems: sorted };
}

const byFile = (a: TeamDraft, b: TeamDraft): number =>
  compareText(a.workspace, b.workspace) || compareText(a.path, b.path) || compareText(a.file, b.file);

interface Named {
  readonly draft: TeamDraft;
  /** With the file's name as messages are to show it. */
  readonly summary: DraftSummary;
}

/** A path is enough in one workspace folder; with several, messages name the folder too. */
function nameFiles(drafts: readonly TeamDraft[]): readonly Named[] {
  const several = new Set(drafts.map(({ workspace }) => workspace)).size > 1;
  const taken = new Map<string, number>();
  return drafts.map((draft) => {
    const name = several ? `${draft.workspace}/${draft.path}` : draft.path;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return { draft, summary: { file: times === 1 ? name : `${name} (${times})`, id: draft.id, front: draft.front, lineOf: draft.lineOf } };
  });
}

/** Each id belongs to one entry; the first file keeps it. */
function claimIds(drafts: readonly Named[], library: Library, reportIn: (name: string, otherwise: Severity) => Report): ReadonlyMap<string, TeamDraft> {
  const paths = new Set(library.paths.map(({ id }) => id));
  const owners = new Map<string, Named>();
  for (const named of drafts) {
    const { id } = named.draft;
    const report = reportIn(named.summary.file, 'error');
    const own = library.get(id);
    const other = owners.get(id);
    if (own !== undefined) report(1, `the id "${id}" is that of "${own.title}" in the library; rename the file`);
    else if (paths.has(id)) report(1, `the id "${id}" is that of a learning path in the library; rename the file`);
    else if (other !== undefined) report(1, `the id "${id}" is also that of ${other.summary.file}; rename one of the files`);
    else owners.set(id, named);
  }
  return new Map([...owners].map(([id, { draft }]) => [id, draft]));
}

const known = new WeakMap<Library, ReadonlyMap<string, { readonly file: string }>>();

/** The names of the library's own entries, normalised. */
function namesOf(library: Library): ReadonlyMap<string, { readonly file: string }> {
  const names = known.get(library) ?? new Map(library.all().flatMap((entry) => {
    const owner = { file: `"${entry.title}" in the library` };
    const own = 'mentions' in entry ? [entry.id, ...entry.mentions.code, ...entry.mentions.prose] : [];
    return [entry.title, ...entry.aliases, ...own].map((name) => [normaliseName(name), owner] as const);
  }));
  known.set(library, names);
  return names;
}

function orderOf({ file, front, lineOf }: DraftSummary): { file: string; kind: string; order: number; line: number }[] {
  return front !== undefined && 'order' in front ? [{ file, kind: front.kind, order: front.order, line: lineOf('order') }] : [];
}
