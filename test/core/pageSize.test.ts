import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOfPage, gzippedSize } from '../../tools/pageSize';

describe('The size of a page', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'page-size-'));
    const files = {
      'a.js': 'import{x as y}from"./chunk-1.js";import"./chunk-2.js";const later=()=>import("./lazy.js");y(later);',
      'chunk-1.js': 'export{z}from\'./chunk-2.js\';import { b } from "./chunk-3.js";',
      'chunk-2.js': `export const z = "${'z'.repeat(10_000)}";`,
      'chunk-3.js': 'import "./a.js";', 'lazy.js': 'import "./other.js";', 'other.js': '', 'a.css': 'a{}', 'b.css': 'b{}',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  after(() => { rmSync(folder, { recursive: true }); });

  it('counts the chunks that are loaded at once, each once, and the style sheet', () => {
    assert.deepEqual([...filesOfPage(folder, 'a')].sort(), ['a.css', 'a.js', 'chunk-1.js', 'chunk-2.js', 'chunk-3.js']);
    assert.deepEqual(filesOfPage(folder, 'other'), ['other.js']);
  });

  it('is that of the compressed files', () => {
    const size = gzippedSize(folder, ['chunk-2.js']);
    assert.ok(size > 20 && size < 200, String(size));
    assert.equal(gzippedSize(folder, ['chunk-2.js', 'a.css']), size + gzippedSize(folder, ['a.css']));
  });
});
