/** One file of a team's library → a draft, with every check that needs no other entry. */
import { outlineMarkdown } from '../markdown/outline';
import { assembleBody, assembleEntry } from '../compile/assemble';
import { checkCitations } from '../compile/checks/citations';
import { checkFences } from '../compile/checks/fences';
import { checkGroup } from '../compile/checks/group';
import { checkSectionContents, checkStructure } from '../compile/checks/structure';
import { checkMarkup, checkWording } from '../compile/checks/wording';
import { checkId, SCHEMAS, splitEntry } from '../compile/draft';
import type { Draft, DraftSummary, Front } from '../compile/draft';
import type { Problem, Report, Severity } from '../compile/source';
import { countWords } from '../compile/terms';
import type { Yaml } from '../compile/yaml';
import { readYaml } from '../compile/yaml';
import type { Entry, EntryBody } from '../model';
import type { Outline } from '../markdown/outline';
import type { Kind } from '../vocabulary';
import { placeOf, TEAM_KINDS } from './files';
import type { TeamFile, TeamKind } from './files';
import { checkLimits } from './limits';
import { freezeLines } from './lines';

/** An error keeps the entry out of the library; with warnings it joins. */
export interface TeamProblem extends Problem {
  readonly severity: Severity;
}

/** What is kept of a file: enough to join it with the others, without its parsed document. */
export interface TeamDraft extends DraftSummary {
  readonly path: string;
  readonly workspace: string;
  /** As far as it is known, errors or not, so that one error in a file is not an error in each file that names it. */
  readonly kind: Kind | undefined;
  /** Undefined when the file has an error. `terms` are still empty. */
  readonly entry: Entry | undefined;
  readonly body: EntryBody | undefined;
  readonly words: ReadonlyMap<string, number>;
  readonly links: Outline['links'];
  /** Anchors of the headings. */
  readonly anchors: readonly string[];
  readonly problems: readonly TeamProblem[];
}

/** Whoever has this many does not read more. Errors come before warnings, so a file with any has one among them. */
const MOST_PROBLEMS = 200;
/** Beyond any honest one, in characters; a parser of YAML is slow on text that is made to be slow. */
const LARGEST_FRONT_MATTER = 32_000;

/** Reads one file. Never throws: what cannot be read is a problem of the file. */
export function readTeamEntry(source: TeamFile): TeamDraft {
  const problems: TeamProblem[] = [];
  const reportAs = (otherwise: Severity): Report => (line, message, severity = otherwise) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ file: source.file, line, message: forTeams(message), severity });
  };
  try {
    return { ...read(source, problems, reportAs), problems };
  } catch (error) {
    reportAs('error')(1, `cannot be read (${error instanceof Error ? error.message : String(error)}); make the text simpler`);
    return { ...nothing(source), problems };
  }
}

function read(source: TeamFile, problems: readonly TeamProblem[], reportAs: (otherwise: Severity) => Report): Omit<TeamDraft, 'problems'> {
  const { file, path, workspace } = source;
  const text = source.text.replaceAll('\r\n', '\n');
  const [fail, warn] = [reportAs('error'), reportAs('warning')];
  const { id, group } = placeOf(path);
  checkId(id, fail);
  const end = text.indexOf('\n---', 4);
  if (text.startsWith('---\n') && end > LARGEST_FRONT_MATTER) {
    fail(1, `the front matter has ${end} characters; write at most ${LARGEST_FRONT_MATTER}`);
    return nothing(source);
  }
  const { yaml: whole, markdown, bodyLine } = splitEntry(text, fail);
  const said = whole && checkLimits(whole, fail) ? takeKind(whole) : undefined;
  const kind = said && kindOf(path, said, fail);
  if (said === undefined || kind === undefined) return nothing(source);
  const values = readYaml(SCHEMAS[kind], said.yaml, fail);
  const lineOf = freezeLines(said.yaml);
  const draft: Draft = {
    // The schema was chosen by the kind, which the compiler cannot follow through the lookup.
    file: path, id, kind, group: group ?? '', front: values && ({ kind, ...values } as Front), lineOf, markdown, bodyLine,
    outline: outlineMarkdown(markdown, bodyLine),
  };
  checkWording(text, warn);
  if (group !== undefined) checkGroup(draft, warn);
  checkStructure(draft, warn);
  checkSectionContents(draft, warn);
  checkMarkup(draft, warn);
  checkFences(draft, warn);
  checkCitations(draft, warn);
  const sound = !problems.some(({ severity }) => severity === 'error');
  const entry = sound ? assembleEntry(draft)[0] : undefined;
  return {
    file, path, workspace, id, kind, lineOf,
    front: draft.front,
    entry: entry && { ...entry, workspace },
    body: sound ? assembleBody(draft, undefined, warn)[0] : undefined,
    words: countWords(draft.outline.prose),
    links: draft.outline.links,
    anchors: draft.outline.headings.map((heading) => heading.id),
  };
}

function nothing({ file, path, workspace }: TeamFile): Omit<TeamDraft, 'problems'> {
  const { id, kind } = placeOf(path);
  return { file, path, workspace, id, kind, front: undefined, lineOf: () => 1, entry: undefined, body: undefined, words: new Map(), links: [], anchors: [] };
}

interface Said {
  /** The front matter without `kind`, which the schemas do not know. */
  readonly yaml: Yaml;
  readonly kind: unknown;
  readonly line: number;
}

function takeKind({ value, lineOf }: Yaml): Said {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return { yaml: { value, lineOf }, kind: undefined, line: lineOf('title') };
  const { kind, ...rest } = value;
  return { yaml: { value: rest, lineOf }, kind, line: lineOf('kind') };
}

/** The folder says the kind, as in the library; elsewhere the key `kind` does. */
function kindOf(path: string, { kind: said, line }: Said, report: Report): TeamKind | undefined {
  const { kind: placed } = placeOf(path);
  const allowed = `use one of ${TEAM_KINDS.join(', ')}`;
  if (said !== undefined && placed !== undefined && said !== placed) {
    report(line, `the key "kind" does not fit the folder, which is that of a ${placed}; remove the key, or move the file`);
    return undefined;
  }
  const kind = said ?? placed;
  if (kind === undefined) report(line, `nothing says which kind of entry this is; move the file to a folder such as "guides", or add the key "kind": ${allowed}`);
  else if (kind === 'law' || kind === 'pillar' || kind === 'reference') report(line, `a team cannot add an entry of the kind "${kind}", which only the library itself has; ${allowed}`);
  else if (!TEAM_KINDS.some((each) => each === kind)) report(line, `"kind" is no kind of entry; ${allowed}`);
  return TEAM_KINDS.find((each) => each === kind);
}

/** Messages of the compiler name files of the repository, which a team does not have. */
function forTeams(message: string): string {
  return message
    .replace('see content/README.md', 'see the entry format')
    .replace('as in src/core/advice/questions.ts', 'as in the list of the entry format');
}
