/** Says in an older record that a new one has taken its place. */
import { findStatus } from './status';

export interface Successor {
  /** The new record's number as its file's name has it, such as "0005". */
  readonly number: string;
  readonly title: string;
  /** The new record's file as seen from the older one, such as "0005-use-sagas.md". */
  readonly href: string;
}

/** One replacement: offsets in UTF-16 code units, `end` exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The one change that makes a record superseded: its status and nothing else. Making it twice changes nothing more. */
export function supersedeChange(text: string, by: Successor): TextChange {
  const { style, start, end, before, after } = findStatus(text);
  const link = `(${encodeURI(by.href)})`;
  // As the two families of tools write it: MADR in YAML, adr-tools as a sentence with number and title.
  const status = style === 'section'
    ? `Superseded by [${Number(by.number)}. ${escapeLabel(by.title)}]${link}`
    : `superseded by [ADR-${by.number}]${link}`;
  return { start, end, text: `${before}${status}${after}` };
}

/** The whole text of a record with its status changed; line breaks and byte order mark stay. */
export function supersede(text: string, by: Successor): string {
  const change = supersedeChange(text, by);
  return text.slice(0, change.start) + change.text + text.slice(change.end);
}

/** A title as the text of a Markdown link. */
export function escapeLabel(title: string): string {
  return title.replace(/[\\[\]]/g, '\\$&');
}
