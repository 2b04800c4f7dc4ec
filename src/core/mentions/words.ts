/**
 * Words in any case style: `circuit breaker`, `circuitBreaker`, `CIRCUIT_BREAKER`, `HTTPServer2` → http, server, 2.
 * A word is a run of ASCII or Latin letters, or of digits; other scripts separate words, as in "使用circuit breaker".
 */

const enum Class { Other, Lower, Upper, Digit }

/** Letters beyond ASCII (é, ß, a combining accent) count as lower case: they continue a word. */
function classOf(code: number): Class {
  if (code >= 97 && code <= 122) return Class.Lower;
  if (code >= 65 && code <= 90) return Class.Upper;
  if (code >= 48 && code <= 57) return Class.Digit;
  const latin = code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
  return latin || (code >= 0x300 && code <= 0x36f) ? Class.Lower : Class.Other;
}

/** Whether a character can be part of an identifier: a name next to it is only a part of a longer one. */
export function isIdentifierPart(code: number): boolean {
  return code === 95 /* _ */ || code === 36 /* $ */ || classOf(code) !== Class.Other;
}

/**
 * Visits the words of `text` between two offsets, in order. Linear; the text is never copied.
 * @param visit gets the offsets of each word, in UTF-16 code units
 */
export function visitWords(text: string, from: number, to: number, visit: (start: number, end: number) => void): void {
  let position = from;
  while (position < to) {
    const kind = classOf(text.charCodeAt(position));
    if (kind === Class.Other) {
      position += 1;
      continue;
    }
    const end = kind === Class.Digit ? runEnd(text, position, to, Class.Digit) : wordEnd(text, position, to, kind);
    visit(position, end);
    position = end;
  }
}

function runEnd(text: string, from: number, to: number, kind: Class): number {
  let end = from;
  while (end < to && classOf(text.charCodeAt(end)) === kind) end += 1;
  return end;
}

/** `word`, `Word`, `HTTP` (before `Server`, the last capital starts the next word) and the plural `CDNs`. */
function wordEnd(text: string, start: number, to: number, kind: Class): number {
  const capitals = kind === Class.Upper ? runEnd(text, start, to, Class.Upper) : start;
  const end = runEnd(text, capitals, to, Class.Lower);
  if (capitals - start < 2 || end === capitals) return end;
  const isPlural = end === capitals + 1 && text.charCodeAt(capitals) === 115; /* s */
  return isPlural ? end : capitals - 1;
}
