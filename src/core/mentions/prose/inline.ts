/** Code spans and link targets within a line of prose, in documents and in comments alike. */
import type { ReportProse } from './report';

/** The length of the run of backticks that opened a span which its line did not close; 0 for none. */
export interface SpanState {
  readonly open: number;
}

/** At the start of a paragraph, or wherever a span cannot go on from the line before. */
export const NO_SPAN: SpanState = { open: 0 };

/** Reports a line of a paragraph without its code spans and link targets. Gives the span that is still open at its end. */
export function reportInline(text: string, from: number, end: number, report: ReportProse, before: SpanState): SpanState {
  // Most lines have neither, and looking for both at once is much quicker than going through the characters.
  const line = text.slice(from, end);
  if (!line.includes('`') && (before.open > 0 || !line.includes(']('))) {
    if (before.open === 0) report(from, end);
    return before;
  }
  let open = before.open;
  let proseStart = from;
  let position = from;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code === 96 /* ` */) {
      let length = 1;
      while (text.charCodeAt(position + length) === 96) length += 1;
      if (open === 0) {
        report(proseStart, position);
        open = length;
      } else if (open === length) {
        open = 0;
        proseStart = position + length;
      }
      position += length;
    } else if (open === 0 && code === 93 /* ] */ && text.charCodeAt(position + 1) === 40 /* ( */) {
      report(proseStart, position);
      position = proseStart = targetEnd(text, position + 1, end);
    } else position += 1;
  }
  if (open === 0) report(proseStart, end);
  return open === 0 ? NO_SPAN : { open };
}

/** A longer target is not looked for: a line of unclosed brackets would be read over and over. */
const LONGEST_TARGET = 500;

/** The end of `(target "title")` behind a link's text. */
function targetEnd(text: string, from: number, end: number): number {
  let depth = 0;
  for (let position = from; position < Math.min(end, from + LONGEST_TARGET); position += 1) {
    const code = text.charCodeAt(position);
    if (code === 40) depth += 1;
    else if (code === 41 && (depth -= 1) === 0) return position + 1;
  }
  return from + 1;
}
