/** Finds the names in a stretch of text: longest first, left to right, none overlapping. */
import type { Entry } from '../library/model';
import type { Names } from './names';
import type { ProseMap } from './prose/map';
import { readsAsProse } from './prose/usage';
import { visitWords } from './words';

export interface Match {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

export interface MatchRules {
  readonly names: Names;
  readonly prose: ProseMap;
  readonly proseOnly: boolean;
  readonly ignored: ReadonlySet<string>;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** How two words that follow each other hang together. */
type Gap = 'none' | 'identifier' | 'prose' | 'line break';

/** The names between two offsets. Linear: each word starts at most one walk, no longer than the longest name. */
export function matchNames(text: string, from: number, to: number, rules: MatchRules): readonly Match[] {
  const tokens = knownWords(text, from, to, rules.names);
  const matches: Match[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = longestAt(text, tokens, index, rules);
    if (found !== undefined) matches.push(found.match);
    index = found?.next ?? index + 1;
  }
  return matches;
}

/** Only the words that occur in some name: any other word shows up as a gap that no name bridges. */
export function knownWords(text: string, from: number, to: number, { words, longest }: Names): Token[] {
  const tokens: Token[] = [];
  visitWords(text, from, to, (start, end) => {
    if (end - start > longest) return;
    const word = words.get(text.slice(start, end).toLowerCase());
    if (word !== undefined) tokens.push({ word, start, end });
  });
  return tokens;
}

function longestAt(text: string, tokens: readonly Token[], first: number, rules: MatchRules) {
  let longest: { readonly match: Match; readonly next: number } | undefined;
  let node = rules.names.root;
  let onlyIdentifier = false;
  const start = tokens[first]?.start ?? 0;
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (token === undefined) break;
    if (index > first && previous !== undefined) {
      const gap = gapBetween(text, previous.end, token.start);
      if (gap === 'none') break;
      if (gap === 'line break' && !(rules.prose.at(previous.start) && rules.prose.at(token.start))) break;
      onlyIdentifier ||= gap === 'identifier';
    }
    const next = node.next.get(token.word);
    if (next === undefined) break;
    node = next;
    const entry = accepted(text, node, start, token.end, onlyIdentifier, rules);
    if (entry !== undefined) longest = { match: { entry, start, end: token.end }, next: index + 1 };
  }
  return longest;
}

function accepted(
  text: string,
  node: { readonly code?: Entry; readonly prose?: Entry },
  start: number,
  end: number,
  onlyIdentifier: boolean,
  { prose, proseOnly, ignored }: MatchRules,
): Entry | undefined {
  if (node.code !== undefined && !ignored.has(node.code.id) && (!proseOnly || prose.at(start))) return node.code;
  if (node.prose === undefined || ignored.has(node.prose.id) || onlyIdentifier) return undefined;
  // The cheap question first: most everyday words in code fail it, and the lexer need not run.
  return readsAsProse(text, start, end) && prose.at(start) && prose.at(end - 1) ? node.prose : undefined;
}

/** The most that a line break inside a name may span: indentation and the next line's comment leader. */
const LONGEST_BREAK = 120;

function gapBetween(text: string, end: number, start: number): Gap {
  if (end === start) return 'identifier';
  const code = text.charCodeAt(end);
  if (start - end === 1) {
    if (code === 95 /* _ */) return 'identifier';
    // A space or a hyphen, also of the kind that does not break.
    if (code === 32 || code === 45 || code === 0xa0 || code === 0x2011) return 'prose';
  }
  return start - end <= LONGEST_BREAK && isLineBreak(text, end, start) ? 'line break' : 'none';
}

/** One line break, with spaces around it and at most one comment leader behind: `//`, `///`, `*`, `#`, `--`, `>`, `;`. */
function isLineBreak(text: string, from: number, to: number): boolean {
  let position = skipSpaces(text, from, to);
  if (text.charCodeAt(position) === 13) position += 1;
  if (position >= to || text.charCodeAt(position) !== 10) return false;
  position = skipSpaces(text, position + 1, to);
  while (position < to && '/*#->;!%'.includes(text.charAt(position))) position += 1;
  return skipSpaces(text, position, to) === to;
}

function skipSpaces(text: string, from: number, to: number): number {
  let position = from;
  while (position < to && (text.charCodeAt(position) === 32 || text.charCodeAt(position) === 9)) position += 1;
  return position;
}
