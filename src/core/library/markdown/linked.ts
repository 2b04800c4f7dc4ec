import { parseHref } from './href';

/** What may be the target of a link: whatever stands between brackets, quotes and spaces. */
const TARGET = /[^\s()<>[\]"']+/g;

/**
 * The ids of the entries that a text links to, each once, in the order of the text. Found without the parser, which
 * is slow to load: a target that stands in code or in prose is listed too, and one whose letters are written as
 * escapes is not.
 */
export function linkedEntries(markdown: string): readonly string[] {
  const ids = [...markdown.matchAll(TARGET)].flatMap(([target]) => {
    const link = parseHref(target);
    return link?.type === 'entry' ? [link.id] : [];
  });
  return [...new Set(ids)];
}
