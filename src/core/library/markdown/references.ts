import type { Reference } from '../model';

/** Characters that could mean something within a line of Markdown. */
const SPECIAL = /[\\`*_[\]<>~^&]/g;

function asText(value: string): string {
  return value.replace(/\s+/g, ' ').replace(SPECIAL, '\\$&');
}

/**
 * The footnote definitions that the author left to the build, as Markdown, one line each:
 * `[^id]: Author (year). [Title](url). Publisher.`
 */
export function defineReferences(references: readonly Reference[]): string {
  return references
    .map(({ id, author, year, title, url, publisher }) => {
      const address = url.replace(/[\s<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
      const end = publisher === undefined ? '' : ` ${asText(publisher)}.`;
      return `[^${id}]: ${asText(author)} (${year}). [${asText(title)}](<${address}>).${end}\n`;
    })
    .join('');
}
