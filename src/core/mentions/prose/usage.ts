/**
 * Whether an everyday word, found in prose, is used as a word: not as the name of a parameter, in a path, in a piece of
 * code. Looks only at the line around it, and not far, so each question costs about the same.
 */
import { isIdentifierPart } from '../words';

/** How far a path, an inline tag or the start of a line is looked for, in UTF-16 code units. */
const REACH = 240;

export function readsAsProse(text: string, start: number, end: number): boolean {
  if (isPartOfIdentifier(text, start, end)) return false;
  // Cut first, then look for the line: a search for a line break in a minified file would go through all of it.
  const left = text.slice(Math.max(0, start - REACH), start);
  const before = left.slice(left.lastIndexOf('\n') + 1);
  const after = (text.slice(end, end + REACH).split('\n', 1)[0] ?? '').trimEnd();
  return !(
    isInlineTag(before) ||
    isAssigned(after) ||
    /=[ ]?["']?$/.test(before) ||
    isParameter(before, text.slice(start, end), after) ||
    isPartOfPath(before, text.slice(start, end), after)
  );
}

/** `timeoutMs`, `request_timeout`, `--timeout-seconds`, `config.timeout`, `timeout()`, `@timeout`. */
function isPartOfIdentifier(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  const beyond = text.charCodeAt(end + 1);
  return (
    isIdentifierPart(before) ||
    isIdentifierPart(after) ||
    after === 40 /* ( */ ||
    before === 64 /* @ */ ||
    before === 45 /* - */ ||
    before === 46 /* . */ ||
    // A full stop or hyphen that goes on is no punctuation.
    ((after === 46 || after === 45 || after === 91) /* [ */ && isIdentifierPart(beyond)) ||
    (text.startsWith('::', end) || text.startsWith('->', end) || text.startsWith('::', start - 2) || text.startsWith('->', start - 2))
  );
}

/** Inside `{@code …}` or `{@link …}`. */
function isInlineTag(before: string): boolean {
  const tag = before.lastIndexOf('{@');
  return tag >= 0 && !before.includes('}', tag);
}

/** `timeout = 5`, `timeout := d`, `timeout: 5s`, `"timeout": true` (and, before the word, `name="`): code or configuration that was commented out. */
function isAssigned(after: string): boolean {
  return /^["']?[ \t]?(?::?=|: ?(?:[-\d"'[{$]|(?:true|false|null|none)\b))/i.test(after);
}

/**
 * The documented parameter itself: `@param {number} timeout`, `:param timeout:`, `timeout (float): …`, `timeout: …`,
 * as the first thing on its line and in lower case.
 */
function isParameter(before: string, word: string, after: string): boolean {
  if (/(?:[@\\](?:param|arg|argument|property|prop|field)|:param)(?:[ \t]+(?:\{[^{}]*\}|[\w.]+(?=[ \t]+$)))?[ \t]+\[?$/.test(before)) return true;
  const isFirst = /^[\s/*#;%!-]*$/.test(before);
  return isFirst && word === word.toLowerCase() && /^[ \t]?(?:\([^()]*\)[ \t]?)?:(?:\s|$)/.test(after);
}

/** What stands around the name without a space between, brackets and quotes left aside. A name may hold spaces itself. */
function isPartOfPath(before: string, name: string, after: string): boolean {
  const words = name.split(/\s+/);
  const left = `${/[^\s()[\]<>{}"'|,]*$/.exec(before)?.[0] ?? ''}${words[0] ?? ''}`;
  const right = `${words.at(-1) ?? ''}${/^[^\s()[\]<>{}"'|,]*/.exec(after)?.[0] ?? ''}`;
  return words.length === 1 ? isPathOrUrl(left + right.slice(name.length)) : isPathOrUrl(left) || isPathOrUrl(right);
}

/** `https://…`, `./foo/saga.ts`, `src/retry/timeout.go`, `C:\timeout`; but not "timeout/retry". */
function isPathOrUrl(chunk: string): boolean {
  return (
    chunk.includes('://') ||
    chunk.includes('\\') ||
    /^(?:mailto:|www\.|[.~]{0,2}\/|@[\w-]+\/)/.test(chunk) ||
    /\/.*\//.test(chunk) ||
    /\/[^/]*\.[A-Za-z]\w{0,5}\b/.test(chunk)
  );
}
