/** Adds a text to a decision record, such as a calculation that it rests on. */
import { headingOf, linesOf, type Line } from './lines';
import type { TextChange } from './supersede';

/** Headings of the format, as in `format.ts`: MADR's section for what else belongs to a record, and ours where it has none. */
const MORE = /^more information:?$/i;
const OWN = 'Calculations';

export interface Attachment extends TextChange {
  /** Where the added text begins once the change is made, behind the blank lines. */
  readonly place: number;
}

/**
 * The one change that adds a text at the end of the section "More Information", or else of a section "Calculations" at
 * the end of the record, which is made if need be. The record's line breaks are kept.
 *
 * @param record the whole text of the record
 * @param markdown its highest headings are of level 2; they become one level lower than that of the section
 */
export function attachChange(record: string, markdown: string): Attachment {
  const lines = linesOf(record);
  const eol = /\r\n|\n|\r/.exec(record)?.[0] ?? '\n';
  const section = sectionOf(lines, MORE) ?? sectionOf(lines, new RegExp(`^${OWN}$`, 'i'));
  const next = section?.next;
  const first = lines[0]?.start ?? 0; // behind a byte order mark
  const head = lines.slice(0, next === undefined ? undefined : lines.indexOf(next));
  const start = head.findLast(({ text }) => text.trim() !== '')?.end ?? first;
  const text = [
    ...(section ? [] : [`## ${OWN}`, '']),
    ...demote(markdown.trim(), (section?.level ?? 2) - 1),
  ].join(eol);
  const before = start === first ? '' : eol + eol;
  return { start, end: next?.start ?? record.length, text: `${before}${text}${eol}${next ? eol : ''}`, place: start + before.length };
}

/** The last section with this title: its level, and the heading that ends it. */
function sectionOf(lines: readonly Line[], title: RegExp): { readonly level: number; readonly next: Line | undefined } | undefined {
  const index = lines.findLastIndex((line) => (headingOf(line)?.level ?? 0) > 1 && title.test(headingOf(line)?.title ?? ''));
  const heading = lines[index];
  const level = heading && headingOf(heading)?.level;
  if (level === undefined) return undefined;
  return { level, next: lines.slice(index + 1).find((line) => (headingOf(line)?.level ?? Infinity) <= level) };
}

const LOWEST = 6;

/** The lines of a text with its headings lowered; what only looks like one inside code stays. */
function demote(markdown: string, levels: number): readonly string[] {
  return linesOf(markdown).map((line) => {
    const level = headingOf(line)?.level;
    return level === undefined ? line.text : line.text.replace(/#+/, '#'.repeat(Math.min(LOWEST, level + levels)));
  });
}
