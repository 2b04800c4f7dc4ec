/**
 * Markdown and YAML in memory → the library. Pure: the build reads a folder and runs the samples,
 * a workspace may compile a team's own entries; both get the same checks and the same messages.
 */
import * as v from 'valibot';
import { CALCULATORS } from '../../calculators';
import type { Calculator } from '../../calculators/definition';
import { isGenerated, OVERVIEW_IDS, overviewMarkdown } from '../../overviews';
import { loadLibrary } from '../load';
import { outlineMarkdown } from '../markdown/outline';
import type { AssessmentContent, CompiledLibrary, EntryBody, GlossaryTerm, PathBriefs, Quiz, ScaleRow } from '../model';
import { AssessmentSchema, GlossaryTermSchema, ScaleRowSchema } from '../schema';
import type { Kind } from '../vocabulary';
import type { DiagramRenderer, Sample } from './assemble';
import { assembleBody, assembleEntry, samplesOf } from './assemble';
import { draftCalculator, overviewOf, type CalculatorDraft } from './calculators';
import { checkAssessment } from './checks/assessment';
import { checkCalculator } from './checks/calculators';
import { checkCitations } from './checks/citations';
import { checkFences } from './checks/fences';
import { checkLinks } from './checks/links';
import { checkLab } from './checks/labs';
import { checkNames, checkOrder } from './checks/names';
import { checkPath } from './checks/paths';
import { checkQuiz, checkQuizCoverage } from './checks/quizzes';
import { checkGlossary } from './checks/glossary';
import { checkGroup } from './checks/group';
import { checkIds, checkRelationsOnce } from './checks/relations';
import { checkSameReferences } from './checks/references';
import { checkScale } from './checks/scale';
import { checkSimilar } from './checks/similar';
import { checkSectionContents, checkStructure } from './checks/structure';
import { checkMarkup, checkWording } from './checks/wording';
import type { Draft } from './draft';
import { draftEntry } from './draft';
import { draftLab, type LabDraft } from './learning/labs';
import { compilePaths, draftPath, type PathDraft } from './learning/paths';
import { draftQuiz, type QuizDraft } from './learning/quizzes';
import type { Problem, Report, SourceFile } from './source';
import { sortProblems } from './source';
import { termsOf } from './terms';
import type { LineOf } from './yaml';
import { parseYaml, validateYaml } from './yaml';

export type { DiagramRenderer, Sample } from './assemble';
export type { LabDraft, LabFile } from './learning/labs';
export type { Problem, SourceFile } from './source';
export { formatProblem, sortProblems } from './source';

export interface CompileOptions {
  /** Without it nothing is drawn. */
  readonly renderDiagram?: DiagramRenderer;
  /** The code that the words of calculators are held to; without it, that of the product. */
  readonly calculators?: readonly Calculator[];
}

export interface CompileResult {
  /** What is valid by its schema, even when there are problems. */
  readonly library: CompiledLibrary;
  readonly bodies: readonly EntryBody[];
  /** Missing when the content has no `assessment.yml`, or one that does not fit its schema. */
  readonly assessment?: AssessmentContent;
  /** The briefs of each path. */
  readonly briefs: readonly PathBriefs[];
  readonly quizzes: readonly Quiz[];
  /** The words of each calculator. */
  readonly calculators: readonly CalculatorDraft[];
  /** To be run by the caller. */
  readonly labs: readonly LabDraft[];
  /** To be type-checked and executed by the caller, who then may set `executed` in the body. */
  readonly samples: readonly Sample[];
  readonly problems: readonly Problem[];
}

/**
 * Compiles and checks content.
 * @param files everything in the content folder; `README.md` at its root is ignored
 */
