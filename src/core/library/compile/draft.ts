import type * as v from 'valibot';
import type { Outline } from '../markdown/outline';
import { outlineMarkdown } from '../markdown/outline';
import {
  AntiPatternSchema, CaseStudySchema, CompanySchema, EntryIdSchema, GuideSchema, LawSchema, MigrationSchema, PatternSchema, PillarSchema,
  PlaybookSchema, PrincipleSchema, ReferencePageSchema,
} from '../schema';
import type { Kind } from '../vocabulary';
import type { Report, SourceFile } from './source';
import type { LineOf, Yaml } from './yaml';
import { parseYaml, validateYaml } from './yaml';

export const SCHEMAS = {
  law: LawSchema,
  pillar: PillarSchema,
  principle: PrincipleSchema,
  pattern: PatternSchema,
  'anti-pattern': AntiPatternSchema,
  'case-study': CaseStudySchema,
  company: CompanySchema,
  playbook: PlaybookSchema,
  migration: MigrationSchema,
  guide: GuideSchema,
  reference: ReferencePageSchema,
} as const;

type FrontOf<K extends Kind> = Readonly<v.InferOutput<(typeof SCHEMAS)[K]>>;
/** Valid front matter, told apart by `kind` (which is not written: the folder says it). */
export type Front = { [K in Kind]: { readonly kind: K } & FrontOf<K> }[Kind];
export type PatternFront = Extract<Front, { kind: 'pattern' }>;

/** One entry on its way into the library. */
export interface Draft {
  readonly file: string;
  readonly id: string;
  readonly kind: Kind;
  /** The folder between the kind's own and the file: a category or domain, or `''`. */
  readonly group: string;
  /** Undefined when it does not fit the schema; what is wrong has then been reported. */
  readonly front: Front | undefined;
  readonly lineOf: LineOf;
  readonly markdown: string;
  /** The line of the file on which `markdown` starts. */
  readonly bodyLine: number;
  readonly outline: Outline;
}

/** What checks across entries need of each. */
export type DraftSummary = Pick<Draft, 'file' | 'id' | 'front' | 'lineOf'>;

const FOLDERS: readonly (readonly [RegExp, Kind])[] = [
  [/^laws\/()([^/]+)\.md$/, 'law'],
  [/^pillars\/()([^/]+)\.md$/, 'pillar'],
  [/^patterns\/([^/]+)\/([^/]+)\.md$/, 'pattern'],
  [/^case-studies\/([^/]+)\/([^/]+)\.md$/, 'case-study'],
  [/^principles\/()([^/]+)\.md$/, 'principle'],
  [/^anti-patterns\/()([^/]+)\.md$/, 'anti-pattern'],
  [/^companies\/()([^/]+)\.md$/, 'company'],
  [/^playbooks\/()([^/]+)\.md$/, 'playbook'],
  [/^migrations\/()([^/]+)\.md$/, 'migration'],
  [/^guides\/()([^/]+)\.md$/, 'guide'],
  [/^reference\/()([^/]+)\.md$/, 'reference'],
];

/** Reads one entry file; undefined when the path is none of an entry. */
export function draftEntry({ path, text }: SourceFile, report: Report): Draft | undefined {
  for (const [pattern, kind] of FOLDERS) {
    const match = pattern.exec(path);
    if (match !== null) return draft(path, text.replaceAll('\r\n', '\n'), kind, match[1] ?? '', match[2] ?? '', report);
  }
  return undefined;
}

/** An entry file, cut into front matter and body. */
export interface EntryParts {
  /** Undefined when there is none or it is not YAML; what is wrong has then been reported. */
  readonly yaml: Yaml | undefined;
  readonly markdown: string;
  readonly bodyLine: number;
}

/** @param text with line feeds only */
export function splitEntry(text: string, report: Report): EntryParts {
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) report(1, 'has no front matter; start the file with "---", the keys of its kind, and "---"');
  const head = match?.[0] ?? '';
  const yaml = match === null ? undefined : parseYaml(match[1] ?? '', 2, report);
  return { yaml, markdown: text.slice(head.length), bodyLine: head.split('\n').length };
}

function draft(file: string, text: string, kind: Kind, group: string, id: string, report: Report): Draft {
  checkId(id, report);
  const { yaml, markdown, bodyLine } = splitEntry(text, report);
  const front = yaml && validateYaml(SCHEMAS[kind], yaml, report);
  return {
    file, id, kind, group, markdown, bodyLine,
    // The schema was chosen by the kind, which the compiler cannot follow through the lookup.
    front: front && ({ kind, ...front } as Front),
    lineOf: yaml?.lineOf ?? (() => 1),
    outline: outlineMarkdown(markdown, bodyLine),
  };
}

export function checkId(id: string, report: Report): void {
  if (!EntryIdSchema.pipe[1].requirement.test(id)) {
    report(1, `the file name "${id}" is not an id; rename the file to kebab-case, such as "circuit-breaker"`);
  }
}
