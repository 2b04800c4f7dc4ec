/** Reads a decision record in the forms that teams use: MADR, Nygard (adr-tools), and notes with a status line. */
import { headingOf, linesOf, type Line } from './lines';
import { numberOfFile } from './names';
import { findStatus, statusOf, type RecordStatus } from './status';

export interface RecordReference {
  readonly number?: number;
  /** The target of the link, as written. */
  readonly href?: string;
}

export interface DecisionRecord {
  /** From the file's name, else from the title. */
  readonly number?: number;
  /** Without its number; empty when the text has no title. */
  readonly title: string;
  readonly status: RecordStatus;
  /** The status as written; empty when the text states none. */
  readonly statusText: string;
  /** An ISO date, such as 2026-11-21. */
  readonly date?: string;
  readonly supersededBy?: RecordReference;
  /** The first paragraph of the context, in Markdown on one line; may be empty. */
  readonly summary: string;
}

/** Never throws: a text that is no record has an empty title and the status `unknown`. */
export function parseRecord(text: string, fileName?: string): DecisionRecord {
  const lines = linesOf(text);
  const heading = lines.map(headingOf).find((found) => found?.level === 1)?.title ?? '';
  const place = findStatus(text);
  const status = statusOf(place.value);
  const number = (fileName === undefined ? undefined : numberOfFile(fileName)) ?? numberInTitle(heading);
  const date = findDate(lines);
  return {
    ...(number !== undefined && { number }),
    title: recordTitle(heading),
    status,
    statusText: place.value,
    ...(date !== undefined && { date }),
    ...(status === 'superseded' && { supersededBy: referenceIn(place.value) }),
    summary: findSummary(lines),
  };
}

/** "ADR-0003: …", "3. …", "0003 - …". */
const TITLE_NUMBER = /^(?:(?:ADR|Decision)[-_ ]?#?(\d{1,6})(?:\s*[.:)]|\s+[-–—])?|(\d{1,6})(?:[.:)]|\s+[-–—]))\s+(?=\S)/i;

/** A title as a record's heading carries it: one line, without a number and without closing hashes. */
export function recordTitle(title: string): string {
  let result = title.replace(/\s+/g, ' ').trim();
  for (;;) {
    const next = result.replace(/(?:^| )#+$/, '').trim().replace(TITLE_NUMBER, '');
    if (next === result) return result;
    result = next;
  }
}

function numberInTitle(title: string): number | undefined {
  const [, named, plain] = TITLE_NUMBER.exec(title) ?? [];
  const digits = named ?? plain;
  return digits === undefined ? undefined : Number(digits);
}

/** Which record a text such as "superseded by [ADR-0005](0005-x.md)" means. */
function referenceIn(text: string): RecordReference {
  const [, label, href] = /\[([^\]]*)\]\(([^()\s]+)[^()]*\)/.exec(text) ?? [];
  const digits = /\bADR[-_ ]?(\d{1,6})/i.exec(label ?? text)?.[1] ?? /^\s*(\d{1,6})\b/.exec(label ?? '')?.[1];
  const number = digits === undefined ? numberOfFile(href?.split('/').at(-1) ?? '') : Number(digits);
  return { ...(number !== undefined && { number }), ...(href !== undefined && { href }) };
}

/** In the front matter, or in a line before the first section. */
function findDate(lines: readonly Line[]): string | undefined {
  for (const line of lines) {
    if ((headingOf(line)?.level ?? 0) > 1) return undefined;
    if (line.part !== 'front matter' && line.part !== 'body') continue;
    const date = /^\s*(?:[-*+]\s+)?[*_]*date[*_]*\s*:[*_]*\s*["']?(\d{4}-\d{2}-\d{2})\b/i.exec(line.text)?.[1];
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The first paragraph under a heading that begins with "Context"; without one, the first behind the title. */
function findSummary(lines: readonly Line[]): string {
  const context = lines.findIndex((line) => /^context\b/i.test(headingOf(line)?.title ?? ''));
  const title = lines.findIndex((line) => headingOf(line)?.level === 1);
  const from = context >= 0 ? context : title;
  const paragraph: string[] = [];
  for (const line of lines.slice(from + 1)) {
    const text = line.part === 'body' ? line.text.trim() : '';
    const ends = text === '' || headingOf(line) !== undefined;
    if (ends && (paragraph.length > 0 || (context >= 0 && headingOf(line)))) break;
    if (ends || (context < 0 && /^(?:[-*+]\s+)?[*_]*[A-Za-z-]+[*_]*\s*:/.test(text))) continue;
    paragraph.push(text);
  }
  const summary = paragraph.join(' ');
  // What the template asks for is no context yet.
  return /^\{.*\}$/.test(summary) ? '' : summary;
}
