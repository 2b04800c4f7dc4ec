/** Comments hold code too: fenced blocks, `@example`, lines that were commented out. This reports what is left. */
import { NO_SPAN, reportInline } from './inline';
import type { ReportProse } from './report';

export interface CommentReporter {
  /** The body of a line comment, without its leader. */
  line(start: number, end: number): void;
  /** The body of a block comment or documentation string. */
  block(start: number, end: number): void;
  /** No more comments follow. */
  finish(): void;
}

/** A comment is read line by line; a fence in it stays open over line comments that follow each other. */
export function createCommentReporter(text: string, report: ReportProse): CommentReporter {
  let inCode = false;
  let lastEnd = -1;
  let commentLines = 0;

  function readLine(start: number, end: number): void {
    const body = skipLeader(text, start, end);
    if (isFence(text, body)) {
      inCode = !inCode;
      return;
    }
    if (text.charCodeAt(body) === 64 /* @ */) inCode = text.startsWith('@example', body);
    if (!inCode && !looksLikeCode(text, body, end)) reportInline(text, start, end, report, NO_SPAN);
  }

  return {
    line(start, end) {
      // A fence or example ends with its run of comments: code in between means that a new comment has begun.
      if (commentLines === 0 || !isNextLine(text, lastEnd, start)) inCode = false;
      commentLines += 1;
      readLine(start, end);
      lastEnd = end;
    },
    block(start, end) {
      inCode = false;
      commentLines = 0;
      let line = start;
      while (line < end) {
        const newline = text.indexOf('\n', line);
        const next = newline < 0 || newline >= end ? end : newline;
        readLine(line, next);
        line = next + 1;
      }
      inCode = false;
    },
    finish() {
      inCode = false;
    },
  };
}

/** Only a line break, indentation and a comment leader lie between two line comments of one run. */
function isNextLine(text: string, from: number, to: number): boolean {
  if (from < 0 || to - from > 200) return false;
  return /^\r?\n?[ \t]*[/#;%!'-]{1,3}$/.test(text.slice(from, to));
}

/** `*` of a documentation comment, `/` of `///`, `!` of `//!`, a second `#` or `-`. */
function skipLeader(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && ' \t*/!#-'.includes(text.charAt(position))) position += 1;
  return position;
}

function isFence(text: string, position: number): boolean {
  return text.startsWith('```', position) || text.startsWith('~~~', position);
}

/** What a line that was commented out begins with. */
const CODE_WORD = /^(?:return|const|let|var|val|final|static|private|public|protected|internal|await|throw|import|export|use|using|new|delete|break|continue|go|defer|mut|fn|func|def|if|for|while)\b/;

/**
 * A line that ends in a brace, or begins with a prompt, is code. So is one that ends in a semicolon, unless it reads
 * as a sentence that goes on: more than three words, the first no keyword, the last no closing bracket.
 */
function looksLikeCode(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last >= start && text.charCodeAt(last) <= 32) last -= 1;
  if (last < start) return false;
  const final = text.charAt(last);
  if (final === '{' || final === '}' || text.startsWith('>>>', start)) return true;
  if (final !== ';') return false;
  // Long lines are cut: how a line begins and ends is enough.
  const line = text.slice(start, Math.min(last, start + 200));
  return ')]}"\'`'.includes(text.charAt(last - 1)) || CODE_WORD.test(line) || line.split(/\s+/).length <= 3;
}
