/** File names of decision records: "0001-use-sagas.md", "adr-001-use-sagas.md". */

/** Numbers of up to six digits: eight would be a date, and so is a name such as "2026-11-21-notes.md". */
const RECORD_NAME = /^((?:adr|decision)?[-_ ]?)(\d{1,6})(?=[-_. ])(?!-\d{2}-\d{2}\b)[^/\\]*\.(?:md|markdown)$/i;
const DEFAULT_WIDTH = 4;
const MAX_SLUG = 64;

/** The number in a record's file name; undefined for a README, a template, an index and what else lies beside records. */
export function numberOfFile(fileName: string): number | undefined {
  const digits = RECORD_NAME.exec(fileName)?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/** One more than the highest number in use; gaps stay gaps, because a number that was given once may be cited somewhere. */
export function nextNumber(fileNames: readonly string[]): number {
  return fileNames.reduce((next, name) => Math.max(next, (numberOfFile(name) ?? 0) + 1), 1);
}

/** A number with as many digits as the folder's latest record has; four when there is none. */
export function padNumber(number: number, siblings: readonly string[]): string {
  return String(number).padStart(conventionOf(siblings).width, '0');
}

/**
 * The name of a new record's file, in the convention of those that are there.
 *
 * @param title the record's title, in any language
 * @param siblings names of the files in the folder
 */
export function recordFileName(number: number, title: string, siblings: readonly string[] = []): string {
  return `${conventionOf(siblings).prefix}${padNumber(number, siblings)}-${slug(title)}.md`;
}

/** Words in lower case, joined by hyphens; letters of every script stay, accents go. Never empty. */
export function slug(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  let result = '';
  for (const word of words) {
    if (result !== '' && result.length + word.length + 1 > MAX_SLUG) break;
    result += result === '' ? Array.from(word).slice(0, MAX_SLUG).join('') : `-${word}`;
  }
  return result === '' ? 'decision' : result;
}

/** As the latest record has it: a folder that has changed its convention goes on with the new one. */
function conventionOf(siblings: readonly string[]): { readonly prefix: string; readonly width: number } {
  let latest: { number: number; prefix: string; width: number } | undefined;
  for (const name of siblings) {
    const [, prefix, digits] = RECORD_NAME.exec(name) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    if (!latest || Number(digits) > latest.number) latest = { number: Number(digits), prefix, width: digits.length };
  }
  return latest ?? { prefix: '', width: DEFAULT_WIDTH };
}
