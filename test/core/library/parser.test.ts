/** Addresses of links as the outline and the steps of a playbook see them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { createParser, decodeHref, encodeHref } from '../../../src/core/library/markdown/parser';

describe('The Markdown parser that never renders', () => {
  const usual = new MarkdownIt();
  const pieces = fc.array(fc.constantFrom(...'a Z 0 - _ . / .. ./ ? # = & + , ; ! ~ * \' ( ) $ @ % %2 %zz %20 %C3%BC %2F %23 ü ß 😀 < > [ ] " ^ ` { } | \\'.split(' '), ' ', '\ud800'), { maxLength: 12 }).map((some) => some.join(''));

  it('encodes what leads to an entry or a section as markdown-it does', () => {
    fc.assert(fc.property(fc.constantFrom('a', '../laws/', './', '#', 'x.md#', 'x.md?'), pieces, (start, rest) => {
      assert.equal(encodeHref(start + rest), usual.normalizeLink(start + rest));
    }), { numRuns: 2000 });
    for (const href of ['https://example.org/a b?c=d#e', 'mailto:a@b.example', 'entry:timeout#how', ' x.md ']) assert.equal(encodeHref(href), usual.normalizeLink(href));
  });

  it('decodes the address in the place of a text as markdown-it does', () => {
    for (const href of ['https://example.org/%C3%BC%20%2F%25?q=%26#%23', 'mailto:a@b.example', 'https://example.org/%41%7E']) {
      assert.equal(decodeHref(href), usual.normalizeLinkText(href));
    }
    assert.equal(decodeHref('https://example.org/%FF'), 'https://example.org/%FF', 'what is no character stays');
  });

  it('follows no address by itself', () => {
    const tokens = createParser(false).parse('[x](javascript:alert) <https://a.example/%C3%BC>', {}).flatMap(({ children }) => children ?? []);
    assert.deepEqual(tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href')), ['javascript:alert', 'https://a.example/%C3%BC']);
    assert.ok(tokens.some(({ content }) => content === 'https://a.example/ü'));
  });
});
