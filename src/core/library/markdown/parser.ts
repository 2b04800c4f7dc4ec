/** The Markdown parser for what is read and not rendered. */
import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Parser } from 'markdown-it';

/**
 * A parser whose links are as the author wrote them, percent-encoded: `parseHref` decides what becomes of each. It never
 * renders; in the bundle of the extension it cannot (tools/bundle/unused.mjs).
 * @param html whether raw HTML is told apart from text
 */
export function createParser(html: boolean): Parser {
  const parser = new MarkdownIt({ html });
  parser.validateLink = () => true;
  parser.normalizeLink = encodeHref;
  parser.normalizeLinkText = decodeHref;
  return parser;
}

/** What may stand in an address without being encoded, escapes among it. */
const TO_ENCODE = /%(?![0-9a-fA-F]{2})|[^\w%;/?:@&=+$,\-.!~*'()#]/gu;

/** As markdown-it encodes an address, save for the names of hosts, which nothing here looks at. */
export function encodeHref(href: string): string {
  return href.trim().replace(TO_ENCODE, (character) => (/\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character)));
}

/** Escapes that can be read as characters; those of signs that mean something in an address stay. */
const TO_DECODE = /(?:%(?!2[3-6BCF]|3[ABDF]|40)[0-9A-F]{2})+/gi;

/** As markdown-it decodes the address that stands for the text of a link (`<https://…>`), save for the names of hosts. */
export function decodeHref(href: string): string {
  return href.trim().replace(TO_DECODE, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
