/** The prose of documents: everything but front matter, code blocks, inline code and link targets. */
import { NO_SPAN, reportInline, type SpanState } from './inline';
import type { ReportProse } from './report';

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly indent: number;
  /** The offset of the first character that is no space; `end` on an empty line. */
  readonly body: number;
}

export function scanPlainText(text: string, end: number, report: ReportProse): void {
  visitLines(text, end, (line) => void reportInline(text, line.start, line.end, report, NO_SPAN));
}

/** Markdown: fences, indented blocks, front matter, code spans and link targets are code. */
export function scanMarkdown(text: string, end: number, report: ReportProse): void {
  let fence: { readonly mark: string; readonly length: number } | undefined;
  let inFrontMatter = false;
  let afterBlank = true;
  let inIndentedCode = false;
  let spans: SpanState = NO_SPAN;
  visitLines(text, end, (line) => {
    const isEmpty = line.body === line.end;
    const dashes = line.indent === 0 && /^---[ \t\r]*$/.test(text.slice(line.start, Math.min(line.end, line.start + 20)));
    if (line.start === 0 && dashes) {
      inFrontMatter = true;
      return;
    }
    if (inFrontMatter) {
      inFrontMatter = !dashes;
      return;
    }
    const mark = fenceAt(text, line);
    if (fence !== undefined) {
      if (mark !== undefined && mark.mark === fence.mark && mark.length >= fence.length && !mark.hasInfo) fence = undefined;
      return;
    }
    if (mark !== undefined) {
      fence = mark;
      spans = NO_SPAN;
      return;
    }
    if (isEmpty) {
      afterBlank = true;
      // A code span does not go beyond its paragraph.
      spans = NO_SPAN;
      return;
    }
    // In a list this takes a continued paragraph for code: better silent than wrong.
    inIndentedCode = line.indent >= 4 && (afterBlank || inIndentedCode);
    afterBlank = false;
    // `[label]: target` is no prose, but a footnote, `[^label]: text`, is.
    const isDefinition = /^\[[^\]^][^\]]{0,80}\]:/.test(text.slice(line.body, line.body + 90));
    if (!inIndentedCode && !isDefinition) spans = reportInline(text, line.start, line.end, report, spans);
  });
}

/** reStructuredText: blocks behind `::` and under `.. code-block::` are code, and so is ``this``. */
export function scanRestructuredText(text: string, end: number, report: ReportProse): void {
  let codeIndent: number | undefined;
  let spans: SpanState = NO_SPAN;
  visitLines(text, end, (line) => {
    const isEmpty = line.body === line.end;
    if (isEmpty) {
      spans = NO_SPAN;
      return;
    }
    if (codeIndent !== undefined && line.indent > codeIndent) return;
    codeIndent = undefined;
    const content = text.slice(line.body, Math.min(line.end, line.body + 400)).trimEnd();
    const isDirective = /^\.\. [\w-]+::/.test(content);
    if (/^\.\. (?:code|code-block|sourcecode|literalinclude|parsed-literal|highlight|math)::/.test(content) || (!isDirective && content.endsWith('::'))) {
      codeIndent = line.indent;
    }
    if (!isDirective) spans = reportInline(text, line.start, line.end, report, spans);
  });
}

/** AsciiDoc: blocks between lines of `----`, `....` or `++++` are code. */
export function scanAsciidoc(text: string, end: number, report: ReportProse): void {
  scanWithBlocks(text, end, report, (line, open) => {
    const isDelimiter = /^(?:-{4,}|\.{4,}|\+{4,}|`{3,}.*)$/.test(line);
    return open === undefined ? (isDelimiter ? line.charAt(0) : undefined) : isDelimiter && line.startsWith(open) ? undefined : open;
  });
}

const VERBATIM = /^\\(begin|end)\{(?:verbatim|lstlisting|minted|alltt|Verbatim)/;

/** LaTeX: verbatim environments are code. */
export function scanLatex(text: string, end: number, report: ReportProse): void {
  scanWithBlocks(text, end, report, (line, open) => {
    const verbatim = VERBATIM.exec(line)?.[1];
    return verbatim === undefined ? open : verbatim === 'begin' ? 'verbatim' : undefined;
  });
}

/** A commit message, up to the scissors behind which Git shows the difference. */
export function scanCommitMessage(text: string, end: number, report: ReportProse): void {
  const scissors = text.indexOf('\n# ------------------------ >8');
  scanWithBlocks(text, scissors < 0 ? end : Math.min(end, scissors), report, () => undefined);
}

/** Lines, with blocks of code between them: `next` says which block is open after a line, given the one before it. */
function scanWithBlocks(text: string, end: number, report: ReportProse, next: (line: string, open: string | undefined) => string | undefined): void {
  let open: string | undefined;
  visitLines(text, end, (line) => {
    const before = open;
    open = next(text.slice(line.body, Math.min(line.end, line.body + 80)).trimEnd(), open);
    if (before === undefined && open === undefined) reportInline(text, line.start, line.end, report, NO_SPAN);
  });
}

function visitLines(text: string, end: number, visit: (line: Line) => void): void {
  let start = 0;
  while (start < end) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    let body = start;
    let indent = 0;
    for (; body < lineEnd && text.charCodeAt(body) <= 32; body += 1) indent += text.charCodeAt(body) === 9 ? 4 : 1;
    visit({ start, end: lineEnd, indent, body });
    start = lineEnd + 1;
  }
}

/** Three or more backticks or tildes at the start of a line, list items and quotes included. */
function fenceAt(text: string, line: Line): { readonly mark: string; readonly length: number; readonly hasInfo: boolean } | undefined {
  let start = line.body;
  while (start < line.end && '>-*+ '.includes(text.charAt(start))) start += 1;
  const mark = text.charAt(start);
  if ((mark !== '`' && mark !== '~') || start >= line.end) return undefined;
  let length = 0;
  while (start + length < line.end && text.charAt(start + length) === mark) length += 1;
  if (length < 3) return undefined;
  const info = text.slice(start + length, line.end).trim();
  // ```` ```code``` ```` on one line is a span.
  return mark === '`' && info.includes('`') ? undefined : { mark, length, hasInfo: info !== '' };
}
