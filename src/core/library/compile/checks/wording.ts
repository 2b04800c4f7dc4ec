import type { Draft } from '../draft';
import type { Report } from '../source';

const PLACEHOLDERS: readonly RegExp[] = [
  /\b(?:TODO|TBD|FIXME)\b/,
  /\blorem ipsum\b/i,
  /in simple terms\]/i,
  /\bcoming soon\b/i,
  /\bxxx\b/i,
];
/** What a system draws as a picture; plain signs such as "→", "≥" and "✓" are text. */
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** Placeholder text and emoji, in every line of a file. */
export function checkWording(text: string, report: Report): void {
  text.split('\n').forEach((line, index) => {
    // The title of a reference is quoted as its author wrote it; its place is four spaces in, which no other title has.
    for (const placeholder of /^ {4}title: /.test(line) ? [] : PLACEHOLDERS) {
      const match = placeholder.exec(line);
      if (match !== null) report(index + 1, `holds the placeholder "${match[0]}"; write what belongs there`);
    }
    const emoji = EMOJI.exec(line);
    if (emoji !== null) report(index + 1, `holds the emoji "${emoji[0]}"; say it in words`);
  });
}

/** The summary's form, and what Markdown must not hold. */
export function checkMarkup({ front, lineOf, outline, markdown, bodyLine }: Draft, report: Report): void {
  if (front !== undefined && !/[^.]\.$/.test(front.summary)) report(lineOf('summary'), 'the summary does not end with a full stop; make it one sentence');
  for (const { line, text } of outline.html) report(line, `holds raw HTML (${text.split('\n')[0] ?? ''}); write Markdown, and put code in backticks`);
  for (const { line } of outline.images) report(line, 'holds an image; draw a mermaid diagram instead');
  let fenced = false;
  markdown.split('\n').forEach((line, index) => {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    else if (!fenced && /^\[\^[^\]]+\]:/.test(line)) report(bodyLine + index, 'defines a footnote; remove it, because the build makes the definitions from the references in the front matter');
  });
}
