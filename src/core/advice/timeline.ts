/** Where lines go in notes that a person edits at the same time. */

export interface Insertion {
  /** Offset in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
}

/**
 * Puts lines behind the last line of the section with this heading, wherever it has been moved to and whatever its
 * level; without such a heading, at the end of the document.
 *
 * @param heading the words of the heading; case and spaces around it make no difference
 * @param lines whole lines without line breaks
 */
export function insertUnderHeading(document: string, heading: string, lines: readonly string[]): Insertion {
  const all = linesOf(document);
  const wanted = heading.trim().toLowerCase();
  const start = all.findIndex(({ title }) => title === wanted);
  const level = all[start]?.level ?? 0;
  const next = start === -1 ? -1 : all.findIndex((line, index) => index > start && line.level > 0 && line.level <= level);
  const section = all.slice(0, next === -1 ? undefined : next);
  const last = section.findLastIndex(({ text }) => text.trim() !== '');
  const before = section[last];
  if (before === undefined) return { offset: 0, text: `${lines.join('\n')}\n` };
  // A list needs an empty line between it and its heading, to read as one in the source.
  const gap = last === start ? '\n\n' : '\n';
  return { offset: before.end, text: `${gap}${lines.join('\n')}${before.end === document.length ? '\n' : ''}` };
}

interface Line {
  readonly text: string;
  /** Offset behind the last character, before the line break. */
  readonly end: number;
  /** 1 to 6 for a heading, 0 for any other line; `#` inside a code block is no heading. */
  readonly level: number;
  /** Of a heading, lower case. */
  readonly title: string | undefined;
}

function linesOf(document: string): readonly Line[] {
  let fence: string | undefined;
  return [...document.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)].filter(({ 0: raw, index }) => raw !== '' || index === 0).map(({ 0: raw, index }) => {
    const text = raw.replace(/[\r\n]+$/, '');
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    const wasOpen = fence !== undefined;
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence) && text.trim() === mark) fence = undefined;
    }
    const found = wasOpen || mark !== undefined ? null : /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(text);
    return { text, end: index + text.length, level: found?.[1]?.length ?? 0, title: found?.[2]?.trim().toLowerCase() };
  });
}
