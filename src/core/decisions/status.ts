/** The status of a record: what it is, and where its text says so. */
import { headingOf, linesOf, type Line } from './lines';

/** What a person may choose for a new record. */
export const RECORD_STATUSES = ['proposed', 'accepted', 'rejected', 'deprecated'] as const;
export type NewRecordStatus = (typeof RECORD_STATUSES)[number];
/** `superseded` is set by a later record; `unknown`: the text states none, or one of the team's own. */
export type RecordStatus = NewRecordStatus | 'superseded' | 'unknown';

/** The misspelling is that of adr-tools, and so in many repositories. */
const WORDS: readonly (readonly [RegExp, RecordStatus])[] = [
  [/\bsuper[sc]eded\b/i, 'superseded'],
  [/\b(?:deprecated|obsolete)\b/i, 'deprecated'],
  [/\b(?:rejected|declined)\b/i, 'rejected'],
  [/\b(?:accepted|approved)\b/i, 'accepted'],
  [/\b(?:proposed|draft)\b/i, 'proposed'],
];

export function statusOf(text: string): RecordStatus {
  return WORDS.find(([word]) => word.test(text))?.[1] ?? 'unknown';
}

/** Where a text states its status. The range is what a change replaces; it is empty where nothing is stated yet. */
export interface StatusPlace {
  /** YAML front matter (MADR), a "Status" section (Nygard, adr-tools), a line under the title, or nowhere. */
  readonly style: 'front matter' | 'section' | 'line' | 'none';
  readonly start: number;
  readonly end: number;
  /** The status as written, without quotes. */
  readonly value: string;
  /** What must stand before and after a new value at this place. */
  readonly before: string;
  readonly after: string;
}

export function findStatus(text: string): StatusPlace {
  const lines = linesOf(text);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return inFrontMatter(lines) ?? inSection(lines, eol) ?? inLine(lines) ?? nowhere(lines, eol);
}

function inFrontMatter(lines: readonly Line[]): StatusPlace | undefined {
  const index = lines.findIndex(({ text, part }) => part === 'front matter' && /^status\s*:/i.test(text));
  const line = lines[index];
  if (!line) return undefined;
  const match = /^(status\s*:)(\s*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|.*?)(\s+#.*|\s*)$/i.exec(line.text);
  const [, key = '', space = '', written = ''] = match ?? [];
  // A value that goes on over indented lines is replaced as a whole.
  let last = index;
  while (lines[last + 1]?.part === 'front matter' && /^\s+\S/.test(lines[last + 1]?.text ?? '')) last += 1;
  const more = lines.slice(index + 1, last + 1).map((next) => next.text.trim());
  const start = line.start + key.length + space.length;
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return {
    style: 'front matter',
    start,
    end: last > index ? (lines[last]?.end ?? line.end) : start + written.length,
    value: [quote === '' ? written : written.slice(1, -1), ...more].join(' ').replace(/^[>|][-+]?\s/, '').trim(),
    before: `${space === '' ? ' ' : ''}${quote}`,
    after: quote,
  };
}

function inSection(lines: readonly Line[], eol: string): StatusPlace | undefined {
  const heading = lines.findIndex((line) => (headingOf(line)?.level ?? 0) > 1 && /^status:?$/i.test(headingOf(line)?.title ?? ''));
  const head = lines[heading];
  if (!head) return undefined;
  const next = lines.findIndex((line, index) => index > heading && headingOf(line) !== undefined);
  const content = lines.slice(heading + 1, next < 0 ? undefined : next).filter(({ text, part }) => part === 'body' && text.trim() !== '');
  // The section may also say what the record supersedes or amends, which stays.
  const line = content.find(({ text }) => statusOf(text) === 'superseded')
    ?? content.find(({ text }) => statusOf(text) !== 'unknown')
    ?? content.find(({ text }) => !text.includes(']('));
  if (!line) return { style: 'section', start: head.end, end: head.end, value: '', before: eol + eol, after: '' };
  const indent = /^\s*(?:[-*+]\s+)?/.exec(line.text)?.[0].length ?? 0;
  const value = line.text.slice(indent).trimEnd();
  const start = line.start + indent;
  return { style: 'section', start, end: start + value.length, value, before: '', after: '' };
}

/** "- Status: accepted", "**Status:** accepted": between the title and the first section. */
function inLine(lines: readonly Line[]): StatusPlace | undefined {
  for (const line of lines) {
    if ((headingOf(line)?.level ?? 0) > 1) return undefined;
    const match = line.part === 'body' ? /^(\s*(?:[-*+]\s+)?[*_]*status[*_]*\s*:[*_]*\s*)(.*?)\s*$/i.exec(line.text) : null;
    if (!match) continue;
    const [, label = '', value = ''] = match;
    const start = line.start + label.length;
    return { style: 'line', start, end: start + value.length, value, before: /\s$/.test(label) ? '' : ' ', after: '' };
  }
  return undefined;
}

function nowhere(lines: readonly Line[], eol: string): StatusPlace {
  const place = (start: number, before: string, after: string): StatusPlace => ({ style: 'none', start, end: start, value: '', before, after });
  const [first] = lines;
  if (first?.part === 'front matter') {
    // Before an indented line, which would go on with the new value, there is no place.
    const isContinued = lines[1]?.part === 'front matter' && /^\s+\S/.test(lines[1].text);
    const above = isContinued ? lines.filter(({ part }) => part === 'front matter').at(-2) : first;
    return place((above ?? first).end, `${eol}status: `, '');
  }
  const title = lines.find((line) => headingOf(line)?.level === 1);
  return title ? place(title.end, `${eol}${eol}- Status: `, '') : place(first?.start ?? 0, '- Status: ', eol + eol);
}
