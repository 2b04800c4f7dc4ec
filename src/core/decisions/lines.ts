/** A text as lines with their places; what a reader does not see as text is marked. */
export interface Line {
  /** Without its line break, and without a byte order mark. */
  readonly text: string;
  /** Offset of the line in the whole text, in UTF-16 code units. */
  readonly start: number;
  /** Offset behind its last character, before the line break. */
  readonly end: number;
  readonly part: 'front matter' | 'body' | 'code' | 'comment';
}

/** The lines of a Markdown document, with any kind of line break. An unclosed front matter is none. */
export function linesOf(text: string): readonly Line[] {
  const lines: { text: string; start: number; end: number }[] = [];
  const breaks = /\r\n|\n|\r|$/g;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    breaks.lastIndex = start;
    const match = breaks.exec(text);
    const end = match?.index ?? text.length;
    lines.push({ text: text.slice(start, end), start, end });
    if (!match || match[0] === '') break;
    start = end + match[0].length;
  }
  const frontMatter = lines[0]?.text.trimEnd() === '---'
    ? lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text))
    : -1;
  let fence: string | undefined;
  let comment = false;
  return lines.map((line, index): Line => {
    if (index <= frontMatter) return { ...line, part: 'front matter' };
    if (fence !== undefined) {
      if (new RegExp(`^ {0,3}${fence[0] ?? ''}{${fence.length},}\\s*$`).test(line.text)) fence = undefined;
      return { ...line, part: 'code' };
    }
    if (comment || /^ {0,3}<!--/.test(line.text)) {
      comment = !line.text.includes('-->');
      return { ...line, part: 'comment' };
    }
    fence = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    return { ...line, part: fence === undefined ? 'body' : 'code' };
  });
}

/** The level and text of an ATX heading. */
export function headingOf({ text, part }: Line): { readonly level: number; readonly title: string } | undefined {
  const match = part === 'body' ? /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(text) : null;
  if (!match?.[1]) return undefined;
  return { level: match[1].length, title: (match[2] ?? '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim() };
}
