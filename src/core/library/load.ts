import type * as v from 'valibot';
import { CALCULATOR_IDS } from '../calculators/definition';
import { compareText } from '../compareText';
import { normaliseName } from './names';
import { CompiledAssessmentSchema, CompiledLibrarySchema, EntryBodySchema } from './model';
import type { AssessmentContent, CompiledLibrary, Entry, EntryBody, EntryOf, Lab, Library, PathBriefs, Quiz, QuizOverview } from './model';
import { CompiledLabSchema, CompiledQuizSchema, PathBriefsSchema } from './learningModel';
import { relateEntries } from './relations';
import { findMismatch } from './shape';
import { KINDS } from './vocabulary';
import type { Kind } from './vocabulary';

/** The compiled library cannot be used. The message is complete and may be shown as it is. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
}

function check<Schema extends v.GenericSchema>(schema: Schema, value: unknown, what: string): v.InferOutput<Schema> {
  const mismatch = findMismatch(schema, value);
  if (mismatch === undefined) return value;
  throw new LibraryError(
    `${what} is damaged or from another version, at ${mismatch.path.join('.') || 'the file itself'}: ${mismatch.message}. ` +
      'Rebuild it with "npm run build", or reinstall the extension.',
  );
}

/** Kinds in their order; those that have an `order` by it, the others by title. */
function compareEntries(a: Entry, b: Entry): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    ('order' in a && 'order' in b ? a.order - b.order : 0) ||
    compareText(a.title.toLowerCase(), b.title.toLowerCase()) ||
    compareText(a.id, b.id)
  );
}

/** The library's own entries before those of teams, so that no file of a workspace takes a name away from them. */
export function ownFirst(entries: readonly Entry[]): readonly Entry[] {
  return [...entries.filter(({ workspace }) => workspace === undefined), ...entries.filter(({ workspace }) => workspace !== undefined)];
}

/**
 * Names to entries. An id beats a title, a title beats an alias, and the earlier entry beats the later; ids of entries that
 * are not recognised in text come last, because "rate limiter" means the pattern rather than a case study about one.
 */
function indexNames(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const index = new Map<string, Entry>();
  const add = (name: string, entry: Entry): void => {
    const key = normaliseName(name);
    if (key !== '' && !index.has(key)) index.set(key, entry);
  };
  for (const entry of entries) if ('mentions' in entry) add(entry.id, entry);
  for (const entry of entries) add(entry.title, entry);
  for (const entry of entries) for (const alias of entry.aliases) add(alias, entry);
  for (const entry of entries) add(entry.id, entry);
  return index;
}

/**
 * Validates and indexes a compiled library, in a few milliseconds for 400 entries.
 * @param compiled the parsed content of `dist/library.json`
 * @throws LibraryError that names the first field that is wrong, and says how to mend it
 */
export function loadLibrary(compiled: unknown): Library {
  return indexLibrary(check(CompiledLibrarySchema, compiled, 'The library of Distributed Systems Studio'));
}

/**
 * A library with more entries, such as those of a team; the given one stays as it is. Where names collide, its own
 * entries keep them.
 * @param entries as the compiler makes them, with ids that the library does not have
 */
export function extendLibrary(library: Library, entries: readonly Entry[]): Library {
  return entries.length === 0 ? library : indexLibrary({ ...library, entries: [...library.all(), ...entries], quizzes: [...library.quizzes.values()] });
}

const placeOf = (id: string): number => (CALCULATOR_IDS as readonly string[]).indexOf(id);

function indexLibrary(data: { readonly entries: readonly Entry[] } & Pick<Library, 'paths' | 'labs' | 'scale' | 'glossary'> & Pick<CompiledLibrary, 'calculators'> & { readonly quizzes: readonly QuizOverview[] }): Library {
  const entries: readonly Entry[] = [...data.entries].sort(compareEntries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byKind = new Map<Kind, readonly Entry[]>(
    KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind)]),
  );
  const names = indexNames(ownFirst(entries));
  let relations: ReturnType<typeof relateEntries> | undefined;

  function all<K extends Kind>(kind: K): readonly EntryOf<K>[];
  function all(kind?: Kind): readonly Entry[];
  function all(kind?: Kind): readonly Entry[] {
    return kind === undefined ? entries : (byKind.get(kind) ?? []);
  }
  return {
    get: (id) => byId.get(id),
    find: (nameOrAlias) => byId.get(nameOrAlias) ?? names.get(normaliseName(nameOrAlias)),
    all,
    paths: [...data.paths].sort((a, b) => a.order - b.order || compareText(a.id, b.id)),
    labs: [...data.labs].sort((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()) || compareText(a.id, b.id)),
    quizzes: new Map(data.quizzes.map((quiz) => [quiz.entry, quiz])),
    calculators: [...(data.calculators ?? [])].sort((a, b) => placeOf(a.id) - placeOf(b.id)),
    scale: data.scale,
    glossary: [...data.glossary].sort((a, b) => compareText(a.term.toLowerCase(), b.term.toLowerCase())),
    // Made when first asked for: activation, hovers and search do not need relations.
    related: (id) => (relations ??= relateEntries(entries)).get(id) ?? [],
  };
}

/**
 * Validates the body of one entry.
 * @param body the parsed content of `dist/entries/<id>.json`
 * @throws LibraryError as `loadLibrary` does
 */
export function loadBody(body: unknown): EntryBody {
  return check(EntryBodySchema, body, 'This page of Distributed Systems Studio');
}

/**
 * Validates the questions of the assessment.
 * @param compiled the parsed content of `dist/assessment.json`
 * @throws LibraryError as `loadLibrary` does
 */
export function loadAssessment(compiled: unknown): AssessmentContent {
  return check(CompiledAssessmentSchema, compiled, 'The assessment of Distributed Systems Studio');
}

/**
 * Validates the briefs of one path.
 * @param compiled the parsed content of `dist/paths/<id>.json`
 * @throws LibraryError as `loadLibrary` does
 */
export function loadBriefs(compiled: unknown): PathBriefs {
  return check(PathBriefsSchema, compiled, 'A learning path of Distributed Systems Studio');
}

/**
 * Validates the questions of one quiz.
 * @param compiled the parsed content of `dist/quizzes/<entry id>.json`
 * @throws LibraryError as `loadLibrary` does
 */
export function loadQuiz(compiled: unknown): Quiz {
  return check(CompiledQuizSchema, compiled, 'A quiz of Distributed Systems Studio');
}

/**
 * Validates one lab.
 * @param compiled the parsed content of `dist/labs/<id>.json`
 * @throws LibraryError as `loadLibrary` does
 */
export function loadLab(compiled: unknown): Lab {
  return check(CompiledLabSchema, compiled, 'A lab of Distributed Systems Studio');
}
