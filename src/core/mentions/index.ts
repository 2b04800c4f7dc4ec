/**
 * Names of entries in source code and running text.
 *
 * An entry's `mentions.code` names are recognised everywhere: as words, and as parts of identifiers in any case style.
 * Its `mentions.prose` names are everyday words, recognised only where people write to people: in documents and in
 * comments (`prose/map.ts`), standing alone and not as an identifier (`prose/usage.ts`). Strings count as code.
 */
import type { Entry, Library } from '../library/model';
import { knownWords, matchNames, type MatchRules } from './match';
import { collectNames } from './names';
import { createProseMap, type ProseMap } from './prose/map';

export interface Mention {
  readonly entry: Entry;
  /** Offsets into the text in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface MentionOptions {
  /** Look at prose only: code, strings and keys stay silent. */
  readonly proseOnly?: boolean;
  /** Ids of entries to leave out, such as those that a person has switched off. */
  readonly ignore?: Iterable<string>;
}

export interface Mentions {
  /**
   * All mentions in a text, by position, none overlapping. Linear in the length of the text; never throws.
   * Text behind the first 4 million code units is not looked at: no document that people read is that long.
   */
  find(text: string, languageId: string, options?: MentionOptions): readonly Mention[];
  /**
   * The mention at an offset of the text (its end included, as for a cursor behind a word), as a hover needs it.
   * There is none where the offset touches no word, as in the indentation inside a name that goes over a line break.
   * Only the lines around the offset are matched; what is a comment and what is code is found out only if it matters.
   */
  at(text: string, offset: number, languageId: string, options?: MentionOptions): Mention | undefined;
}

const LONGEST_TEXT = 4_000_000;
/** How far `at` looks along a line; beyond any name, and it keeps minified lines cheap. */
const REACH = 400;

/** Prepares the recognition of a library's names. Do it once: it costs more than a search. */
export function createMentions(library: Library): Mentions {
  const names = collectNames(library);
  const proseOf = keepLastProseMap();
  const rules = (text: string, languageId: string, end: number, options: MentionOptions = {}): MatchRules => ({
    names,
    prose: proseOf(text, languageId, end),
    proseOnly: options.proseOnly ?? false,
    ignored: new Set(options.ignore ?? []),
  });
  return {
    find(text, languageId, options) {
      const end = Math.min(text.length, LONGEST_TEXT);
      return matchNames(text, 0, end, rules(text, languageId, end, options));
    },
    at(text, offset, languageId, options) {
      if (!(offset >= 0 && offset <= Math.min(text.length, LONGEST_TEXT))) return undefined;
      const start = windowStart(text, offset);
      const end = windowEnd(text, offset);
      if (!knownWords(text, start, end, names).some((word) => touches(word, offset))) return undefined;
      const found = matchNames(text, start, end, rules(text, languageId, end, options)).filter((match) => touches(match, offset));
      // Between two names (`SagaTimeout`), the one that begins here.
      return found.at(-1);
    },
  };
}

/**
 * Hovers come in series over one text. The first scans it as far as it must; a second one further down scans it whole,
 * and from then on no hover scans it again until it changes. One text is held, no longer than until the next.
 */
function keepLastProseMap(): (text: string, languageId: string, end: number) => ProseMap {
  let last: { readonly text: string; readonly languageId: string; readonly end: number; readonly map: ProseMap } | undefined;
  return (text, languageId, needed) => {
    const isSame = last?.languageId === languageId && last.text === text;
    if (last !== undefined && isSame && needed <= last.end) return last.map;
    const end = isSame ? Math.min(text.length, LONGEST_TEXT) : needed;
    last = { text, languageId, end, map: createProseMap(text, languageId, end) };
    return last.map;
  };
}

const touches = ({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean =>
  start <= offset && offset <= end;

const prepared = new WeakMap<Library, Mentions>();

/** All mentions in a text; see `Mentions.find`. Prepares each library once. */
export function findMentions(library: Library, text: string, languageId: string, options?: MentionOptions): readonly Mention[] {
  const mentions = prepared.get(library) ?? createMentions(library);
  prepared.set(library, mentions);
  return mentions.find(text, languageId, options);
}

/** The start of the line before the offset's (a name may go over one line break), or of a word within reach. */
function windowStart(text: string, offset: number): number {
  const floor = Math.max(0, offset - REACH);
  const line = text.lastIndexOf('\n', offset - 1);
  if (offset === 0 || (line < 0 && floor === 0)) return 0;
  if (line < floor) return nextSpace(text, floor, offset);
  const before = line === 0 ? -1 : text.lastIndexOf('\n', line - 1);
  return before >= floor || floor === 0 ? before + 1 : nextSpace(text, floor, line);
}

function windowEnd(text: string, offset: number): number {
  const ceiling = Math.min(text.length, offset + REACH);
  const line = text.indexOf('\n', offset);
  if (line < 0 || line >= ceiling) return ceiling;
  const after = text.indexOf('\n', line + 1);
  return after < 0 ? ceiling : Math.min(after, ceiling);
}

/** A window that begins inside a word would see a word that is not there. */
function nextSpace(text: string, from: number, limit: number): number {
  for (let position = from; position < limit; position += 1) {
    if (text.charCodeAt(position) <= 32) return position;
  }
  return from;
}
