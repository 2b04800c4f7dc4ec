/**
 * Limits for front matter that anyone may have written. They are far beyond any honest entry and keep one file from
 * making lists, hovers or the search slow, or from pretending to be something else in a list.
 */
import type { Report } from '../compile/source';
import type { Yaml, YamlPath } from '../compile/yaml';

const MOST_ITEMS = 200;
const LONGEST_TEXT = 2_000;
/** Aliases repeat parts of the text, so what is read may be larger than what is written. */
const MOST_VALUES = 5_000;

/** Line breaks and control characters, those of the writing direction among them. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** @returns whether the value is within the limits; what is not has been reported */
export function checkLimits({ value, lineOf }: Yaml, report: Report): boolean {
  let values = 0;
  const refused: YamlPath[] = [];
  const refuse = (path: YamlPath, message: string): void => {
    refused.push(path);
    report(lineOf(...path), message, 'error');
  };
  const visit = (node: unknown, path: YamlPath): void => {
    values += 1;
    if (values > MOST_VALUES) return;
    if (typeof node === 'string' && node.length > LONGEST_TEXT) refuse(path, `"${path.join('.')}" has ${node.length} characters; write at most ${LONGEST_TEXT}`);
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node) && node.length > MOST_ITEMS) {
      refuse(path, `"${path.join('.')}" has ${node.length} items; write at most ${MOST_ITEMS}`);
      return;
    }
    for (const [key, child] of Object.entries(node)) visit(child, [...path, Array.isArray(node) ? Number(key) : key]);
  };
  visit(value, []);
  if (values > MOST_VALUES) refuse([], `the front matter has more than ${MOST_VALUES} values; write less`);
  if (refused.length === 0) checkNamesAreLines(value, refuse);
  return refused.length === 0;
}

/** What stands in lists and headings is one line that shows as it is written. */
function checkNamesAreLines(value: unknown, refuse: (path: YamlPath, message: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const front = value as Readonly<Record<string, unknown>>;
  const check = (text: unknown, path: YamlPath): void => {
    if (typeof text !== 'string') return;
    if (text.trim() === '') refuse(path, `"${path.join('.')}" is empty; write it`);
    else if (UNPRINTABLE.test(text.trim())) refuse(path, `"${path.join('.')}" holds a line break or a control character; write it in one line`);
  };
  check(front['title'], ['title']);
  check(front['summary'], ['summary']);
  const aliases = front['aliases'];
  if (Array.isArray(aliases)) aliases.forEach((alias: unknown, index) => { check(alias, ['aliases', index]); });
}
