/** Which parts of a text people wrote for people: the text of documents, and the comments of code. */
import { scanAsciidoc, scanCommitMessage, scanLatex, scanMarkdown, scanPlainText, scanRestructuredText } from './documents';
import { scanCode } from './code';
import { scanMarkup } from './markup';
import type { ReportProse } from './report';
import { syntaxOf } from './syntaxes';

export interface ProseMap {
  /** Whether the character at this offset is prose. The text is scanned on the first call, and not at all without one. */
  at(offset: number): boolean;
}

type Scan = (text: string, end: number, report: ReportProse) => void;

/** Languages that are documents. In them, code blocks and inline code are code. */
const DOCUMENTS: Readonly<Record<string, Scan>> = {
  markdown: scanMarkdown,
  mdx: scanMarkdown,
  quarto: scanMarkdown,
  rmd: scanMarkdown,
  prompt: scanMarkdown,
  instructions: scanMarkdown,
  chatagent: scanMarkdown,
  plaintext: scanPlainText,
  restructuredtext: scanRestructuredText,
  asciidoc: scanAsciidoc,
  latex: scanLatex,
  tex: scanLatex,
  bibtex: scanPlainText,
  'git-commit': scanCommitMessage,
  scminput: scanPlainText,
  html: (text, end, report) => scanMarkup(text, end, report, { textIsProse: true }),
};

/** Markup whose text is part of a program or a configuration; only its comments are prose. */
const MARKUP = new Set(['xml', 'xsl', 'svg', 'vue', 'svelte', 'astro', 'vue-html', 'razor', 'aspnetcorerazor', 'handlebars', 'django-html', 'jinja-html', 'twig', 'erb', 'blade', 'ejs']);

/**
 * The prose of a text up to an offset (what lies behind does not matter to what lies before).
 * An unknown language is read as code with `//`, slash-star and `# ` comments: missing a comment is better than taking code for prose.
 */
export function createProseMap(text: string, languageId: string, end: number): ProseMap {
  let bounds: readonly number[] | undefined;
  return { at: (offset) => isInside((bounds ??= scan(text, languageId, end)), offset) };
}

/** Starts and ends in turn, ascending. */
function scan(text: string, languageId: string, end: number): readonly number[] {
  const bounds: number[] = [];
  const report: ReportProse = (from, to) => {
    if (to > from) bounds.push(from, to);
  };
  const document = Object.hasOwn(DOCUMENTS, languageId) ? DOCUMENTS[languageId] : undefined;
  if (document !== undefined) document(text, end, report);
  else if (MARKUP.has(languageId)) scanMarkup(text, end, report, { textIsProse: false });
  else scanCode(text, 0, end, syntaxOf(languageId), report);
  return bounds;
}

/** Binary search: the number of bounds at or before the offset is odd inside a part. */
function isInside(bounds: readonly number[], offset: number): boolean {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