export function compileLibrary(files: readonly SourceFile[], options: CompileOptions = {}): CompileResult {
  const problems: Problem[] = [];
  const reportIn = (file: string): Report => (line, message) => void problems.push({ file, line, message });
  const drafts: Draft[] = [];
  const paths: PathDraft[] = [];
  const quizzes: QuizDraft[] = [];
  const calculators: CalculatorDraft[] = [];
  const labFiles = new Map<string, SourceFile[]>();
  let glossary: { readonly terms: readonly GlossaryTerm[]; readonly lineOf: LineOf; readonly file: string } | undefined;
  let assessment: { readonly content: AssessmentContent; readonly lineOf: LineOf; readonly file: string } | undefined;
  let scale: { readonly rows: readonly ScaleRow[]; readonly lineOf: LineOf; readonly file: string } | undefined;

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.path === 'README.md') continue;
    const report = reportIn(file.path);
    const labId = /^labs\/([^/]+)\//.exec(file.path)?.[1];
    if (labId !== undefined) {
      labFiles.set(labId, [...(labFiles.get(labId) ?? []), file]);
      continue;
    }
    checkWording(file.text, report);
    const draft = draftEntry(file, report);
    if (draft !== undefined) drafts.push(draft);
    else if (file.path === 'scale.yml') {
      const yaml = parseYaml(file.text, 1, report);
      const rows = yaml && validateYaml(v.array(ScaleRowSchema), yaml, report);
      if (yaml !== undefined && rows !== undefined) scale = { rows, lineOf: yaml.lineOf, file: file.path };
    } else if (file.path === 'glossary.yml') {
      const yaml = parseYaml(file.text, 1, report);
      const terms = yaml && validateYaml(v.array(GlossaryTermSchema), yaml, report);
      if (yaml !== undefined && terms !== undefined) glossary = { terms, lineOf: yaml.lineOf, file: file.path };
    } else if (file.path === 'assessment.yml') {
      const yaml = parseYaml(file.text, 1, report);
      const content = yaml && validateYaml(AssessmentSchema, yaml, report);
      if (yaml !== undefined && content !== undefined) assessment = { content: { version: 1, ...content }, lineOf: yaml.lineOf, file: file.path };
    } else if (/^paths\/[^/]+\.yml$/.test(file.path)) paths.push(...draftPath(file, report));
    else if (/^quizzes\/[^/]+\.yml$/.test(file.path)) quizzes.push(...draftQuiz(file, report));
    else if (/^calculators\/[^/]+\.yml$/.test(file.path)) calculators.push(...draftCalculator(file, report));
    else report(1, 'is no file of the content format; move it to the folder of its kind, or remove it');
  }

  const labs = [...labFiles].flatMap(([id, own]) => draftLab(id, own, reportIn));
  const learning = compilePaths(paths);
  const checked: CompiledLibrary = {
    version: 1,
    entries: drafts.flatMap((draft) => assembleEntry(draft)),
    paths: learning.paths,
    labs: labs.map(({ id, lab: { title, summary, entry, level, minutes } }) => ({ id, title, summary, entry, level, minutes })),
    quizzes: quizzes.map(({ quiz: { entry, questions } }) => ({ entry, questions: questions.map(({ id }) => id) })),
    calculators: calculators.map(overviewOf),
    scale: scale?.rows ?? [],
    glossary: glossary?.terms ?? [],
  };
  const complete = withOverviews(drafts, checked, reportIn);
  // Links may lead to sections that are generated.
  const byFile = new Map(complete.map((draft) => [draft.file, draft]));
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const kinds = new Map<string, Kind>(drafts.map(({ id, kind }) => [id, kind]));
  checkUniqueIds([...drafts, ...paths, ...labs], reportIn);
  for (const draft of drafts) {
    const report = reportIn(draft.file);
    checkGroup(draft, report);
    checkStructure(draft, report);
    checkSectionContents(draft, report);
    checkMarkup(draft, report);
    checkFences(draft, report);
    checkCitations(draft, report);
    checkLinks(draft, byFile, report);
    checkIds(draft, kinds, report);
  }
  checkRelationsOnce(drafts, reportIn);
  checkNames(drafts, reportIn);
  checkSameReferences(drafts, reportIn);
  checkSimilar(drafts, reportIn);
  checkOrder([...drafts.flatMap(orderOf), ...paths.map(({ file, path, lineOf }) => ({ file, kind: 'path', order: path.order, line: lineOf('order') }))], reportIn);
  const nameable = { kinds, labs: new Set(labFiles.keys()), quizzes: new Set(quizzes.map(({ quiz }) => quiz.entry)) };
  for (const path of paths) checkPath(path, paths, nameable, reportIn(path.file));
  for (const quiz of quizzes) checkQuiz(quiz, byId, reportIn(quiz.file));
  checkQuizCoverage(drafts, nameable.quizzes, reportIn);
  for (const lab of labs) checkLab(lab, kinds, reportIn);
  for (const draft of calculators) checkCalculator(draft, (options.calculators ?? CALCULATORS).find(({ id }) => id === draft.id), kinds, reportIn(draft.file));
  if (scale !== undefined) checkScale(scale.rows, scale.lineOf, kinds, byId, reportIn(scale.file));

  if (glossary !== undefined) checkGlossary(glossary.terms, glossary.lineOf, drafts, reportIn(glossary.file));
  if (assessment !== undefined) checkAssessment(assessment.content, assessment.lineOf, kinds, reportIn(assessment.file));
  const terms = termsOf(drafts.filter((draft) => !isGenerated(draft)));
  return {
    library: { ...checked, entries: complete.flatMap((draft) => assembleEntry(draft, terms.get(draft.id))) },
    bodies: complete.flatMap((draft) => assembleBody(draft, options.renderDiagram, reportIn(draft.file))),
    ...(assessment && { assessment: assessment.content }),
    briefs: learning.briefs,
    quizzes: quizzes.map(({ quiz }) => quiz),
    calculators,
    labs,
    samples: drafts.flatMap(samplesOf),
    problems: sortProblems(problems),
  };
}

/** The drafts with the generated part of each generated page below its introduction. */
function withOverviews(drafts: readonly Draft[], compiled: CompiledLibrary, reportIn: (file: string) => Report): readonly Draft[] {
  const library = loadLibrary(compiled);
  return drafts.map((draft) => {
    if (!isGenerated(draft)) return draft;
    if (draft.kind === 'reference' && !OVERVIEW_IDS.includes(draft.id)) {
      reportIn(draft.file)(1, `no page of this name is generated; the names are ${OVERVIEW_IDS.join(', ')}`);
    }
    const entry = library.get(draft.id);
    const markdown = `${draft.markdown.trim()}\n\n${entry === undefined ? '' : overviewMarkdown(library, entry)}`;
    return { ...draft, markdown, outline: outlineMarkdown(markdown, draft.bodyLine) };
  });
}

function checkUniqueIds(named: readonly { readonly id: string; readonly file: string }[], reportIn: (file: string) => Report): void {
  const taken = new Map<string, string>();
  for (const { id, file } of named) {
    const other = taken.get(id);
    if (other === undefined) taken.set(id, file);
    else reportIn(file)(1, `the id "${id}" is also that of ${other}; rename one of the files`);
  }
}

function orderOf({ file, front, lineOf }: Draft): { file: string; kind: string; order: number; line: number }[] {
  return front !== undefined && 'order' in front ? [{ file, kind: front.kind, order: front.order, line: lineOf('order') }] : [];
}
